using System.Diagnostics;
using Microsoft.Extensions.Logging.Console;

namespace Songthang.Web.Shared;

/// <summary>
/// What the program writes down of itself, on standard output: lines for people, or JSON where
/// <c>Logging:Console:FormatterName</c> is <c>json</c>, each with its moment in UTC. Each line of a request carries the trace id that its error page shows, and none
/// tells whose request it is: addresses of pages are keys to them, queries hold what people search for.
/// </summary>
static class Logs
{
    const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Of these the framework would write addresses, whatever level the configuration asks for.</summary>
    static readonly (string Category, LogLevel Least)[] Addresses =
    [
        // Its lines and its scope hold the path of every request.
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
        ("Microsoft.AspNetCore.Mvc.Infrastructure.RedirectResultExecutor", LogLevel.Warning),
        ("Microsoft.AspNetCore.Mvc.Infrastructure.LocalRedirectResultExecutor", LogLevel.Warning),
        ("Microsoft.AspNetCore.Mvc.Infrastructure.RedirectToPageResultExecutor", LogLevel.Warning),
        ("Microsoft.AspNetCore.Http.Result", LogLevel.Warning),
        ("Microsoft.AspNetCore.StaticFiles", LogLevel.Warning),
        ("Microsoft.AspNetCore.StaticAssets", LogLevel.Warning),
        ("Microsoft.AspNetCore.Routing", LogLevel.Warning),
        ("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.Warning),
        ("System.Net.Http.HttpClient", LogLevel.Warning),
    ];

    /// <summary>With its own lines silent, the framework gives a request a trace id only for whoever listens.</summary>
    static readonly Lazy<ActivityListener> TraceIds = new(() =>
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    });

    public static void AddLogs(this ILoggingBuilder logging)
    {
        _ = TraceIds.Value;
        // Universal time in every line, so that nodes, web server and database are laid side by side.
        logging.Services.Configure<SimpleConsoleFormatterOptions>(options => (options.UseUtcTimestamp, options.TimestampFormat) = (true, $"{Moment} "));
        logging.Services.Configure<JsonConsoleFormatterOptions>(options => (options.UseUtcTimestamp, options.TimestampFormat) = (true, Moment));
        logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        foreach (var (category, least) in Addresses)
            logging.AddFilter(category, least);
    }
}
