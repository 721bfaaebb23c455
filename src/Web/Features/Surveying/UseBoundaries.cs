using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Surveying;

/// <summary>Lets a set of borders hold from now on, a new one or a former one; or none.</summary>
public sealed class UseBoundaries(AppDb db, BoundaryStore store, AuditLog audit)
{
    /// <summary>False when there is no such set.</summary>
    public async Task<bool> RunAsync(int? setId, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var name = setId is null ? "" : await db.BoundarySets.Where(set => set.Id == setId).Select(set => set.FileName).SingleOrDefaultAsync(cancellationToken);
        if (name is null)
            return false;
        db.BoundaryUses.Add(new() { At = now, OfficerId = by.OfficerId, OfficerName = by.Name, BoundarySetId = setId });
        audit.Add(AuditAction.SettingChanged, by, now, AuditSubject.Setting("boundaries"), name.Length == 0 ? "–" : name);
        await db.SaveChangesAsync(cancellationToken);
        await store.RefreshAsync(cancellationToken);
        return true;
    }
}
