using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Surveying;

/// <summary>A file with roads as somebody brings it.</summary>
/// <param name="Content">GeoJSON.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Columns">Which properties say what; null to find them by their common names.</param>
/// <param name="Replace">The roads take the place of all that are there.</param>
/// <param name="IsTrial">Only to see what would happen: nothing is changed.</param>
public sealed record BroughtRoads(Stream Content, string FileName, RoadColumns? Columns, bool Replace, bool IsTrial = false);

/// <summary>Takes roads out of a file: all of them or nothing.</summary>
public sealed class ImportRoads(AppDb db, RoadStore store, AuditLog audit, Province province, CurrentSettings settings, IOptions<Agency> agency)
{
    public async Task<RoadFile> RunAsync(BroughtRoads input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var own = agency.Value;
        var owners = new OwnerNames(settings.Get(Topics.Authorities).All, [own.Name.Thai, own.Name.English, own.ShortName.Thai, own.ShortName.English]);
        var file = await RoadFile.ReadAsync(input.Content, province, owners, input.Columns, cancellationToken);
        if (input.IsTrial || file.Problems.Count > 0)
            return file;
        await using var transaction = await db.BeginLongAsync(cancellationToken);
        if (input.Replace)
            await db.Roads.ExecuteDeleteAsync(cancellationToken);
        db.Roads.AddRange(file.Roads);
        store.Note(input.Replace ? RoadChangeKind.Replaced : RoadChangeKind.Added, input.FileName, file.Roads.Count, by, now);
        audit.Add(AuditAction.SettingChanged, by, now, AuditSubject.Setting("roads"), $"+ {input.FileName} ({file.Roads.Count})");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await store.RefreshAsync(cancellationToken);
        return file;
    }
}
