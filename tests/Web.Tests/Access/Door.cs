using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Access;

/// <summary>One way into the program: a method, an address with holes and, of a page, perhaps the name of what is done there.</summary>
sealed record Door(string Method, string Route, string Handler, RoutePattern Pattern)
{
    /// <summary>As the table of <c>docs/security/access.md</c> writes it, such as <c>POST /officer/account?handler=EndAll</c>.</summary>
    public string Name => $"{Method} {Route}{Query}";

    public string Query => Handler.Length > 0 ? $"?handler={Handler}" : "";

    /// <summary>All of the program's own table of routes; only styles, scripts and pictures of the layout are left out, which are for everyone.</summary>
    public static async Task<IReadOnlyList<Door>> AllAsync(TestApp app)
    {
        var pages = app.Services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.Any(data => data.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal)))
                continue;
            var pattern = endpoint.RoutePattern;
            var route = Write(pattern, hole => $"{{{hole.Name}}}");
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var handlers = (await pages.LoadAsync(page, endpoint.Metadata)).HandlerMethods;
                doors.Add(new("GET", route, "", pattern));
                doors.AddRange(handlers.Select(handler => new Door(handler.HttpMethod.ToUpperInvariant(), route, handler.Name ?? "", pattern)));
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
                doors.AddRange(methods.DefaultIfEmpty("GET").Where(method => method != "HEAD").Select(method => new Door(method, route, "", pattern)));
            }
        }

        return [.. doors.DistinctBy(door => door.Name).OrderBy(door => door.Route, StringComparer.Ordinal).ThenBy(door => door.Name, StringComparer.Ordinal)];
    }

    /// <summary>The address with its holes filled.</summary>
    public string Fill(Func<string, string> hole) => Write(Pattern, part => Uri.EscapeDataString(hole(part.Name))) + Query;

    static string Write(RoutePattern pattern, Func<RoutePatternParameterPart, string> hole) => "/" + string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => hole(parameter),
            _ => throw new InvalidOperationException($"{pattern.RawText} cannot be visited."),
        }))));
}
