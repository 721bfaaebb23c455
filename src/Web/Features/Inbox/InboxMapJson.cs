using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Maps;

namespace Songthang.Web.Features.Inbox;

/// <summary>What the script of the officers' map asks for: the shape of the public map, with exact positions and the officers' words.</summary>
static class InboxMapJson
{
    public static async Task<IResult> AnswerAsync(
        HttpContext context, InboxMap map, Province province, FaultTypes faults, TimeProvider time, CancellationToken cancellationToken)
    {
        var (arguments, mistake) = MapArguments.Read(context.Request.Query);
        if (mistake is { } wrong)
            return MapProblem.Of(wrong);
        var now = time.GetUtcNow().UtcDateTime;
        var filter = InboxAddress.Read(context.Request.Query, province, faults, context.User.ToActor().OfficerId).Filter.Open;
        var window = MapWindow.Around(arguments.Box, arguments.Zoom);
        if (window.Cells > MapArguments.MostCells)
            return MapProblem.Of(MapArguments.TooLarge);
        var view = await map.ReadAsync(filter, window, now, cancellationToken);
        return Results.Json(new
        {
            groups = view.Groups.Select(Wire),
            reports = view.Requests.Select(request => Wire(request, now, province, faults, context.Request.PathBase)),
            total = view.Total,
            more = view.IsMore,
        });
    }

    static object Wire(InboxMapGroup group) => new
    {
        lat = group.Middle.Latitude,
        lng = group.Middle.Longitude,
        count = group.Kinds.Count,
        waiting = group.Kinds.Count(kind => kind == MapKind.Waiting),
        working = group.Kinds.Count(kind => kind == MapKind.Working),
        done = group.Kinds.Count(kind => kind == MapKind.Done),
        other = group.Kinds.Count(kind => kind == MapKind.Other),
        west = group.Box.West,
        south = group.Box.South,
        east = group.Box.East,
        north = group.Box.North,
    };

    static object Wire(InboxMapRequest request, DateTime now, Province province, FaultTypes faults, PathString root) => new
    {
        reference = request.Reference,
        lat = request.Position.Latitude,
        lng = request.Position.Longitude,
        status = request.Status.Kind().ToString().ToLowerInvariant(),
        statusName = Say.T(request.Status.Name()),
        fault = Say.T(faults.NameOf(request.FaultCode)),
        place = request.Place.InWords(province, Say.Language),
        note = Note(request, now),
        approximate = request.IsApproximate,
        url = root + Links.OfficerRequest(request.Reference),
    };

    static string Note(InboxMapRequest request, DateTime now) => string.Join(" · ", new[]
    {
        request.IsUrgent ? Say.T("เร่งด่วน", "Urgent") : "",
        request.DueAt < now ? Say.T("เกินกำหนด", "Overdue") : "",
    }.Where(words => words.Length > 0));
}
