using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;

namespace Songthang.Web.Shared;

/// <summary>What is answered when something went wrong: a page to people, <c>problem+json</c> to programs.</summary>
public static class Errors
{
    public static IServiceCollection AddErrors(this IServiceCollection services) => services.AddProblemDetails(options =>
        options.CustomizeProblemDetails = problem => problem.ProblemDetails.Extensions["traceId"] = TraceId(problem.HttpContext));

    /// <summary>Comes first, so that it sees the mistakes of everything after it.</summary>
    public static IApplicationBuilder UseErrors(this IApplicationBuilder app) => app
        .UseWhen(context => IsForPrograms(context.Request.Path), programs =>
        {
            programs.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
            programs.UseStatusCodePages();
        })
        .UseWhen(context => !IsForPrograms(context.Request.Path), people =>
        {
            people.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = StatusOf });
            people.UseStatusCodePagesWithReExecute("/error/{0}");
        });

    /// <summary>What no other address answers is not found, for everyone: never a reason to ask for a sign-in.</summary>
    public static void MapNotFound(this IEndpointRouteBuilder routes) => routes.MapFallback("{**path}", context =>
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }).AllowAnonymous();

    /// <summary>The number under which the log tells what happened.</summary>
    public static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    /// <summary>A body that is too large or cannot be read is the sender's mistake, not ours.</summary>
    static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        AntiforgeryValidationException { InnerException: { } inner } => StatusOf(inner),
        _ => StatusCodes.Status500InternalServerError,
    };

    static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/open311")
        || path.StartsWithSegments("/uploads") || IsDataOfMap(path);

    /// <summary>What the scripts of maps ask for; <see cref="Links.Map"/> itself is a page.</summary>
    static bool IsDataOfMap(PathString path) => path == Links.MapReports || path == Links.OfficerMapReports || path == Links.MapSearch
        || path.StartsWithSegments(Links.MapBase);
}
