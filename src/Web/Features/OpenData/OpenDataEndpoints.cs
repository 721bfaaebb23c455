using System.Globalization;
using Microsoft.Net.Http.Headers;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using static Songthang.Web.Shared.Say;

namespace Songthang.Web.Features.OpenData;

/// <summary>The files of the open data under addresses that stay: whole, of a year, of a range of days.</summary>
static class OpenDataEndpoints
{
    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    // Another version of the program may write the same rows differently.
    static readonly string Build = typeof(OpenDataEndpoints).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    public static void MapOpenData(this IEndpointRouteBuilder routes)
    {
        foreach (var name in OpenDatasets.Names)
        {
            foreach (var format in OpenFormat.All)
            {
                routes.MapMethods(Links.OpenFile(name, format.Extension), Reading, (HttpContext context, CancellationToken stop) =>
                    SendAsync(context, name, format, year: null, stop)).AllowAnonymous().RequireRateLimiting(RateLimits.DownloadPolicy);
                routes.MapMethods($"{Links.OpenData}/{name}-{{year:int:range(2400,2700)}}.{format.Extension}", Reading,
                    (HttpContext context, int year, CancellationToken stop) => SendAsync(context, name, format, year, stop))
                    .AllowAnonymous().RequireRateLimiting(RateLimits.DownloadPolicy);
            }

            routes.MapMethods(Links.OpenDictionary(name), Reading, (HttpResponse response, DataDictionary dictionary) =>
                dictionary.Of(name).Answer(response)).AllowAnonymous();
        }

        routes.MapMethods(Links.OpenCatalog, Reading, async (HttpResponse response, DataCatalog catalog, CancellationToken stop) =>
            (await catalog.ReadAsync(stop)).Answer(response)).AllowAnonymous();
    }

    static async Task<IResult> SendAsync(HttpContext context, string name, OpenFormat format, int? year, CancellationToken cancellationToken)
    {
        var services = context.RequestServices;
        if (!TryReadDays(context.Request.Query, out var days))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: T("ช่วงวันที่ไม่ถูกต้อง", "The range of days cannot be read"),
                detail: T("กรุณาระบุ from และ to เป็นวันที่ ค.ศ. เช่น 2026-11-28 และ from ไม่เกิน to",
                    "Give from and to as days such as 2026-11-28, with from not after to."));
        }

        var set = services.GetRequiredService<OpenDatasets>().Of(name);
        days = year is { } one ? days.And(DayRange.OfYear(one)) : days;
        var stamp = await services.GetRequiredService<OpenDataFigures>().StampAsync(set, days, cancellationToken);
        PublicFile.Announce(context.Response, PublicFile.Age);
        context.Response.Headers.Link = $"<{Links.OpenDictionary(name)}>; rel=\"describedby\"; type=\"application/csvm+json\"";
        var wanted = new OpenFileRequest(set, format, days, Stream.Null, context.Abort);
        var write = services.GetRequiredService<WriteOpenFile>();
        return Results.Stream(to => write.RunAsync(wanted with { To = to }, cancellationToken), format.ContentType,
            $"songthang-{name}{(year is null ? "" : $"-{year}")}.{format.Extension}", PublicFile.ToSecond(stamp.ChangedAt),
            // Weak, because the same file goes over the wire packed and unpacked.
            new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture,
                $"\"{Build}-{stamp.Count}-{stamp.ChangedAt?.Ticks ?? 0:x}-{services.GetRequiredService<CurrentSettings>().DerivedFrom}\""), isWeak: true));
    }

    static bool TryReadDays(IQueryCollection query, out DayRange days)
    {
        days = default;
        if (!TryReadDay(query["from"], out var from) || !TryReadDay(query["to"], out var to) || from > to)
            return false;
        days = new(from, to);
        return true;
    }

    static bool TryReadDay(string? typed, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && read.Year is > 1900 and < 2200 ? read : null;
        return day is not null || string.IsNullOrEmpty(typed);
    }
}
