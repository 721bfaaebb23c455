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
        foreach (var language in (string[])["th", "en"])
        {
            routes.MapMethods(Links.PagePicture("{name}", language), Reading, (string name, HttpResponse response, IOptions<Agency> agency, KeptForAWhile kept, CancellationToken stop) =>
                PageAsync(name, language, response, agency.Value, kept, stop)).AllowAnonymous().RequireRateLimiting(RateLimits.DownloadPolicy);
            routes.MapMethods(Links.ReportPicture("{reference}", language), Reading, (string reference, HttpResponse response, ReportPicture picture, CancellationToken stop) =>
                ReportAsync(reference, language, response, picture, stop)).AllowAnonymous().RequireRateLimiting(RateLimits.DownloadPolicy);
        }

        routes.MapMethods("/robots.txt", Reading, (HttpResponse response, PublicAddress address) =>
            Robots.File(address).Answer(response, TimeSpan.FromHours(1))).AllowAnonymous();
        routes.MapMethods("/sitemap.xml", Reading, async (HttpResponse response, SiteMap map, CancellationToken stop) =>
            (await map.IndexAsync(stop)).Answer(response, TimeSpan.FromHours(1))).AllowAnonymous();
        routes.MapMethods("/sitemaps/pages.xml", Reading, (HttpResponse response, SiteMap map) =>
            map.Pages().Answer(response, TimeSpan.FromHours(1))).AllowAnonymous();
        routes.MapMethods("/sitemaps/reports-{part:long:min(0)}.xml", Reading, async (HttpResponse response, long part, SiteMap map, CancellationToken stop) =>
            await map.ReportsAsync(part, stop) is { } file ? file.Answer(response, TimeSpan.FromHours(1)) : Results.NotFound()).AllowAnonymous();
    }

    static async Task<IResult> PageAsync(string name, string language, HttpResponse response, Agency who, KeptForAWhile kept, CancellationToken cancellationToken)
    {
        if (SharedPages.Named(name) is not { } page)
            return Results.NotFound();
        var (service, whose) = (who.ServiceName.Phrase.In(language), $"{who.Division.Phrase.In(language)} {who.Name.Phrase.In(language)}");
        var file = await kept.GetAsync($"picture {language} {name} {service} {whose}", TimeSpan.FromHours(1), made => made.Body.Length,
            _ => Task.FromResult(new PublicFile(
                ShareCard.Draw(new(service, page.Title.In(language), "", whose)), "image/png", null)), cancellationToken);
        return file.Answer(response, TimeSpan.FromHours(1));
    }

    static async Task<IResult> ReportAsync(string reference, string language, HttpResponse response, ReportPicture picture, CancellationToken cancellationToken) =>
        Reference.TryParse(reference, out var known) && known.ToString() == reference && await picture.ReadAsync(known, language, cancellationToken) is { } file
            ? file.Answer(response, TimeSpan.FromMinutes(5))
            : Results.NotFound();
}
