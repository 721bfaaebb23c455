using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>
/// What everyone's map shows: the requests of <see cref="PublicServiceRequests"/> where <see cref="MapMark"/> says that they
/// stand, those that would cover each other on the screen as one.
/// </summary>
/// <param name="requests">Knows what everyone may see of them.</param>
/// <param name="province">Knows the middle of each tambon.</param>
public sealed class MapQuery(PublicServiceRequests requests, Province province)
{
    /// <summary>From this zoom on each request is a mark of its own, as long as there are no more than <see cref="MostMarks"/>.</summary>
    public const int FirstOfMarks = 17;

    /// <summary>Most requests with a mark of their own; all others are groups.</summary>
    public const int MostMarks = 300;

    /// <summary>What a rectangle shows.</summary>
    /// <param name="filter">Which requests.</param>
    /// <param name="window">Which cells.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<MapView> RunAsync(PublicFilter filter, MapWindow window, CancellationToken cancellationToken)
    {
        var rows = await requests.Matching(filter)
            .Select(request => new
            {
                request.Reference,
                request.Status,
                IsChecked = request.CheckedAt != null,
                request.Place.TambonCode,
                Latitude = EF.Property<double?>(request, PublicColumns.Latitude),
                Longitude = EF.Property<double?>(request, PublicColumns.Longitude),
            }).ToListAsync(cancellationToken);
        var dots = new List<MapDot>();
        foreach (var row in rows)
        {
            if (MapMark.Of(row.IsChecked, row.TambonCode, row.Latitude, row.Longitude, province) is { } mark
                && MapCell.Of(mark.Position, MapCell.GreatestZoom) is var cell && window.Contains(cell))
            {
                dots.Add(new(cell, row.Status.Kind(), 1, mark.Latitude, mark.Longitude, KeyOf(row.Reference)));
            }
        }

        return await ShowAsync(dots, window.Zoom, isMore: false, cancellationToken);
    }

    async Task<MapView> ShowAsync(List<MapDot> dots, int zoom, bool isMore, CancellationToken cancellationToken)
    {
        var total = dots.Sum(dot => dot.Count);
        if (zoom >= FirstOfMarks && total <= MostMarks && dots.TrueForAll(dot => dot is { Count: 1, References: > 0 }))
            return new([], await ReportsAsync(dots, cancellationToken), total, isMore);
        var (alone, groups) = (new List<MapDot>(), new List<MapGroup>());
        foreach (var same in MapDot.In(dots, zoom))
        {
            // Rows of the sums that take each other away are no request.
            if (alone.Count < MostMarks && same.Sum(dot => dot.Count) == 1 && Single(same) is { } single)
                alone.Add(single);
            else
                groups.Add(MapDot.Group(same));
        }

        return new(groups, await ReportsAsync(alone, cancellationToken), total, isMore);
    }

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

    static long KeyOf(string reference) => Reference.TryParse(reference, out var known) ? known.Key : 0;
}
