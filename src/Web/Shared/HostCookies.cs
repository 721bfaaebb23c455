using Microsoft.Extensions.Primitives;

namespace Songthang.Web.Shared;

/// <summary>
/// Over https every cookie of ours bears the prefix <c>__Host-</c> (RFC 6265bis, section 4.1.3.2): browsers take it from this very host
/// alone, with https and for all paths, so that neither a sub-domain nor somebody on the wire can slip one in. The program itself
/// speaks of <c>session</c>, <c>form</c> and so on; the prefix comes and goes at its edge. Over plain http, where browsers would
/// refuse the prefix, the names stay plain.
/// </summary>
public static class HostCookies
{
    const string Prefix = "__Host-";

    /// <summary>Comes after what tells whether the visitor speaks https, and before whatever reads a cookie.</summary>
    public static IApplicationBuilder UseHostCookies(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Below a path of the host the cookies have that path, and the prefix is not for them.
        if (context.Request.IsHttps && !context.Request.PathBase.HasValue)
        {
            context.Request.Headers.Cookie = WithoutPrefix(context.Request.Headers.Cookie);
            // Registered first and therefore run last, when all cookies have been set.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                if (headers.SetCookie.Count > 0)
                    headers.SetCookie = new StringValues([.. headers.SetCookie.Select(cookie => Prefix + cookie)]);
                return Task.CompletedTask;
            });
        }

        return next(context);
    });

    /// <summary>Only what bears the prefix is ours.</summary>
    static StringValues WithoutPrefix(StringValues sent) => string.Join("; ", sent
        .SelectMany(header => (header ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Where(cookie => cookie.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(cookie => cookie[Prefix.Length..])) is { Length: > 0 } ours
            ? ours
            : StringValues.Empty;
}
