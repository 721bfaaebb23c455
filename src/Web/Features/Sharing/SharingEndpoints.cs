using Microsoft.Extensions.Options;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Pictures;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Sharing;

/// <summary>What is made for others who tell of our pages: pictures, and addresses for search engines.</summary>
static class SharingEndpoints
{
    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddSharing(this IServiceCollection services) =>
        services.AddSingleton<KeptForAWhile>().AddScoped<ReportPicture>().AddScoped<SiteMap>();

    public static void MapSharing(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/share/pages/{name}.png", Reading, PageAsync).AllowAnonymous().RequireRateLimiting(RateLimits.DownloadPolicy);
        routes.MapMethods("/share/reports/{reference}.png", Reading, ReportAsync).AllowAnonymous().RequireRateLimiting(RateLimits.DownloadPolicy);
        routes.MapMethods("/robots.txt", Reading, (HttpResponse response, PublicAddress address) =>
            Robots.File(address).Answer(response, TimeSpan.FromHours(1))).AllowAnonymous();
        routes.MapMethods("/sitemap.xml", Reading, async (HttpResponse response, SiteMap map, CancellationToken stop) =>
            (await map.IndexAsync(stop)).Answer(response, TimeSpan.FromHours(1))).AllowAnonymous();
        routes.MapMethods("/sitemaps/pages.xml", Reading, (HttpResponse response, SiteMap map) =>
            map.Pages().Answer(response, TimeSpan.FromHours(1))).AllowAnonymous();
        routes.MapMethods("/sitemaps/reports-{part:long:min(0)}.xml", Reading, async (HttpResponse response, long part, SiteMap map, CancellationToken stop) =>
            await map.ReportsAsync(part, stop) is { } file ? file.Answer(response, TimeSpan.FromHours(1)) : Results.NotFound()).AllowAnonymous();
    }

    static async Task<IResult> PageAsync(string name, HttpResponse response, IOptions<Agency> agency, KeptForAWhile kept, CancellationToken cancellationToken)
    {
        if (SharedPages.Named(name) is not { } page)
            return Results.NotFound();
        var who = agency.Value;
        var file = await kept.GetAsync($"picture {name} {who.ServiceName.Thai} {who.Name.Thai}", TimeSpan.FromHours(1), made => made.Body.Length,
            _ => Task.FromResult(new PublicFile(
                ShareCard.Draw(new(who.ServiceName.Thai, page.Title.Thai, "", $"{who.Division.Thai} {who.Name.Thai}")), "image/png", null)), cancellationToken);
        return file.Answer(response, TimeSpan.FromHours(1));
    }

    static async Task<IResult> ReportAsync(string reference, HttpResponse response, ReportPicture picture, CancellationToken cancellationToken) =>
        Reference.TryParse(reference, out var known) && known.ToString() == reference && await picture.ReadAsync(known, cancellationToken) is { } file
            ? file.Answer(response, TimeSpan.FromMinutes(5))
            : Results.NotFound();
}
