using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Open311;

/// <summary>Reads: <c>GET requests</c>, one request, and the token that stands for one.</summary>
static class RequestsEndpoints
{
    const string Root = "service_requests";

    // Beyond that a client asks for a narrower span, or follows the links.
    const int MostSkipped = 100_000;

    public static async Task<IResult> ListAsync(
        HttpContext context, PublicServiceRequests requests, PageBorders borders, Open311Shapes shapes, TimeProvider time, CancellationToken cancellationToken)
    {
        var asked = RequestsArguments.Read(new Arguments(name => context.Request.Query[name]), time.GetUtcNow().UtcDateTime);
        var caller = Caller(context);
        var start = asked.Start ?? (asked.Page is { } page ? borders.Before(caller, page) : null);
        var skip = start is null && asked.Page is { } counted ? (long)(counted - 1) * asked.Size : 0;
        if (skip > MostSkipped)
            throw Refused.Bad("Too many pages: please follow the Link header, or ask for a shorter span.");
        var found = await requests.HarvestAsync(asked.Filter, asked.Order, start, (int)skip, asked.Size, cancellationToken);
        Announce(context, asked, borders, caller, start, found);
        var shape = shapes.For(context.Request);
        return new Answer(Root, new Listing("request", [.. found.Select(request => shape.Of(request, asked.IsHarvest, asked.IsExtended))]));
    }

    public static async Task<IResult> FindAsync(
        string id, HttpContext context, PublicServiceRequests requests, Open311Shapes shapes, CancellationToken cancellationToken)
    {
        var given = new Arguments(name => context.Request.Query[name]);
        var isExtended = given.Flag("extensions");
        string[] ids = [.. id.Split(',').Select(Canonical).OfType<string>().Take(RequestsArguments.MostRequests)];
        var found = await requests.HarvestAsync(
            new HarvestFilter { References = ids }, HarvestOrder.NewestFirst, null, 0, RequestsArguments.MostRequests, cancellationToken);
        if (found.Count == 0)
            throw Refused.Unknown("service_request_id was not found.");
        var shape = shapes.For(context.Request);
        return new Answer(Root, new Listing("request", [.. found.Select(request => shape.Of(request, isExtended, isExtended))]));
    }

    /// <summary>Requests get their id at once, so that a token is only ever needed by clients that insist on one: the id is its own token.</summary>
    public static async Task<IResult> TokenAsync(string id, PublicServiceRequests requests, CancellationToken cancellationToken)
    {
        var found = Canonical(id) is { } reference
            ? await requests.HarvestAsync(new HarvestFilter { References = [reference] }, HarvestOrder.NewestFirst, null, 0, 1, cancellationToken)
            : [];
        return found is [var one]
            ? new Answer(Root, new Listing("request", [new Record(new("service_request_id", one.Request.Reference), new("token", id.Trim()))]))
            : throw Refused.Unknown("The token was not found.");
    }

    static string? Canonical(string id) => Reference.TryParse(id, out var reference) ? reference.ToString() : null;

    /// <summary>Says where the next requests are, and what of the question was narrowed.</summary>
    static void Announce(
        HttpContext context, RequestsArguments asked, PageBorders borders, string caller, HarvestStart? start, List<HarvestedRequest> found)
    {
        if (asked.Clamped is { } clamped)
            context.Response.Headers["X-Open311-Clamped"] = clamped;
        var last = found is [.., var end] ? new HarvestStart(asked.Order == HarvestOrder.ByChange ? end.ChangedAt : end.Request.SubmittedAt, end.Id) : start;
        if (asked.Page is { } page && last is not null)
            borders.Remember(caller, page, last);
        if (found.Count < asked.Size)
            return;
        NextPage.Announce(context, asked.Size, RequestsArguments.CursorAfter(asked.Order, found[^1]));
    }

    /// <summary>Who counts pages of which call: an address that asks for two lists at once walks two ways.</summary>
    static string Caller(HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Headers.UserAgent} " + string.Join('&', context.Request.Query
        .Where(pair => pair.Key is not ("page" or "cursor")).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}

/// <summary>Makes the shape in the language of a call: Thai, or English where <c>lang=</c> or <c>locale=</c> says so.</summary>
sealed class Open311Shapes(IOptions<Agency> agency, FaultTypes faults, Province province, PublicAddress address)
{
    public Open311Request For(HttpRequest request) => new(agency.Value, faults, province, address, LanguageOf(request));

    public static string LanguageOf(HttpRequest request)
    {
        var wanted = request.Query["lang"].ToString() is { Length: > 0 } lang ? lang : request.Query["locale"].ToString();
        return wanted.Length == 0 ? Say.Language : wanted.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "th";
    }
}
