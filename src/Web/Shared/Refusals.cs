namespace Songthang.Web.Shared;

/// <summary>
/// Takes down that something was refused: which route, with which status, and nothing of what was sent or by whom. The trace id of the line
/// leads to the page that was shown.
/// </summary>
public static class Refusals
{
    /// <summary>Name under which they stand in the log.</summary>
    public const string Category = "Songthang.Refusals";

    /// <summary>Comes where the endpoint is known; what is refused before is said by whoever refuses it.</summary>
    public static IApplicationBuilder UseRefusals(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        return app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception fault) when (Errors.StatusOf(fault) < StatusCodes.Status500InternalServerError)
            {
                // What cannot even be read is answered further out.
                Note(log, context, Errors.StatusOf(fault));
                throw;
            }
            if (!HttpMethods.IsGet(context.Request.Method) && context.Response.StatusCode is >= 400 and < 500)
                Note(log, context, context.Response.StatusCode);
        });
    }

    /// <summary>The pattern of the route, never the address: that may be a key.</summary>
    public static void Note(ILogger log, HttpContext context, int status)
    {
        var method = Known(context.Request.Method);
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
        log.LogInformation("Refused with {Status}: {Method} {Route}", status, method, route);
    }

    /// <summary>Whoever sends may call a method anything.</summary>
    static string Known(string method) => HttpMethods.IsPost(method) ? "POST" : HttpMethods.IsGet(method) ? "GET" : "another method";
}
