using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Geodata;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Keeps the borders of the tambon in the database.</summary>
/// <param name="db">The database.</param>
/// <param name="current">What holds now in this process.</param>
public sealed class BoundaryStore(AppDb db, CurrentBoundaries current)
{
    /// <summary>Makes what the database says hold in this process: at the start, after a change, and every few seconds.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var newest = await db.BoundaryUses.OrderByDescending(use => use.Id).Select(use => new { use.Id, use.BoundarySetId }).FirstOrDefaultAsync(cancellationToken);
        if (newest is null || newest.Id == current.Number)
            return;
        var set = newest.BoundarySetId is { } id ? await db.BoundarySets.AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken) : null;
        current.Hold(newest.Id, set is null ? [] : Read(set.Document), set?.Attribution ?? "");
    }

    /// <summary>Adds a set that was checked; it is stored with whatever the caller saves next and holds only once it is taken into use.</summary>
    public BoundarySet Add(IReadOnlyList<Boundary> boundaries, string fileName, string attribution, Actor? by, DateTime now)
    {
        var set = new BoundarySet
        {
            At = now,
            OfficerId = by?.OfficerId,
            OfficerName = by?.Name ?? "",
            FileName = fileName.Length <= 200 ? fileName : fileName[..200],
            Attribution = attribution,
            Tambons = boundaries.Count,
            Positions = boundaries.Sum(boundary => boundary.Rings.Sum(ring => ring.Count)),
            Document = Write(boundaries),
        };
        db.BoundarySets.Add(set);
        return set;
    }

    /// <summary>The borders of a set; null when there is none.</summary>
    public async Task<IReadOnlyList<Boundary>?> FindAsync(int setId, CancellationToken cancellationToken) =>
        await db.BoundarySets.Where(set => set.Id == setId).Select(set => set.Document).SingleOrDefaultAsync(cancellationToken) is { } document
            ? Read(document)
            : null;

    /// <summary>The borders as they are stored.</summary>
    public static string Write(IEnumerable<Boundary> boundaries)
    {
        var text = new StringBuilder();
        foreach (var boundary in boundaries)
            foreach (var part in boundary.Polygons)
                text.Append(boundary.TambonCode).Append(':').Append(StoredLines.Write(part.Holes.Prepend(part.Shell))).Append('\n');
        return text.ToString();
    }

    /// <summary>The borders read back.</summary>
    public static IReadOnlyList<Boundary> Read(string document) =>
    [
        .. document.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':'))
            .GroupBy(line => line[0], line => StoredLines.Read(line[1]), StringComparer.Ordinal)
            .Select(parts => new Boundary(parts.Key, [.. parts.Select(rings => new BoundaryPolygon(rings[0], [.. rings.Skip(1)]))])),
    ];
}
