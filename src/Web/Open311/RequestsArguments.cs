using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Open311;

/// <summary>What a call of <c>GET requests</c> asks for.</summary>
/// <param name="Filter">Which requests.</param>
/// <param name="Order">In which order.</param>
/// <param name="Start">After which one to go on; null from the beginning.</param>
/// <param name="Page">Which page is counted; null when pages are not counted.</param>
/// <param name="Size">Requests in the answer.</param>
/// <param name="IsExtended">Whether the extensions are wanted.</param>
/// <param name="Clamped">What of it was narrowed; null when nothing was.</param>
sealed record RequestsArguments(
    HarvestFilter Filter, HarvestOrder Order, HarvestStart? Start, int? Page, int Size, bool IsExtended, string? Clamped)
{
    /// <summary>Longest span of time and most requests of one answer, by the standard.</summary>
    public const int MostDays = 90, MostRequests = 1000;

    /// <summary>Requests on a page when only the page is named.</summary>
    public const int UsualPage = 50;

    const double FarthestMetres = 50_000, UsualMetres = 1000;

    /// <summary>Whether the client goes on from what it has: it then needs exact moments.</summary>
    public bool IsHarvest => Page is not null || Start is not null || Order == HarvestOrder.ByChange || IsExtended;

    /// <exception cref="Refused">400: something makes no sense.</exception>
    public static RequestsArguments Read(Arguments given, DateTime now)
    {
        var isExtended = given.Flag("extensions");
        if (given.Listed("service_request_id") is { } ids)
            return new(new HarvestFilter { References = Known(ids) }, HarvestOrder.NewestFirst, null, null, MostRequests, isExtended, null);
        var (page, size) = (given.Count("page"), given.Count("page_size"));
        var (after, until) = (given.Moment("updated_after"), given.Moment("updated_before", isEnd: true));
        var start = Cursor(given.Text("cursor"));
        var order = start?.Order ?? ((after ?? until) is not null ? HarvestOrder.ByChange
            : (page ?? size) is not null ? HarvestOrder.OldestFirst : HarvestOrder.NewestFirst);
        var (from, to, clamped) = Window(given, now, isNeeded: after is null && until is null);
        var filter = new HarvestFilter
        {
            FaultCodes = given.Listed("service_code"),
            States = States(given.Listed("status")),
            From = from,
            To = to,
            ChangedAfter = after,
            ChangedUntil = until,
            Area = Area(given.Text("bbox")),
            Near = Near(given),
        };
        if (size > MostRequests)
            clamped = Said(clamped, $"page_size {MostRequests}");
        // Who follows links counts no pages.
        return new(filter, order, start?.From, start is null ? page ?? (size is null ? null : 1) : null,
            Math.Min(size ?? (page is null ? MostRequests : UsualPage), MostRequests), isExtended, clamped);
    }

    /// <summary>The argument that goes on after a request.</summary>
    public static string CursorAfter(HarvestOrder order, HarvestedRequest request) => string.Create(CultureInfo.InvariantCulture,
        $"{(int)order}.{(order == HarvestOrder.ByChange ? request.ChangedAt : request.Request.SubmittedAt).Ticks}.{request.Id}");

    /// <summary>The argument that goes on after something that happened.</summary>
    public static string CursorAfter(HarvestOrder order, HarvestedUpdate update) => string.Create(CultureInfo.InvariantCulture,
        $"{(int)order}.{(order == HarvestOrder.ByChange ? update.ChangedAt ?? update.At : update.At).Ticks}.{update.Id}");

    /// <summary>Reads such an argument; null when it is absent.</summary>
    /// <exception cref="Refused">400: it is not one of ours.</exception>
    public static (HarvestOrder Order, HarvestStart From)? Cursor(string? text)
    {
        if (text is null)
            return null;
        var parts = text.Split('.');
        if (parts.Length == 3 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var order)
            && Enum.IsDefined((HarvestOrder)order)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks > DateTime.UnixEpoch.Ticks && ticks < new DateTime(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return ((HarvestOrder)order, new(new DateTime(ticks, DateTimeKind.Utc), id));
        }

        throw Refused.Bad("cursor must be taken from the Link header of an answer.");
    }

    /// <summary>What is no reference of ours is nobody's; the others count.</summary>
    static List<string> Known(IReadOnlyList<string> ids) => [.. ids
        .Select(id => Reference.TryParse(id, out var reference) ? reference.ToString() : null).OfType<string>().Distinct().Take(MostRequests)];

    static (DateTime? From, DateTime? To, string? Clamped) Window(Arguments given, DateTime now, bool isNeeded)
    {
        var (from, to) = (given.Moment("start_date"), given.Moment("end_date", isEnd: true));
        if (from > to)
            throw Refused.Bad("start_date must not be after end_date.");
        if (from is null && to is null && !isNeeded)
            return (null, null, null);
        var longest = TimeSpan.FromDays(MostDays);
        if (from is { } first && to is null)
        {
            // A span that is open towards now ends there when that is near enough.
            return first + longest >= now ? (first, null, null) : (first, first + longest, $"end_date {new Moment(first + longest)}");
        }

        var last = to ?? now;
        if (from is null)
            return (last - longest, to, null);
        // A day more, for spans of ninety whole days that name both ends.
        return last - from > longest + TimeSpan.FromDays(1)
            ? (last - longest, to, $"start_date {new Moment(last - longest)}")
            : (from, to, null);
    }

    static ServiceRequestStatus[]? States(IReadOnlyList<string>? words)
    {
        if (words is null)
            return null;
        return [.. words.SelectMany(word => word.ToLowerInvariant() switch
        {
            "open" => Enum.GetValues<ServiceRequestStatus>().Where(status => status.IsOpen()),
            "closed" => Enum.GetValues<ServiceRequestStatus>().Where(status => !status.IsOpen()),
            var detailed => StatusWords.FromSlug(detailed.Replace('_', '-')) is { } status ? [status]
                : throw Refused.Bad("status must be open, closed or one of the detailed ones."),
        }).Distinct()];
    }

    static BoundingBox? Area(string? text)
    {
        if (text is null)
            return null;
        double[] sides = [.. text.Split(',').Select(side => double.TryParse(side, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN)];
        return sides is [var west, var south, var east, var north] && west <= east && south <= north
            && Position.TryCreate(south, west, out _) && Position.TryCreate(north, east, out _)
            ? new BoundingBox(west, south, east, north)
            : throw Refused.Bad("bbox must be west,south,east,north in degrees of WGS84.");
    }

    static Nearness? Near(Arguments given)
    {
        if (given.Position("lat", "long") is not { } centre)
            return given.Number("radius") is null ? null : throw Refused.Bad("radius needs lat and long.");
        var metres = given.Number("radius") ?? UsualMetres;
        if (metres is <= 0 or > FarthestMetres)
            throw Refused.Bad($"radius must be above 0 and at most {FarthestMetres:0} metres.");
        // Towards the poles a degree of longitude has no width.
        return Math.Abs(centre.Latitude) <= 85 ? new(centre, metres) : throw Refused.Bad("lat must be between -85 and 85.");
    }

    static string Said(string? before, string more) => before is null ? more : $"{before}, {more}";
}
