using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Surveying;

/// <summary>A file with borders as somebody brings it.</summary>
/// <param name="Content">GeoJSON.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Attribution">Whose data it is; may be empty.</param>
/// <param name="AtOnce">It is to hold at once, without having been looked at on the map.</param>
public sealed record BroughtBoundaries(Stream Content, string FileName, string Attribution, bool AtOnce = false);

/// <summary>What became of it: problems, or the set that it is now.</summary>
public sealed record BoundaryImport(IReadOnlyList<GeoProblem> Problems, int SetId, int Tambons, int Positions);

/// <summary>Takes a file with the borders of all tambon: every one of them and all in order, or nothing.</summary>
public sealed class ImportBoundaries(AppDb db, BoundaryStore store, AuditLog audit, Province province)
{
    public async Task<BoundaryImport> RunAsync(BroughtBoundaries input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var file = await BoundaryFile.ReadAsync(input.Content, province, cancellationToken);
        if (file.Problems.Count > 0)
            return new(file.Problems, 0, 0, 0);
        await using var transaction = await db.BeginLongAsync(cancellationToken);
        var set = store.Add(file.Boundaries, input.FileName, input.Attribution, by, now);
        audit.Add(AuditAction.SettingChanged, by, now, AuditSubject.Setting("boundaries"), $"+ {set.FileName}");
        await db.SaveChangesAsync(cancellationToken);
        if (input.AtOnce)
        {
            db.BoundaryUses.Add(new() { At = now, OfficerId = by.OfficerId, OfficerName = by.Name, BoundarySetId = set.Id });
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        await store.RefreshAsync(cancellationToken);
        return new([], set.Id, set.Tambons, set.Positions);
    }
}
