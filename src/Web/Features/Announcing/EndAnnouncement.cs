using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Announcing;

/// <param name="Id">Which one.</param>
/// <param name="SeenVersion">Its version when the page was shown.</param>
public sealed record AnnouncementToEnd(int Id, int SeenVersion);

/// <summary>An officer takes an announcement back, or throws a draft away.</summary>
public sealed class EndAnnouncement(AppDb db, AuditLog audit)
{
    /// <exception cref="RuleBroken"><c>announcement.unknown</c> or <c>announcement.changed-meanwhile</c>.</exception>
    public async Task RunAsync(AnnouncementToEnd input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var it = await db.FindAnnouncementAsync(input.Id, input.SeenVersion, cancellationToken);
        it.End(by, now);
        audit.Add(AuditAction.AnnouncementEnded, by, now, AuditSubject.Announcement(it.Id));
        await db.SaveAnnouncementAsync(cancellationToken);
    }
}
