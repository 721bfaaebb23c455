using Songthang.Domain.Geography;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Feeds;

/// <summary>Feeds and calendars, made once a minute however many programs ask.</summary>
static class FeedEndpoints
{
    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddFeeds(this IServiceCollection services) =>
        services.AddScoped<AtomFeed>().AddScoped<WorkCalendar>();

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Links.FeedOfAll, Reading, (HttpContext context, CancellationToken stop) =>
            FeedAsync(context, FeedScope.All, stop)).AllowAnonymous();
        foreach (var kind in (string[])["amphoe", "tambon", "road", "pole"])
        {
            routes.MapMethods($"/feeds/{kind}/{{key}}.atom", Reading, (HttpContext context, string key, Province province, CancellationToken stop) =>
                FeedAsync(context, FeedScope.Of(kind, key, province), stop)).AllowAnonymous();
        }

        routes.MapMethods(Links.PlannedWork, Reading, CalendarAsync).AllowAnonymous();
    }

    static async Task<IResult> FeedAsync(HttpContext context, FeedScope? scope, CancellationToken cancellationToken)
    {
        if (scope is null)
            return Results.NotFound();
        var start = PageStart.Read(context.Request.Query["after"], isBackwards: false);
        var (kept, feed) = (context.RequestServices.GetRequiredService<KeptForAWhile>(), context.RequestServices.GetRequiredService<AtomFeed>());
        var file = await kept.GetAsync($"{scope.Address} {start?.Key}", PublicFile.Age, made => made.Body.Length,
            stop => feed.ReadAsync(scope, start, stop), cancellationToken);
        return file.Answer(context.Response);
    }

    static async Task<IResult> CalendarAsync(
        HttpResponse response, string? amphoe, string? tambon, string? road, Province province, WorkCalendar calendar, KeptForAWhile kept,
        TimeProvider time, CancellationToken cancellationToken)
    {
        // What is unknown finds nothing: a calendar that was asked for wrongly must not show everybody's work instead.
        if (amphoe is { Length: > 0 } && province.TambonsOf(amphoe).Count == 0
            || tambon is { Length: > 0 } && province.Find(tambon) is null || road is { Length: > 100 })
        {
            return Results.NotFound();
        }

        var file = await kept.GetAsync($"calendar {amphoe} {tambon} {RoadName.Key(road)}", PublicFile.Age, made => made.Body.Length,
            stop => calendar.ReadAsync(amphoe ?? "", tambon ?? "", road ?? "", time.GetUtcNow().UtcDateTime, stop), cancellationToken);
        return file.Answer(response);
    }
}
