using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Outbox;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Warning;

/// <summary>
/// Warns the officers of steps that are nearly or quite out of time, and the director of those that have been for days:
/// each once, and all that is found in one round in one letter.
/// </summary>
public sealed class WarnOfDueSteps(AppDb db, StaffPost post, WarningWords words, ServiceLevel level, ILogger<WarnOfDueSteps> log)
{
    /// <summary>Most requests looked at in one round; what is too much comes in the next.</summary>
    public const int MostAtOnce = 200;

    const int MostTries = 4;

    /// <returns>How many requests were looked at.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(now, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Another program gave one of the warnings in this moment: look again at what is left.
                db.ChangeTracker.Clear();
            }
        }
    }

    async Task<int> TryAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var ids = await db.ServiceRequests.Where(request => EF.Property<DateTime?>(request, DerivedColumns.WarnAt) <= now)
            .OrderBy(request => EF.Property<DateTime?>(request, DerivedColumns.WarnAt)).ThenBy(request => request.Id)
            .Select(request => request.Id).Take(MostAtOnce).ToListAsync(cancellationToken);
        if (ids.Count == 0)
            return 0;
        var given = (await db.GivenWarnings.AsNoTracking().Where(warning => ids.Contains(warning.ServiceRequestId)).ToListAsync(cancellationToken))
            .Select(warning => (warning.ServiceRequestId, warning.Step, warning.Kind, warning.StartedAt)).ToHashSet();
        var fresh = new List<WarnedRequest>();
        foreach (var id in ids)
            if (await LookAtAsync(id, given, now, cancellationToken) is { Warnings.Count: > 0 } warned)
                fresh.Add(warned);
        await TellAsync(fresh, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ids.Count;
    }

    async Task<WarnedRequest?> LookAtAsync(
        long id, HashSet<(long Id, ManualStep Step, WarningKind Kind, DateTime Started)> given, DateTime now, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not { } request)
        {
            await LookAgainAsync(id, null, now.AddDays(1), cancellationToken);
            return null;
        }

        var warnings = StepWarnings.Of(request.Moments(), level);
        var due = warnings.Where(warning => warning.At <= now && !given.Contains((id, warning.Step, warning.Kind, warning.Started))).ToList();
        foreach (var warning in due)
        {
            db.GivenWarnings.Add(new GivenWarning
            {
                ServiceRequestId = id,
                Step = warning.Step,
                Kind = warning.Kind,
                StartedAt = warning.Started,
                At = now,
            });
        }

        await LookAgainAsync(id, request.Version, warnings.FirstOrDefault(warning => warning.At > now)?.At, cancellationToken);
        return new WarnedRequest(request, due);
    }

    /// <summary>Null when it cannot be read, which must not keep all others from being looked at.</summary>
    async Task<ServiceRequest?> ReadAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            return await db.ServiceRequests.AsNoTracking().Include(request => request.Timeline.OrderBy(entry => entry.Number))
                .SingleAsync(request => request.Id == id, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "Nobody can be warned of request {Id}", id);
            return null;
        }
    }

    /// <summary>Whoever changed the request meanwhile has said by that when to look at it.</summary>
    Task<int> LookAgainAsync(long id, int? version, DateTime? at, CancellationToken cancellationToken) => db.ServiceRequests
        .Where(request => request.Id == id && (version == null || request.Version == version))
        .ExecuteUpdateAsync(set => set.SetProperty(request => EF.Property<DateTime?>(request, DerivedColumns.WarnAt), at), cancellationToken);

    async Task TellAsync(IReadOnlyList<WarnedRequest> warned, DateTime now, CancellationToken cancellationToken)
    {
        if (words.ToOfficers(warned) is { } letter)
            post.Add(letter, await post.WhoReadsAsync(OfficerRole.Officer, cancellationToken), alsoToDutyDesk: true, now);
        if (words.ToDirector(warned) is { } report)
            post.Add(report, await post.WhoReadsAsync(OfficerRole.Director, cancellationToken), alsoToDutyDesk: false, now);
    }
}
