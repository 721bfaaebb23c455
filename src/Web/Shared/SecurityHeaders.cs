using Microsoft.Extensions.Options;
using Songthang.Infrastructure;

namespace Songthang.Web.Shared;

/// <summary>Headers that narrow what a browser may do with our pages (OWASP ASVS 5.0, chapter 3).</summary>
public static class SecurityHeaders
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        var tiles = TileOrigin(app.ApplicationServices.GetRequiredService<IOptions<Agency>>().Value.Map.Tiles);
        var policy = ContentPolicy(tiles);
        var framed = policy.Replace("frame-ancestors 'none'", $"frame-ancestors {Ancestors(app)}", StringComparison.Ordinal);
        return app.Use((context, next) =>
        {
            // At the last moment, because what answers an unexpected mistake begins by clearing all headers.
            var path = context.Request.Path;
            context.Response.OnStarting(() =>
            {
                Write(context, path, path == Links.Embed ? framed : policy);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    static void Write(HttpContext context, PathString path, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.IsHttps ? policy + "; upgrade-insecure-requests" : policy;
        // Browsers that came once over https come so for a year, to the names below ours too; who tries it out at home is spared.
        if (context.Request is { IsHttps: true, Host.Host: not ("localhost" or "127.0.0.1" or "[::1]") })
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers.XContentTypeOptions = "nosniff";
        // The one page that is made for the frames of other sites; there only the policy above says who may.
        if (path != Links.Embed) headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = IsForOtherSites(path) ? "cross-origin" : "same-origin";
        headers["Permissions-Policy"] =
            "geolocation=(self), camera=(self), microphone=(), payment=(), usb=(), browsing-topics=()";
        // The address of a requester's own page is the key to it.
        headers["Referrer-Policy"] = IsOwnPage(path) ? "no-referrer" : "same-origin";
        if (IsOwnPage(path) || IsStaffPage(path)) headers.CacheControl = "no-store";
        else if (IsKeptForGood(path, context.Response.StatusCode)) headers.CacheControl = "public, max-age=31536000, immutable";
    }

    /// <summary>Names that carry a version or a hash: what they hold never changes.</summary>
    static bool IsKeptForGood(PathString path, int status) => status is 200 or 304 &&
        (path.StartsWithSegments("/dist/fonts") || path.StartsWithSegments("/dist/chunks"));

    /// <summary>Public and without a cookie: other sites may show it.</summary>
    static bool IsForOtherSites(PathString path) => path == Links.Embed || path.StartsWithSegments("/share")
        || (path.StartsWithSegments(Links.OpenData) && path != Links.OpenData) || path.StartsWithSegments("/feeds");

    /// <summary>Which sites may show the frame: all of them, unless the configuration names some.</summary>
    static string Ancestors(IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IConfiguration>()["Songthang:FrameAncestors"] is { Length: > 0 } sites && !sites.Any(sign => sign is ';' or ',' || char.IsControl(sign))
            ? sites
            : "*";

    static bool IsOwnPage(PathString path) => path.StartsWithSegments("/r") || path.StartsWithSegments("/follow");

    static bool IsStaffPage(PathString path) => path.StartsWithSegments("/officer") || path.StartsWithSegments("/crew");

    static string ContentPolicy(string? tiles) => string.Join("; ",
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        $"img-src 'self' data: blob: {tiles}".TrimEnd(),
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");

    /// <summary>The tile server as a source of the policy: <c>{s}</c> stands for any sub-domain.</summary>
    static string? TileOrigin(string template) =>
        Uri.TryCreate(template.Replace("{s}", "sub-domain", StringComparison.Ordinal), UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http"
            ? address.GetLeftPart(UriPartial.Authority).Replace("sub-domain", "*", StringComparison.Ordinal)
            : null;
}
