using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Surveying;

/// <summary>Removes all roads.</summary>
public sealed class ClearRoads(AppDb db, RoadStore store, AuditLog audit)
{
    public async Task RunAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginLongAsync(cancellationToken);
        var removed = await db.Roads.ExecuteDeleteAsync(cancellationToken);
        store.Note(RoadChangeKind.Cleared, "", removed, by, now);
        audit.Add(AuditAction.SettingChanged, by, now, AuditSubject.Setting("roads"), $"– ({removed})");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await store.RefreshAsync(cancellationToken);
    }
}
