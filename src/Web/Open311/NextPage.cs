using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Songthang.Infrastructure;

namespace Songthang.Web.Open311;

/// <summary>Where the answer goes on, for who follows links (RFC 8288).</summary>
static class NextPage
{
    /// <summary>Says it in the header <c>Link</c>: the same question, from the cursor on.</summary>
    /// <param name="context">The call.</param>
    /// <param name="size">How much an answer holds.</param>
    /// <param name="cursor">After what.</param>
    /// <param name="instead">Arguments that take the place of what was asked.</param>
    public static void Announce(HttpContext context, int size, string cursor, params (string Name, string Value)[] instead)
    {
        var given = context.Request.Query.Where(pair => pair.Key is not ("cursor" or "page" or "page_size")
            && !Array.Exists(instead, one => one.Name == pair.Key));
        var next = new QueryBuilder(given)
        {
            { "page_size", size.ToString(CultureInfo.InvariantCulture) },
            { "cursor", cursor },
        };
        foreach (var (name, value) in instead)
            next.Add(name, value);
        var address = context.RequestServices.GetRequiredService<PublicAddress>().Of(context.Request.Path + next.ToQueryString());
        context.Response.Headers.Link = $"<{address}>; rel=\"next\"";
    }
}
