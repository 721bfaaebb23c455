using System.Globalization;
using Microsoft.OpenApi;
using Songthang.Domain;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Api;

/// <summary>The JSON API for partners and for front ends of our own.</summary>
static class ApiSetup
{
    public const string Root = "/api/v1";

    static readonly CultureInfo English = new("en-GB");

    public static IServiceCollection AddApi(this IServiceCollection services) => services.AddOpenApi(ApiDocument.Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer<ApiDocument>();
    });

    /// <summary>The reader's language, who may read from other sites, and problems instead of bare numbers. Comes before the routing.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Root), api => api.Use(async (context, next) =>
        {
            if (WantsEnglish(context.Request))
                CultureInfo.CurrentUICulture = English;
            AllowReading(context);
            try
            {
                await next(context);
            }
            catch (RuleBroken rule) when (!context.Response.HasStarted)
            {
                await ApiProblem.Of(rule).ExecuteAsync(context);
            }
            catch (Exception problem) when (!context.Response.HasStarted && Interruption.Is(problem))
            {
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiSetup)).LogError(problem, "The API has no database or disk");
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }

            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } and { ContentLength: null or 0 })
                await ApiProblem.WriteAsync(context);
        }));

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root + "/openapi.json", ApiDocument.ShowAsync).AllowAnonymous().RequireRateLimiting(RateLimits.ApiPolicy).ExcludeFromDescription();
        var api = routes.MapGroup(Root).AllowAnonymous().RequireRateLimiting(RateLimits.ApiPolicy)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapRequests();
        api.MapStatistics();
        api.MapCatalogue();
        routes.MapGroup(Root).RequireAuthorization(Policies.PartnerApi).RequireRateLimiting(RateLimits.ApiPolicy).MapSubmitting();
        // What no other method took: the fallback of the pages would say that there is nothing here.
        foreach (var (path, methods) in Paths)
            routes.Map(Root + path, context => RefuseAsync(context, methods)).AllowAnonymous().WithOrder(1).ExcludeFromDescription();
    }

    static readonly (string Path, string Methods)[] Paths =
    [
        ("/requests", "GET, POST"), ("/requests/{reference}", "GET"), ("/requests/{reference}/timeline", "GET"),
        ("/photos", "POST"), ("/services", "GET"), ("/tambons", "GET"), ("/announcements", "GET"),
        ("/announcements/{id:int}", "GET"), ("/poles", "GET"), ("/work", "GET"),
        ("/statistics", "GET"),
    ];

    static Task RefuseAsync(HttpContext context, string methods)
    {
        context.Response.Headers.Allow = methods;
        // A method that is taken came here because of what it brought.
        context.Response.StatusCode = HttpMethods.IsOptions(context.Request.Method) ? StatusCodes.Status204NoContent
            : methods.Split(", ").Contains(context.Request.Method, StringComparer.Ordinal) ? StatusCodes.Status415UnsupportedMediaType
            : StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    /// <summary>Any site may read; none may send with what a visitor's browser knows, and a preflight for that is not answered.</summary>
    static void AllowReading(HttpContext context)
    {
        var asked = context.Request.Headers.AccessControlRequestMethod.ToString();
        var method = HttpMethods.IsOptions(context.Request.Method) && asked.Length > 0 ? asked : context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
            return;
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.AccessControlExposeHeaders = "ETag, Retry-After";
        if (!HttpMethods.IsOptions(context.Request.Method))
            return;
        context.Response.Headers.AccessControlAllowMethods = "GET";
        context.Response.Headers.AccessControlAllowHeaders = "Accept-Language, If-None-Match";
        context.Response.Headers.AccessControlMaxAge = "86400";
    }

    static bool WantsEnglish(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage;
        double Weight(string language) => wanted.Where(one => one.Value.StartsWith(language, StringComparison.OrdinalIgnoreCase))
            .Select(one => one.Quality ?? 1).DefaultIfEmpty(0).Max();
        return Weight("en") > Weight("th");
    }
}
