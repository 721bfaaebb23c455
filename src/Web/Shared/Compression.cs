namespace Songthang.Web.Shared;

/// <summary>
/// The report page is the heaviest and is read on phones at the roadside. Of the pages with a secret it alone is compressed as it is
/// written: nothing of the address is repeated in it and its tokens are random in every answer, so that its size tells
/// nobody anything (BREACH). What is the same for everyone, open data, feeds and what the map is drawn from hold nothing secret at all. Styles and scripts were compressed when they were built.
/// </summary>
public static class Compression
{
    public static IServiceCollection AddCompression(this IServiceCollection services) =>
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/csv", "text/calendar", "application/json", "application/geo+json", "application/ld+json",
                "application/csvm+json", "application/atom+xml", "application/xml", "text/xml"];
        });

    public static IApplicationBuilder UseCompression(this IApplicationBuilder app) => app.UseWhen(
        context => HttpMethods.IsGet(context.Request.Method) && (context.Request.Path == Links.Report || IsOpen(context.Request.Path) || KeptAnswers.IsForEveryone(context.Request)),
        report => report.UseResponseCompression());

    static bool IsOpen(PathString path) => path.StartsWithSegments(Links.OpenData) || path.StartsWithSegments("/feeds")
        || path.StartsWithSegments(Links.MapBase) || path == Links.MapReports || path == Links.MapSearch
        || path.StartsWithSegments("/sitemap.xml") || path.StartsWithSegments("/sitemaps");
}
