using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Sums;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>
/// What everyone's map shows: the requests of <see cref="PublicServiceRequests"/> where <see cref="MapMark"/> says that they
/// stand, those that would cover each other on the screen as one. As much work for a million requests as for a thousand: from
/// afar it reads the kept sums of the cells, from near the few requests of the rectangle. What the sums do not know (words, days)
/// is looked for among the newest requests only, as many as the list counts.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="requests">Knows what everyone may see of them.</param>
public sealed partial class MapQuery(AppDb db, PublicServiceRequests requests)
{
    /// <summary>From this zoom on each request is a mark of its own, as long as there are no more than <see cref="MostMarks"/>.</summary>
    public const int FirstOfMarks = 17;

    /// <summary>Most requests with a mark of their own; all others are groups.</summary>
    public const int MostMarks = 300;

    /// <summary>Most requests of a rectangle that are read one by one.</summary>
    public const int MostRead = 2_000;

    /// <summary>What a rectangle shows.</summary>
    /// <param name="filter">Which requests.</param>
    /// <param name="window">Which cells; all that stand in them are shown.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<MapView> RunAsync(PublicFilter filter, MapWindow window, CancellationToken cancellationToken)
    {
        if (window.Zoom >= FirstOfMarks)
        {
            var (near, isMore) = await NearAsync(filter, window, cancellationToken);
            // More than anybody can look at one by one: the sums know at least how many they are.
            if (!isMore || !IsKept(filter))
                return await ShowAsync(near, window.Zoom, isMore, cancellationToken);
            window = window.At(MapTally.Zooms[^1]);
        }

        if (IsKept(filter))
        {
            // Those of an older version are counted in the background.
            var isCounting = await db.ServiceRequests.AnyAsync(
                request => EF.Property<long>(request, DerivedColumns.DerivedFrom) == DerivedColumns.NotCounted, cancellationToken);
            return await ShowAsync(await CellsAsync(filter, window, cancellationToken), window.Zoom, isCounting, cancellationToken);
        }

        var (newest, isOlder) = await NewestAsync(filter, window, cancellationToken);
        return await ShowAsync(newest, window.Zoom, isOlder, cancellationToken);
    }

    /// <summary>Whether the sums can tell these requests apart from others.</summary>
    static bool IsKept(PublicFilter filter) =>
        filter is { Text.Length: 0, PoleKey.Length: 0, IsWorkKept: null } && filter.Received == default && filter.Completed == default;

    async Task<List<MapDot>> CellsAsync(PublicFilter filter, MapWindow window, CancellationToken cancellationToken)
    {
        var kept = window.At(MapTally.Zooms.First(zoom => zoom >= window.Zoom));
        var sums = db.MapSums.AsNoTracking().Where(sum => sum.Zoom == kept.Zoom && sum.FaultCode == filter.FaultCode
            && sum.CellRow >= kept.North && sum.CellRow <= kept.South && sum.CellColumn >= kept.West && sum.CellColumn <= kept.East);
        if (filter.Status is { States: var states })
        {
            var orders = states.Select(status => (int)status).ToList();
            sums = sums.Where(sum => orders.Contains(sum.StatusOrder));
        }

        if (filter.TambonCode.Length > 0)
            sums = sums.Where(sum => sum.TambonCode == filter.TambonCode);
        else if (filter.AmphoeCode == PublicFilter.NoAmphoe)
            sums = sums.Where(sum => sum.TambonCode == "");
        else if (filter.AmphoeCode.Length > 0)
            sums = sums.Where(sum => sum.TambonCode.StartsWith(filter.AmphoeCode));
        var cells = await sums.GroupBy(sum => new { sum.CellRow, sum.CellColumn, sum.StatusOrder })
            .Select(same => new
            {
                same.Key.CellRow,
                same.Key.CellColumn,
                same.Key.StatusOrder,
                Count = same.Sum(sum => sum.Count),
                Latitudes = same.Sum(sum => sum.Latitudes),
                Longitudes = same.Sum(sum => sum.Longitudes),
                References = same.Sum(sum => sum.ReferenceKeys),
            }).ToListAsync(cancellationToken);
        return cells.ConvertAll(cell => new MapDot(
            new(kept.Zoom, cell.CellColumn, cell.CellRow), ((ServiceRequestStatus)cell.StatusOrder).Kind(), cell.Count, cell.Latitudes, cell.Longitudes, cell.References));
    }

    async Task<MapView> ShowAsync(List<MapDot> dots, int zoom, bool isMore, CancellationToken cancellationToken)
    {
        var total = dots.Sum(dot => dot.Count);
        if (zoom >= FirstOfMarks && total <= MostMarks && dots.TrueForAll(dot => dot is { Count: 1, References: > 0 }))
            return new([], await ReportsAsync(dots, cancellationToken), total, isMore);
        var (alone, groups) = (new List<MapDot>(), new List<MapGroup>());
        foreach (var same in MapDot.In(dots, zoom))
        {
            if (alone.Count < MostMarks && Single(same) is { } single)
                alone.Add(single);
            else
                groups.Add(MapDot.Group(same));
        }

        return new(groups, await ReportsAsync(alone, cancellationToken), total, isMore);
    }

    /// <summary>The only request of a cell. Rows of the sums that take each other away are none.</summary>
    static MapDot? Single(IEnumerable<MapDot> dots) => dots.Where(dot => dot.Count != 0).ToList() is [{ Count: 1, References: > 0 } only] ? only : null;

    async Task<IReadOnlyList<MapReport>> ReportsAsync(List<MapDot> dots, CancellationToken cancellationToken)
    {
        if (dots.Count == 0)
            return [];
        var references = dots.ConvertAll(dot => Reference.OfKey(dot.References).ToString());
        var shown = (await requests.OfAsync(references, cancellationToken)).ToDictionary(request => request.Reference, StringComparer.Ordinal);
        return [.. dots.Zip(references).Where(pair => shown.ContainsKey(pair.Second)).Select(pair => Report(pair.First, shown[pair.Second]))
            .OrderBy(report => report.Request.Reference, StringComparer.Ordinal)];
    }

    static MapReport Report(MapDot dot, PublicServiceRequest request) => new(
        request, new((int)dot.Latitudes, (int)dot.Longitudes, IsApproximate: request.Place.Latitude is null || request.Place.Longitude is null));
}
