using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Songthang.Web.Shared;

/// <summary>Metrics and traces for a collector, by OTLP: only when the configuration names one.</summary>
public static class Telemetry
{
    /// <summary>Address of the collector; nothing leaves the program while it is empty.</summary>
    public const string Endpoint = "Songthang:Telemetry:Endpoint";

    /// <summary><c>grpc</c>, or <c>http/protobuf</c>.</summary>
    public const string Protocol = "Songthang:Telemetry:Protocol";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Gauges>();
        if (configuration[Endpoint] is not { Length: > 0 } endpoint)
            return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address))
            throw new InvalidOperationException($"{Endpoint} must be an address, such as http://localhost:4317.");
        var isHttp = configuration[Protocol] == "http/protobuf";
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("songthang", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics => metrics
                .AddMeter(Gauges.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
                .AddOtlpExporter(options => Send(options, "v1/metrics")))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(options => options.EnrichWithHttpResponse = (activity, response) =>
                {
                    // Addresses hold keys to requesters' own pages and what people search for: only the kind of page leaves the program.
                    var route = (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                    activity.SetTag("url.path", route is null ? null : "/" + route.TrimStart('/'));
                    activity.SetTag("url.query", null);
                    activity.SetTag("client.address", null);
                    activity.SetTag("user_agent.original", null);
                })
                .AddOtlpExporter(options => Send(options, "v1/traces")));

        void Send(OtlpExporterOptions options, string path)
        {
            options.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
            // An address that is set in code is taken as it stands.
            options.Endpoint = isHttp ? new Uri(address.AbsoluteUri.TrimEnd('/') + '/' + path) : address;
        }
    }
}
