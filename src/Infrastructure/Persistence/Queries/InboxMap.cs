using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What a rectangle of the officers' map shows.</summary>
/// <param name="Groups">Requests of one cell each, drawn as one mark.</param>
/// <param name="Requests">Those that are drawn alone.</param>
/// <param name="IsMore">There are more than were looked through: the newest are shown.</param>
public sealed record InboxMapView(IReadOnlyList<InboxMapGroup> Groups, IReadOnlyList<InboxMapRequest> Requests, bool IsMore)
{
    /// <summary>All of them.</summary>
    public int Total => Requests.Count + Groups.Sum(group => group.Kinds.Count);
}

/// <summary>Requests that are drawn as one mark.</summary>
/// <param name="Middle">Their mean.</param>
/// <param name="Box">The rectangle around them.</param>
/// <param name="Kinds">The kind of each.</param>
public sealed record InboxMapGroup(Position Middle, BoundingBox Box, IReadOnlyList<MapKind> Kinds);

/// <summary>A request on the officers' map.</summary>
/// <param name="Reference">As people know it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="IsUrgent">People may come to harm.</param>
/// <param name="DueAt">Due time of the running step, UTC.</param>
/// <param name="Place">Where, in words.</param>
/// <param name="Position">Where exactly; the middle of its tambon when nobody said so.</param>
/// <param name="IsApproximate">Only the tambon is known.</param>
public sealed record InboxMapRequest(
    string Reference, ServiceRequestStatus Status, string FaultCode, bool IsUrgent, DateTime? DueAt, Place Place, Position Position, bool IsApproximate);

/// <summary>The inbox on a map. What is open fits in memory; more than <see cref="Most"/> are never looked through.</summary>
/// <param name="db">The database.</param>
/// <param name="province">Knows the middle of each tambon.</param>
public sealed class InboxMap(AppDb db, Province province)
{
    /// <summary>So many of the newest are looked through.</summary>
    public const int Most = 3_000;

    // As many marks as a screen can take side by side; from the zoom of single houses on nothing is drawn together.
    const int MostAlone = 60, AloneFrom = 18;

    /// <summary>What passes the filter and lies in the cells of the window.</summary>
    public async Task<InboxMapView> ReadAsync(InboxFilter filter, MapWindow window, DateTime now, CancellationToken cancellationToken)
    {
        var rows = await filter.Apply(db, now).OrderByDescending(request => request.SubmittedAt).ThenByDescending(request => request.Id).Take(Most + 1)
            .Select(request => new { request.Reference, request.Status, request.FaultCode, request.IsUrgent, request.DueAt, request.Place })
            .ToListAsync(cancellationToken);
        var seen = new List<InboxMapRequest>();
        foreach (var row in rows.Take(Most))
        {
            var isExact = Position.TryCreate(row.Place.Latitude, row.Place.Longitude, out var position);
            if (!isExact && province.Find(row.Place.TambonCode) is { } tambon)
                position = tambon.Centre;
            else if (!isExact)
                continue;
            if (window.Contains(MapCell.Of(position, MapCell.GreatestZoom)))
                seen.Add(new(row.Reference, row.Status, row.FaultCode, row.IsUrgent, row.DueAt, row.Place, position, !isExact));
        }

        if (seen.Count <= MostAlone || window.Zoom >= AloneFrom)
            return new([], seen, rows.Count > Most);
        var cells = seen.GroupBy(request => MapCell.Of(request.Position, window.Zoom)).ToList();
        return new(
            [.. cells.Where(cell => cell.Skip(1).Any()).Select(cell => Group([.. cell]))],
            [.. cells.Where(cell => !cell.Skip(1).Any()).SelectMany(cell => cell)],
            rows.Count > Most);
    }

    static InboxMapGroup Group(IReadOnlyList<InboxMapRequest> requests) => new(
        Position.Create(requests.Average(request => request.Position.Latitude), requests.Average(request => request.Position.Longitude)),
        BoundingBox.Of(requests.Select(request => request.Position)), [.. requests.Select(request => request.Status.Kind())]);
}
