using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Shared;

/// <summary>What is answered when something went wrong: a page to people, <c>problem+json</c> to programs.</summary>
public static class Errors
{
    /// <summary>After how many seconds it is worth asking again when the database or a disk is not to be had.</summary>
    public const string RetryAfterSeconds = "30";

    public static IServiceCollection AddErrors(this IServiceCollection services) => services.AddProblemDetails(options =>
        options.CustomizeProblemDetails = problem => problem.ProblemDetails.Extensions["traceId"] = TraceId(problem.HttpContext));

    /// <summary>Comes first, so that it sees the mistakes of everything after it.</summary>
    public static IApplicationBuilder UseErrors(this IApplicationBuilder app) => app
        .Use((context, next) =>
        {
            // At the last moment, because what answers an unexpected mistake begins by clearing all headers.
            context.Response.OnStarting(static state =>
            {
                var response = (HttpResponse)state;
                if (response.StatusCode == StatusCodes.Status503ServiceUnavailable && response.Headers.RetryAfter.Count == 0)
                    response.Headers.RetryAfter = RetryAfterSeconds;
                return Task.CompletedTask;
            }, context.Response);
            return next(context);
        })
        .UseWhen(context => IsForPrograms(context.Request.Path), programs =>
        {
            programs.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf, SuppressDiagnosticsCallback = IsSenders });
            programs.UseStatusCodePages();
        })
        .UseWhen(context => !IsForPrograms(context.Request.Path), people =>
        {
            // In a scope of its own: what failed to be looked up would fail again.
            people.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = IsSenders,
                CreateScopeForErrors = true,
            });
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

    /// <summary>Whether the page of what went wrong is being made: it must not ask the database, which may be what went wrong.</summary>
    public static bool IsShown(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>
    /// A body that is too large or cannot be read is the sender's mistake, not ours; a database or disk that is not to be had for
    /// the moment is nobody's, and worth another try.
    /// </summary>
    public static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        AntiforgeryValidationException { InnerException: { } inner } => StatusOf(inner),
        _ when Interruption.Is(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The log of faults is of ours: whoever sends nonsense does not fill it.</summary>
    static bool IsSenders(ExceptionHandlerSuppressDiagnosticsContext context) => StatusOf(context.Exception) < StatusCodes.Status500InternalServerError;

    static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/open311")
        || path.StartsWithSegments("/uploads") || IsDataOfMap(path);

    /// <summary>What the scripts of maps ask for; <see cref="Links.Map"/> itself is a page.</summary>
    static bool IsDataOfMap(PathString path) => path == Links.MapReports || path == Links.OfficerMapReports || path == Links.MapSearch
        || path.StartsWithSegments(Links.MapBase);
}
