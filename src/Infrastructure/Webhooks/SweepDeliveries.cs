using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Webhooks;

/// <summary>Forgets what partners were told long ago, and what waited too long for a paused one.</summary>
/// <param name="db">The database.</param>
public sealed class SweepDeliveries(AppDb db)
{
    /// <summary>How long a delivery can be looked at.</summary>
    public static TimeSpan KeptFor { get; } = TimeSpan.FromDays(30);

    /// <returns>How many were forgotten.</returns>
    public Task<int> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        var before = now - KeptFor;
        return db.WebhookDeliveries.Where(row => row.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
