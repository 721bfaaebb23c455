using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>
/// Somebody who found the place reported already and follows that request instead of reporting it again. Personal data:
/// not public, not in the timeline, deleted when the follower stops and some time after the request is settled.
/// </summary>
public sealed class Follower
{
    Follower() { }

    /// <summary>Key in storage.</summary>
    public long Id { get; private set; }

    /// <summary>The request that is followed; when it is merged, the follower hears of its main request.</summary>
    public long ServiceRequestId { get; private set; }

    /// <summary>Unguessable part of the follower's own link, 128 random bits in base64url.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The form it came from: the same form sent twice is one follower.</summary>
    public string FormKey { get; private set; } = "";

    /// <summary>Address to tell, empty when not given.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Digits only, for officers who have a question; empty when not given.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>
    /// By what one person is recognised who follows twice: the email in lower case, else the phone. Such a person has a
    /// link for each time, counts once and is told once.
    /// </summary>
    public string Contact { get; private set; } = "";

    /// <summary>Language of messages: <c>th</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "";

    /// <summary>When it began, UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>Somebody begins to follow.</summary>
    /// <param name="request">Key of the request.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="contact">How to reach the follower: at least one of the two.</param>
    /// <param name="language"><c>th</c> or <c>en</c>.</param>
    /// <param name="keys">Secret of the link and key of the form.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>follower.settled</c>: nothing goes on there any more; <c>follower.contact-missing</c>.</exception>
    public static Follower Follow(
        long request, ServiceRequestStatus status, (EmailAddress Email, PhoneNumber Phone) contact, string language,
        (string Secret, string FormKey) keys, DateTime now)
    {
        if (!status.IsOpen())
        {
            throw new RuleBroken("follower.settled", new(
                "เรื่องนี้สิ้นสุดแล้ว หากไฟยังขัดข้อง กรุณาแจ้งเหตุใหม่", "This report is settled. If the light is still out, please send a new report."));
        }

        var (email, phone) = (contact.Email.Address, contact.Phone.Digits);
        if (email.Length + phone.Length == 0)
        {
            throw new RuleBroken("follower.contact-missing", new(
                "กรุณาระบุอีเมลหรือหมายเลขโทรศัพท์", "Please give an email address or a phone number."));
        }

        return new Follower
        {
            ServiceRequestId = request,
            Secret = keys.Secret,
            FormKey = keys.FormKey,
            Email = email,
            Phone = phone,
            Contact = email.Length > 0 ? email.ToLowerInvariant() : phone,
            Language = language,
            Since = now,
        };
    }
}
