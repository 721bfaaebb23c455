using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>Requests one by one.</summary>
public sealed partial class MapQuery
{
    // Half as many again as a tall screen shows where the marks begin.
    const int MostLines = 400;

    /// <summary>
    /// The requests of a rectangle. They are read by their position alone and looked at here: a database that knows no statistics
    /// (SQLite) would take the index of a status, which has a hundred thousand of them, before that of the position.
    /// </summary>
    async Task<(List<MapDot> Dots, bool IsMore)> NearAsync(PublicFilter filter, MapWindow window, CancellationToken cancellationToken)
    {
        var rows = await Rows(In(window.Box)
            .OrderBy(request => EF.Property<int?>(request, MapColumns.Latitude)).ThenBy(request => EF.Property<int?>(request, MapColumns.Longitude))
            .Take(MostRead + 1)).ToListAsync(cancellationToken);
        var found = rows.Take(MostRead).Where(row => row.Fits(filter)).ToList();
        if (found.Count > 0 && (filter.Text.Length > 0 || filter.PoleKey.Length > 0))
        {
            var ids = found.ConvertAll(row => row.Id);
            var fitting = await requests.Matching(new PublicFilter(Text: filter.Text, PoleKey: filter.PoleKey))
                .Where(request => ids.Contains(request.Id)).Select(request => request.Id).ToHashSetAsync(cancellationToken);
            found = found.Where(row => fitting.Contains(row.Id)).ToList();
        }

        return (Dots(found, window), rows.Count > MostRead);
    }

    /// <summary>
    /// The requests of a rectangle. One that is low enough is asked for line by line, so that the index need not be read from one end
    /// of the province to the other between its upper and its lower edge.
    /// </summary>
    IQueryable<ServiceRequest> In(BoundingBox box)
    {
        var (west, south, east, north) = Steps(box);
        var between = db.ServiceRequests.AsNoTracking().Where(request =>
            EF.Property<int?>(request, MapColumns.Longitude) >= west && EF.Property<int?>(request, MapColumns.Longitude) <= east);
        if (north - south < MostLines)
        {
            var lines = Enumerable.Range(south, north - south + 1).Select(line => (int?)line).ToList();
            return between.Where(request => lines.Contains(EF.Property<int?>(request, MapColumns.Latitude)));
        }

        return between.Where(request =>
            EF.Property<int?>(request, MapColumns.Latitude) >= south && EF.Property<int?>(request, MapColumns.Latitude) <= north);
    }

    /// <summary>Those in the window of the newest that the list would count.</summary>
    async Task<(List<MapDot> Dots, bool IsMore)> NewestAsync(PublicFilter filter, MapWindow window, CancellationToken cancellationToken)
    {
        var rows = await Rows(requests.Matching(filter).OrderByDescending(request => request.SubmittedAt).ThenByDescending(request => request.Id)
            .Take(PublicServiceRequests.CountedExactly + 1)).ToListAsync(cancellationToken);
        return (Dots(rows.Take(PublicServiceRequests.CountedExactly), window), rows.Count > PublicServiceRequests.CountedExactly);
    }

    static IQueryable<Row> Rows(IQueryable<ServiceRequest> requests) => requests.Select(request => new Row
    {
        Id = request.Id,
        Reference = request.Reference,
        Status = request.Status,
        FaultCode = request.FaultCode,
        TambonCode = EF.Property<string>(request, DerivedColumns.TambonCode),
        SubmittedAt = request.SubmittedAt,
        CompletedAt = request.CompletedAt,
        IsWorkKept = EF.Property<bool?>(request, DerivedColumns.IsWorkKept),
        Latitude = EF.Property<int?>(request, MapColumns.Latitude),
        Longitude = EF.Property<int?>(request, MapColumns.Longitude),
    });

    static List<MapDot> Dots(IEnumerable<Row> rows, MapWindow window)
    {
        var dots = new List<MapDot>();
        foreach (var row in rows)
        {
            if (row is { Latitude: { } latitude, Longitude: { } longitude }
                && MapCell.Of(new MapMark(latitude, longitude, IsApproximate: false).Position, MapCell.GreatestZoom) is var cell && window.Contains(cell))
            {
                dots.Add(new(cell, row.Status.Kind(), 1, latitude, longitude, Reference.TryParse(row.Reference, out var known) ? known.Key : 0));
            }
        }

        return dots;
    }

    static (int West, int South, int East, int North) Steps(BoundingBox box) => (
        (int)Math.Floor(box.West * MapMark.StepsOfDegree), (int)Math.Floor(box.South * MapMark.StepsOfDegree),
        (int)Math.Ceiling(box.East * MapMark.StepsOfDegree), (int)Math.Ceiling(box.North * MapMark.StepsOfDegree));

    sealed class Row
    {
        public required long Id { get; init; }

        public required string Reference { get; init; }

        public required ServiceRequestStatus Status { get; init; }

        public required string FaultCode { get; init; }

        public required string TambonCode { get; init; }

        public required DateTime SubmittedAt { get; init; }

        public DateTime? CompletedAt { get; init; }

        public bool? IsWorkKept { get; init; }

        public int? Latitude { get; init; }

        public int? Longitude { get; init; }

        /// <summary>All of the filter but its words; the same as the query of the list says to the database.</summary>
        public bool Fits(PublicFilter filter) =>
            filter.Status?.States.Contains(Status) != false
            && (filter.TambonCode.Length > 0 ? TambonCode == filter.TambonCode
                : filter.AmphoeCode == PublicFilter.NoAmphoe ? TambonCode.Length == 0
                : TambonCode.StartsWith(filter.AmphoeCode, StringComparison.Ordinal))
            && (filter.FaultCode.Length == 0 || FaultCode == filter.FaultCode)
            && !(SubmittedAt < filter.Received.Start) && !(SubmittedAt >= filter.Received.End)
            && (filter.Completed == default || CompletedAt is not null && !(CompletedAt < filter.Completed.Start) && !(CompletedAt >= filter.Completed.End))
            && (filter.IsWorkKept is null || IsWorkKept == filter.IsWorkKept);
    }
}
