using Songthang.Domain.Officers;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class ServiceRequest
{
    /// <summary>Days after its end in which both sides can still write to each other.</summary>
    public const int WriteDays = 30;

    /// <summary>So many messages can a requester send within a day: more are nobody's questions.</summary>
    public const int MostMessagesADay = 20;

    /// <summary>Messages of the requester that no officer has opened yet.</summary>
    public int UnreadMessages { get; private set; }

    /// <summary>Number of the newest entry that the requester has seen on the own page; 0 before the first visit.</summary>
    public int RequesterSawNumber { get; private set; }

    /// <summary>Whether both sides can write to each other: while it is open, and for <see cref="WriteDays"/> days after.</summary>
    public bool MayWrite(DateTime now) => Status.IsOpen() || now <= LastChangeOfStatus(0)?.AddDays(WriteDays);

    /// <summary>An officer writes to the requester outside the other acts.</summary>
    /// <param name="text">In words; may be empty when there are photos.</param>
    /// <param name="photoKeys">Keys of the photo store; the requester sees them, the public does not.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>request.writing-over</c>: it ended too long ago.</exception>
    public void WriteToRequester(string text, IReadOnlyList<string> photoKeys, Actor by, DateTime now) =>
        Write(TimelineKind.MessageWritten, text, photoKeys, by, now);

    /// <summary>The requester writes to the officers; the request is unread again.</summary>
    /// <param name="text">In words; may be empty when there are photos.</param>
    /// <param name="photoKeys">Keys of the photo store.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken">
    /// <c>request.writing-over</c>: it ended too long ago; <c>request.too-many-messages</c> within a day.
    /// </exception>
    public void WriteToOfficers(string text, IReadOnlyList<string> photoKeys, DateTime now)
    {
        if (timeline.Count(entry => entry.Kind == TimelineKind.RequesterWrote && entry.At > now.AddDays(-1)) >= MostMessagesADay)
        {
            throw new RuleBroken("request.too-many-messages", new(
                $"ส่งข้อความได้ไม่เกิน {MostMessagesADay} ข้อความต่อวัน หากเร่งด่วนกรุณาโทรศัพท์ติดต่อเจ้าหน้าที่",
                $"At most {MostMessagesADay} messages can be sent in a day. If it is urgent, please call the office."));
        }

        Write(TimelineKind.RequesterWrote, text, photoKeys, Actor.Requester, now);
        IsUnread = true;
        UnreadMessages++;
    }

    void Write(TimelineKind kind, string text, IReadOnlyList<string> photoKeys, Actor by, DateTime now)
    {
        if (!MayWrite(now))
        {
            throw new RuleBroken("request.writing-over", new(
                $"เรื่องนี้สิ้นสุดไปเกิน {WriteDays} วันแล้ว จึงส่งข้อความไม่ได้ หากไฟยังขัดข้อง กรุณาแจ้งเหตุใหม่",
                $"This request ended more than {WriteDays} days ago, so nothing can be written on it. If the light is out of order, please send a new report."));
        }

        if (photoKeys.Count == 0)
            RequireText(text, "request.message-missing", "กรุณาเขียนข้อความหรือแนบภาพ", "Please write a message or add a photo.");
        RequireLength(text, MaxSymptom);
        Add(kind, by, now, Audience.Requester, text);
        // At the very time of the entry: by it the photos are shown with their message.
        AddPhotos(photoKeys, PhotoKind.Message, UpdatedAt);
    }
}
