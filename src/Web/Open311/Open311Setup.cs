using Microsoft.AspNetCore.Mvc;
using Songthang.Domain;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;

namespace Songthang.Web.Open311;

/// <summary>The door for programs that speak Open311 GeoReport v2 (docs/open311.md).</summary>
static class Open311Setup
{
    const string Start = "/open311";

    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddOpen311(this IServiceCollection services) => services
        .AddSingleton<PageBorders>().AddScoped<Open311Shapes>().AddScoped<NewRequestEndpoint>();

    /// <summary>Whatever goes wrong below <c>/open311</c> is said in the standard's shape.</summary>
    public static IApplicationBuilder UseOpen311(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Start), door => door.Use(AnswerAsync));

    public static void MapOpen311(this IEndpointRouteBuilder routes)
    {
        var door = routes.MapGroup(Start).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(RateLimits.HarvestPolicy);
        foreach (var ending in (string[])["", ".json", ".xml"])
        {
            door.MapMethods($"discovery{ending}", Reading, DiscoveryEndpoint.Show);
            door.MapMethods($"v2/discovery{ending}", Reading, DiscoveryEndpoint.Show);
            door.MapMethods($"v2/services{ending}", Reading, ServicesEndpoints.List);
            door.MapMethods($"v2/services/{{code}}{ending}", Reading, ServicesEndpoints.Define);
            door.MapMethods($"v2/requests{ending}", Reading, RequestsEndpoints.ListAsync);
            door.MapMethods($"v2/requests/{{id}}{ending}", Reading, RequestsEndpoints.FindAsync);
            door.MapMethods($"v2/tokens/{{id}}{ending}", Reading, RequestsEndpoints.TokenAsync);
            door.MapMethods($"v2/servicerequestupdates{ending}", Reading, UpdatesEndpoints.ListAsync);
            door.MapPost($"v2/requests{ending}", (NewRequestEndpoint endpoint, HttpContext context, CancellationToken cancellationToken) =>
                endpoint.RunAsync(context, cancellationToken)).WithMetadata(new RequestSizeLimitAttribute(SentForm.MostBytes));
            door.MapPost($"v2/servicerequestupdates{ending}", UpdatesEndpoints.WriteAsync).WithMetadata(new RequestSizeLimitAttribute(SentForm.MostBytes));
        }
    }

    static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        // Everyone's pages may read what everyone may read; nobody's page may write with its reader's help.
        if (Reading.Contains(request.Method) || HttpMethods.IsOptions(request.Method))
            AllowReading(context.Response.Headers);
        if (HttpMethods.IsOptions(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var error = await TryAsync(context, next) ?? OfStatus(context.Response);
        if (error is { } found && !context.Response.HasStarted)
            await Answer.Error(found.Status, found.Description).ExecuteAsync(context);
    }

    static void AllowReading(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = "GET, HEAD";
        headers.AccessControlExposeHeaders = "Link, Retry-After, X-Open311-Clamped";
    }

    static async Task<(int Status, string Description)?> TryAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            return null;
        }
        catch (Refused refused)
        {
            return (refused.Status, refused.Message);
        }
        catch (RuleBroken rule)
        {
            return (rule.Code == UploadCounter.Reached ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest, $"{rule.Sentence.English} {rule.Sentence.Thai}");
        }
        catch (BadHttpRequestException bad)
        {
            return (bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The request is too large." : "The request cannot be read.");
        }
        catch (InvalidDataException)
        {
            return (StatusCodes.Status400BadRequest, "The form cannot be read.");
        }
        catch (Exception problem) when (!context.RequestAborted.IsCancellationRequested)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Open311Setup)).LogError(problem, "Open311 failed");
            var status = Errors.StatusOf(problem);
            return (status, status == StatusCodes.Status503ServiceUnavailable
                ? "The service is not available at the moment. Please try again as Retry-After says."
                : "Something went wrong here. Please try again later.");
        }
    }

    /// <summary>What others refused without a word: unknown addresses, too many calls.</summary>
    static (int Status, string Description)? OfStatus(HttpResponse response) => response.HasStarted || response.ContentType is not null ? null
        : response.StatusCode switch
        {
            < 400 => null,
            StatusCodes.Status404NotFound => (response.StatusCode, "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed => (response.StatusCode, "This address does not take this method."),
            StatusCodes.Status429TooManyRequests => (response.StatusCode, "Too many calls; please wait a little."),
            StatusCodes.Status413PayloadTooLarge => (response.StatusCode, "The request is too large."),
            var status => (status, "The request cannot be answered."),
        };
}
