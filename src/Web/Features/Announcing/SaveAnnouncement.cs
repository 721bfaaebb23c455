using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Announcements;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Announcing;

/// <param name="Id">Which one; null for a new one.</param>
/// <param name="SeenVersion">Its version when the form was shown.</param>
/// <param name="Facts">What it says.</param>
/// <param name="Publishes">Whether everyone reads it from now on.</param>
public sealed record AnnouncementToSave(int? Id, int SeenVersion, AnnouncementFacts Facts, bool Publishes);

/// <summary>An officer writes or changes an announcement, and publishes it when it is ready.</summary>
public sealed class SaveAnnouncement(AppDb db, AuditLog audit, Province province)
{
    /// <returns>Its number.</returns>
    /// <exception cref="RuleBroken">A rule of <see cref="Announcement"/>, <c>announcement.unknown</c> or <c>announcement.changed-meanwhile</c>.</exception>
    public async Task<int> RunAsync(AnnouncementToSave input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        Announcement it;
        if (input.Id is { } id)
        {
            it = await db.FindAnnouncementAsync(id, input.SeenVersion, cancellationToken);
            it.Change(input.Facts, province, by, now);
        }
        else
        {
            it = Announcement.Write(input.Facts, province, by, now);
            db.Announcements.Add(it);
        }

        var wasPublished = it.State == AnnouncementState.Published;
        if (input.Publishes)
            it.Publish(by, now);
        await db.SaveAnnouncementAsync(cancellationToken);
        audit.Add(input.Id is null ? AuditAction.AnnouncementWritten : AuditAction.AnnouncementChanged, by, now, AuditSubject.Announcement(it.Id));
        if (input.Publishes && !wasPublished)
            audit.Add(AuditAction.AnnouncementPublished, by, now, AuditSubject.Announcement(it.Id));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return it.Id;
    }
}

/// <summary>Finding and storing an announcement that two officers may change at once.</summary>
static class Changing
{
    public static async Task<Announcement> FindAnnouncementAsync(this AppDb db, int id, int seenVersion, CancellationToken cancellationToken)
    {
        var it = await db.Announcements.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw new RuleBroken("announcement.unknown", new("ไม่พบประกาศนี้", "There is no such announcement."));
        return it.Version == seenVersion ? it : throw Meanwhile();
    }

    public static async Task SaveAnnouncementAsync(this AppDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Meanwhile();
        }
    }

    static RuleBroken Meanwhile() => new("announcement.changed-meanwhile", new(
        "ผู้อื่นแก้ไขประกาศนี้ก่อนหน้า กรุณาเปิดหน้านี้ใหม่ในแท็บอื่น ตรวจสอบ แล้วบันทึกอีกครั้ง",
        "Somebody else changed this announcement in the meantime. Please look at it in another tab and save again."));
}
