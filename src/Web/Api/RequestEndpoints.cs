using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Api;

/// <summary>Requests that match, newest first; with updated_after in the order of their changes.</summary>
public sealed record ApiRequests(
    IReadOnlyList<ApiRequest> Items,
    [property: Description("How many there are of all; null when there are more than 10,000, and with updated_after.")] int? Total,
    [property: Description("Address of the page after; null on the last one.")] string? Next,
    [property: Description("With updated_after: the newest change in items, UTC, to be the next updated_after once next is null. Null when there was none.")]
    DateTime? UpdatedUpTo = null);

/// <summary>Something that happened to a request.</summary>
public sealed record ApiTimelineEntry(
    [property: Description("What happened, such as Accepted.")] string Kind, string Title, DateTime At,
    [property: Description("What was done, for everyone to read.")] string? Result);

/// <summary>A request's story, newest first.</summary>
public sealed record ApiTimeline(string Reference, IReadOnlyList<ApiTimelineEntry> Items);

/// <summary>A photo that an officer approved for everyone.</summary>
public sealed record ApiPhoto(string Kind, string Full, string Thumb);

/// <summary>A request with its photos and how many wait for it.</summary>
public sealed record ApiRequestWhole(ApiRequest Request, IReadOnlyList<ApiPhoto> Photos, int Merged, int Followers);

/// <summary>Reading requests: the same that the public pages show.</summary>
static class RequestEndpoints
{
    const int DefaultSize = 50, MostSize = 200;

    public static void MapRequests(this IEndpointRouteBuilder api)
    {
        api.MapGet("/requests", ListAsync).WithName("ListRequests").WithTags("Requests").WithSummary("Requests, newest first, page by page")
            .Produces<ApiRequests>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/requests/{reference}", FindAsync).WithName("GetRequest").WithTags("Requests").WithSummary("One request").Produces<ApiRequestWhole>();
        api.MapGet("/requests/{reference}/timeline", TellAsync).WithName("GetTimeline").WithTags("Requests").WithSummary("What happened to one request")
            .Produces<ApiTimeline>();
    }

    static async Task<IResult> ListAsync(
        [Description("waiting, in-progress, completed, forwarded, declined, duplicate or withdrawn")] string? status,
        [Description("Amphoe, four digits")] string? amphoe, [Description("Tambon, six digits")] string? tambon,
        [Description("A code of /api/v1/services")] string? service, [Description("Part of a word")] string? q,
        [Description("Pole number as painted")] string? pole, [Description("From the address in next")] string? after,
        [Description("1 to 200; 50 when not given")] int? size,
        [FromQuery(Name = "updated_after"), Description("Only what changed for everyone after this moment (RFC 3339), in the order of the changes")] string? updatedAfter,
        HttpContext context, PublicServiceRequests requests, Province province, FaultTypes faults, CancellationToken cancellationToken)
    {
        var mistakes = new ApiMistakes();
        mistakes.Check("status", status, known => PublicStatus.Find(known) is not null);
        mistakes.Check("amphoe", amphoe, known => province.TambonsOf(known).Count > 0);
        mistakes.Check("tambon", tambon, known => province.Find(known) is not null);
        mistakes.Check("service", service, known => faults.Find(known) is not null);
        mistakes.Check("after", after, known => PageStart.Read(known, isBackwards: false) is not null);
        mistakes.Check("size", size is null or (>= 1 and <= MostSize));
        var changedAfter = ApiMoment.Read(updatedAfter);
        mistakes.Check("updated_after", updatedAfter, _ => changedAfter is not null);
        mistakes.Check("q", (q ?? "").Length <= 200);
        mistakes.Check("pole", (pole ?? "").Length <= 100);
        if (mistakes.Any)
            return mistakes.ToProblem();
        var filter = new PublicFilter(PublicStatus.Find(status), amphoe ?? "", tambon ?? "", service ?? "", ThaiText.Clean(q), PoleNumber.LooseKey(pole ?? ""));
        var start = PageStart.Read(after, isBackwards: false);
        if (changedAfter is { } moment)
        {
            var changed = await requests.ChangedAsync(filter, moment, start, size ?? DefaultSize, cancellationToken);
            return ApiAnswer.Json(context, new ApiRequests(
                [.. changed.Requests.Select(ApiRequest.Of)], null, Next(context, changed.Next), changed.UpTo));
        }

        var page = await requests.PageAsync(filter, start, size ?? DefaultSize, cancellationToken);
        return ApiAnswer.Json(context, new ApiRequests(
            [.. page.Requests.Select(ApiRequest.Of)], page.Total > PublicServiceRequests.CountedExactly ? null : page.Total, Next(context, page.Older)));
    }

    static string? Next(HttpContext context, PageStart? start)
    {
        if (start is null)
            return null;
        var parts = context.Request.Query.Where(part => part.Key != "after")
            .SelectMany(part => part.Value.Select(value => KeyValuePair.Create(part.Key, value)))
            .Append(KeyValuePair.Create<string, string?>("after", start.Key));
        return ApiSetup.Root + "/requests" + QueryString.Create(parts);
    }

    static async Task<IResult> FindAsync(string reference, HttpContext context, PublicServiceRequests requests, CancellationToken cancellationToken)
    {
        if (await StoryAsync(reference, requests, cancellationToken) is not { } story)
            return Results.NotFound();
        return ApiAnswer.Json(context, new ApiRequestWhole(ApiRequest.Of(story.Request),
            [.. story.Photos.Select(photo => new ApiPhoto(photo.Kind.ToString(), Links.PublicPhoto(photo.Key, "full"), Links.PublicPhoto(photo.Key, "thumb")))],
            story.Merged, story.Followers));
    }

    static async Task<IResult> TellAsync(string reference, HttpContext context, PublicServiceRequests requests, CancellationToken cancellationToken)
    {
        if (await StoryAsync(reference, requests, cancellationToken) is not { } story)
            return Results.NotFound();
        context.Response.Headers.Vary = "Accept-Language";
        return ApiAnswer.Json(context, new ApiTimeline(story.Request.Reference,
            [.. story.Timeline.Select(entry => new ApiTimelineEntry(entry.Kind.ToString(), Say.T(entry.Kind.Title()), entry.At, ApiRequest.Said(entry.Result)))]));
    }

    static async Task<PublicServiceRequestStory?> StoryAsync(string typed, PublicServiceRequests requests, CancellationToken cancellationToken) =>
        Reference.TryParse(typed, out var reference) ? await requests.FindAsync(reference, cancellationToken) : null;
}
