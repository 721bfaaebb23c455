using Songthang.Domain.Officers;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class ServiceRequest
{
    /// <summary>Puts right who reported, because the person concerned asked for it (PDPA s. 36). The timeline says that, not what.</summary>
    /// <param name="name">First and last name; may be empty.</param>
    /// <param name="phone">Digits only; may be empty.</param>
    /// <param name="email">Address; may be empty.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>request.requester-as-was</c>: it is as it was; the name is too long.</exception>
    public void CorrectRequester(string name, string phone, string email, Actor by, DateTime now)
    {
        RequireLength(name, MaxWords);
        var corrected = Requester with { Name = name, Phone = phone, Email = email };
        if (corrected == Requester)
            throw new RuleBroken("request.requester-as-was", new("ยังไม่มีข้อมูลใดเปลี่ยนแปลง", "Nothing has been changed."));
        Requester = corrected;
        Add(TimelineKind.RequesterCorrected, by, now, Audience.Officers);
    }
}
