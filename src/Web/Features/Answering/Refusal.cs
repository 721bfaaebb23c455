using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Answering;

/// <summary>Why an answer is not awaited (any more), said politely.</summary>
static class Refusal
{
    /// <summary>The sentence; null while a question is open.</summary>
    /// <param name="request">The request.</param>
    /// <param name="question">Number of the question that somebody wants to answer; null for the last one.</param>
    public static Phrase? Of(ServiceRequest request, int? question)
    {
        if (request.OpenQuestion is not null)
            return null;
        var asked = request.Timeline.LastOrDefault(entry =>
            entry.Kind == TimelineKind.InformationAsked && (question is null || entry.Number == question));
        var end = asked is null ? null : request.Timeline.FirstOrDefault(entry => entry.Number > asked.Number
            && entry.From == ServiceRequestStatus.AwaitingInformation && entry.To != entry.From);
        return end?.Kind switch
        {
            TimelineKind.InformationAnswered => new(
                "ได้รับคำตอบของท่านแล้ว ขอบคุณที่ให้ข้อมูล ไม่ต้องตอบอีก", "Your answer has arrived, thank you. Nothing more is needed."),
            TimelineKind.InformationLapsed => new(
                "ครบกำหนดตอบแล้ว เจ้าหน้าที่ดำเนินการต่อจากข้อมูลที่มี หากต้องการเพิ่มเติม กรุณาโทรศัพท์ติดต่อเจ้าหน้าที่",
                "The time to answer is over and the officers went on with what they know. If you have more to say, please call them."),
            _ => new("ขณะนี้ไม่มีคำถามที่รอคำตอบจากท่าน", "No question is waiting for your answer at the moment."),
        };
    }
}
