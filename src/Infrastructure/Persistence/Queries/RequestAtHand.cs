using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What an officer has to see of a request while acting on it.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Reference">As people know it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="IsUrgent">People may come to harm.</param>
/// <param name="Symptom">The citizen's words; not public.</param>
/// <param name="PublicSymptom">What of them is public.</param>
/// <param name="IsChecked">Whether an officer has checked the details.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Requester">Who reported; personal data, for officers only.</param>
/// <param name="SubmittedAt">When it was received, UTC.</param>
/// <param name="LastActNumber">What the form carries to notice that somebody acted in between.</param>
/// <param name="Photos">The citizen's photos, oldest first.</param>
public sealed record RequestAtHand(
    long Id, string Reference, ServiceRequestStatus Status, string FaultCode, bool IsUrgent, string Symptom, string? PublicSymptom,
    bool IsChecked, Place Place, Requester Requester, DateTime SubmittedAt, int LastActNumber, IReadOnlyList<PhotoAtHand> Photos);

/// <summary>A photo that an officer decides about.</summary>
/// <param name="Key">Key in the photo store.</param>
/// <param name="Kind">What it shows.</param>
/// <param name="IsPublic">Whether everyone may see it.</param>
public sealed record PhotoAtHand(string Key, PhotoKind Kind, bool IsPublic);

/// <summary>What a person did to a request.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="ActorName">The officer; empty for the citizen.</param>
/// <param name="Kind">What.</param>
/// <param name="Text">What was said.</param>
public sealed record ActDone(DateTime At, string ActorName, TimelineKind Kind, string Text);

/// <summary>Reads a request for the person who acts on it.</summary>
public static class RequestsAtHand
{
    /// <summary>The request with this reference, or null.</summary>
    public static async Task<RequestAtHand?> FindRequestAtHandAsync(
        this AppDb db, string reference, CancellationToken cancellationToken) =>
        await db.ServiceRequests.AsNoTracking().Where(r => r.Reference == reference)
            .Select(r => new RequestAtHand(
                r.Id, r.Reference, r.Status, r.FaultCode, r.IsUrgent, r.Symptom, r.PublicSymptom, r.CheckedAt != null, r.Place,
                r.Requester, r.SubmittedAt,
                db.Timeline.Where(e => e.ServiceRequestId == r.Id && e.ActorKind != ActorKind.System).Max(e => e.Number),
                db.Photos.Where(p => p.ServiceRequestId == r.Id && (p.Kind == PhotoKind.Report || p.Kind == PhotoKind.Answer || p.Kind == PhotoKind.Reopening))
                    .OrderBy(p => p.At).ThenBy(p => p.Key).Select(p => new PhotoAtHand(p.Key, p.Kind, p.IsPublic)).ToList()))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>What people did to a request after the entry with this number, oldest first.</summary>
    public static async Task<IReadOnlyList<ActDone>> ActsSinceAsync(
        this AppDb db, string reference, int number, CancellationToken cancellationToken) =>
        await db.ServiceRequests.AsNoTracking().Where(r => r.Reference == reference).SelectMany(r => r.Timeline)
            .Where(e => e.Number > number && e.ActorKind != ActorKind.System)
            .OrderBy(e => e.Number).Take(20)
            .Select(e => new ActDone(e.At, e.ActorName, e.Kind, e.Text))
            .ToListAsync(cancellationToken);
}
