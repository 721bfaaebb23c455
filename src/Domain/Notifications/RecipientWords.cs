using Songthang.Domain.Thai;

namespace Songthang.Domain.Notifications;

/// <summary>What officers call those who are told.</summary>
public static class RecipientWords
{
    /// <summary>Whom a message is for, without naming anybody.</summary>
    public static Phrase Name(this NoticeRecipient recipient) => recipient switch
    {
        NoticeRecipient.Requester => new("ผู้แจ้ง", "Reporter"),
        NoticeRecipient.AlsoReported => new("ผู้แจ้งเรื่องที่รวมไว้", "Reporter of a merged report"),
        NoticeRecipient.Follower => new("ผู้ติดตาม", "Follower"),
        NoticeRecipient.Officer => new("เจ้าหน้าที่", "Officer"),
        NoticeRecipient.DutyDesk => new("เจ้าหน้าที่เวร", "Duty desk"),
        _ => throw new ArgumentOutOfRangeException(nameof(recipient)),
    };
}
