using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Surveying;

/// <summary>What a road is called and whose its lamps are.</summary>
/// <param name="Id">Which road.</param>
/// <param name="Code">Its number; may be empty.</param>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="OwnerCode">An authority's code; empty for our own.</param>
/// <param name="Remove">It is to be removed instead.</param>
public sealed record RoadAsSaid(int Id, string Code, string Name, string OwnerCode, bool Remove = false);

/// <summary>Corrects or removes one road.</summary>
public sealed class ChangeRoad(AppDb db, RoadStore store, AuditLog audit, CurrentSettings settings)
{
    /// <summary>False when there is no such road any more.</summary>
    /// <exception cref="RuleBroken"><c>road.owner-unknown</c>, or a rule of the road.</exception>
    public async Task<bool> RunAsync(RoadAsSaid input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.Roads.SingleOrDefaultAsync(one => one.Id == input.Id, cancellationToken) is not { } road)
            return false;
        if (input.Remove)
        {
            db.Roads.Remove(road);
        }
        else
        {
            if (input.OwnerCode.Length > 0 && settings.Get(Topics.Authorities).Find(input.OwnerCode) is null)
                throw new RuleBroken("road.owner-unknown", new("กรุณาเลือกหน่วยงานจากรายการ", "Please choose an authority from the list."));
            road.Rename(input.Code, input.Name);
            road.GiveTo(input.OwnerCode);
        }

        store.Note(input.Remove ? RoadChangeKind.Removed : RoadChangeKind.Corrected, road.Title, 1, by, now);
        audit.Add(AuditAction.SettingChanged, by, now, AuditSubject.Setting("roads"), input.Remove ? $"– {road.Title}" : $"{road.Title}: {road.OwnerCode}");
        await db.SaveChangesAsync(cancellationToken);
        await store.RefreshAsync(cancellationToken);
        return true;
    }
}
