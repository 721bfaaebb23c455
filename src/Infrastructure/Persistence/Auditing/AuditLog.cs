using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;

namespace Songthang.Infrastructure.Persistence.Auditing;

/// <summary>Writes the record of who saw and who changed what.</summary>
/// <example><code>audit.Add(AuditAction.SettingChanged, by, now, AuditSubject.Setting("crews"));</code></example>
/// <param name="db">The context that the use case saves with.</param>
public sealed class AuditLog(AppDb db)
{
    /// <summary>Seeing the same again within this time is one entry: somebody works on it.</summary>
    public static readonly TimeSpan SeenOnceWithin = TimeSpan.FromMinutes(15);

    /// <summary>Adds an entry, which is stored with whatever the caller saves next: both or neither.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="subject">What it is done to.</param>
    /// <param name="detail">What else must be known, without personal data of citizens.</param>
    public void Add(AuditAction action, Actor by, DateTime now, AuditSubject subject, string detail = "") =>
        db.AuditEntries.Add(new AuditEntry(action, by, now, subject, detail));

    /// <summary>Adds an entry and stores it at once: for what changes nothing else through the context.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="subject">What it is done to.</param>
    /// <param name="detail">What else must be known, without personal data of citizens.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task WriteAsync(
        AuditAction action, Actor by, DateTime now, AuditSubject subject, string detail, CancellationToken cancellationToken)
    {
        Add(action, by, now, subject, detail);
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The same, unless the same person did the same to the same thing within <see cref="SeenOnceWithin"/>.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="subject">What it is done to.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task SeeAsync(AuditAction action, Actor by, DateTime now, AuditSubject subject, CancellationToken cancellationToken)
    {
        var since = now - SeenOnceWithin;
        var isKnown = await db.AuditEntries.AnyAsync(
            entry => entry.Subject == subject.Reference && entry.OfficerId == by.OfficerId && entry.Action == action
                && entry.SubjectKind == subject.Kind && entry.At > since,
            cancellationToken);
        if (!isKnown)
            await WriteAsync(action, by, now, subject, "", cancellationToken);
    }
}
