using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;

namespace Songthang.Web.Features.PublicReports;

/// <summary>What the status of a request means, in one sentence to everyone.</summary>
static class PublicSentence
{
    public static Phrase Of(PublicServiceRequest request, Agency agency)
    {
        var (thai, english) = (agency.Division.Thai, agency.Division.Phrase.English);
        return request.Status switch
        {
            ServiceRequestStatus.Submitted => new($"{thai}ได้รับแจ้งแล้ว รอเจ้าหน้าที่ตรวจสอบ", $"The {english} has received the report and will check it."),
            ServiceRequestStatus.AwaitingInformation => new("เจ้าหน้าที่ขอข้อมูลเพิ่มเติมจากผู้แจ้ง", "The reporter was asked for more information."),
            ServiceRequestStatus.Accepted => new($"{thai}รับเรื่องไว้แล้ว รอดำเนินการซ่อม", $"The {english} has accepted it; the repair is to come."),
            ServiceRequestStatus.InProgress => new("ช่างกำลังดำเนินการซ่อม", "A crew is working on it."),
            ServiceRequestStatus.Completed => new("ดำเนินการซ่อมเรียบร้อยแล้ว", "It has been repaired."),
            ServiceRequestStatus.Forwarded => new("ส่งต่อให้หน่วยงานที่รับผิดชอบดำเนินการแล้ว", "It was passed on to the agency that owns the light."),
            ServiceRequestStatus.Declined => new("เรื่องนี้ไม่ได้รับไว้ดำเนินการ และได้แจ้งเหตุผลให้ผู้แจ้งทราบแล้ว", "It was not taken on; the reporter was told why."),
            ServiceRequestStatus.Duplicate => new("มีผู้แจ้งจุดเดียวกันไว้แล้ว จึงดำเนินการร่วมกับเรื่องเดิม", "The same place was reported before; both are handled together."),
            ServiceRequestStatus.Withdrawn => new("ผู้แจ้งขอยกเลิกเรื่องนี้", "The reporter took it back."),
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
    }
}
