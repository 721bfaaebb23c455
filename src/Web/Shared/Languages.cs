using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;

namespace Songthang.Web.Shared;

/// <summary>Thai unless the reader chose English, which a cookie remembers.</summary>
public static class Languages
{
    const string Cookie = "lang";
    static readonly CultureInfo Thai = new("th-TH");
    static readonly CultureInfo English = new("en-GB");

    /// <summary>
    /// Sets the language of the words. Numbers and what forms send stay culture-free: th-TH would read the year of a
    /// date field as Buddhist Era, and dates are written by our own rules anyway.
    /// </summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = Chosen(context.Request) == "en" ? English : Thai;
        await next(context);
    });

    /// <summary>Maps <c>/language/{lang}?return=/local/path</c>, which remembers the choice and goes back.</summary>
    public static void MapLanguages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/language/{lang:regex(^(th|en)$)}", (string lang, string? @return, HttpContext context) =>
        {
            context.Response.Cookies.Append(Cookie, lang, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
            context.Response.Headers.CacheControl = "no-store";
            return Results.LocalRedirect(Links.IsLocal(@return) ? @return : "/");
        }).AllowAnonymous();

    /// <summary>Address of the switch to the other language, coming back to the page of this request.</summary>
    public static string OtherLanguage(HttpRequest request)
    {
        var failed = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var back = HttpMethods.IsGet(request.Method) ? (failed is null ? request.Path : new PathString(failed.OriginalPath)) + (failed?.OriginalQueryString ?? request.QueryString.Value) : "/";
        return $"/language/{(Say.Language == "en" ? "th" : "en")}?return={Uri.EscapeDataString(back)}";
    }

    /// <summary>In the frame of another site there is no cookie: its address says the language.</summary>
    static string? Chosen(HttpRequest request) =>
        request.Path == Links.Embed ? request.Query["lang"].ToString() : request.Cookies[Cookie];
}
