using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What waits, for whoever watches the program.</summary>
/// <param name="Waiting">Messages that are due and not sent, given up ones not among them.</param>
/// <param name="Oldest">When the oldest message that is to be sent was written, UTC; null when there is none.</param>
/// <param name="GivenUp">Messages that were given up.</param>
/// <param name="OpenRequests">Requests that somebody waits for.</param>
/// <param name="Overdue">Those of them that are past their time.</param>
public sealed record Workload(int Waiting, DateTime? Oldest, int GivenUp, int OpenRequests, int Overdue)
{
    /// <summary>How long the oldest message waits.</summary>
    public TimeSpan OutboxAge(DateTime now) => Oldest is { } written && now > written ? now - written : TimeSpan.Zero;
}

/// <summary>Asks for the <see cref="Workload"/>; counts are bounded.</summary>
public sealed class WorkloadQuery(AppDb db)
{
    /// <summary>So many are counted at most.</summary>
    public const int MostCounted = 10_000;

    /// <summary>As it is now.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<Workload> ReadAsync(DateTime now, CancellationToken cancellationToken)
    {
        var due = db.Outbox.AsNoTracking().Where(row => row.NextAttemptAt <= now);
        var open = db.ServiceRequests.AsNoTracking().Where(request => request.DueAt != null);
        return new(
            await due.Take(MostCounted).CountAsync(cancellationToken),
            // Counted from when it was written: each attempt moves the next one on.
            await db.Outbox.Where(row => row.NextAttemptAt != null).MinAsync(row => (DateTime?)row.CreatedAt, cancellationToken),
            await db.Outbox.Where(row => row.GivenUpAt != null).Take(MostCounted).CountAsync(cancellationToken),
            await open.Take(MostCounted).CountAsync(cancellationToken),
            await open.Where(request => request.DueAt < now).Take(MostCounted).CountAsync(cancellationToken));
    }
}
