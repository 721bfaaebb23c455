using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Songthang.Web.Shared;

/// <summary>
/// How often one address may send. Generous, because a whole village may share one address of a mobile network.
/// Pages name their policy: <c>[EnableRateLimiting(RateLimits.SubmitPolicy)]</c>; only what is sent counts, never
/// what is read.
/// </summary>
public sealed class RateLimits
{
    public const string Section = "Songthang:RateLimits";
    public const string SubmitPolicy = "submit";
    public const string UploadPolicy = "upload";
    public const string TrackPolicy = "track";
    public const string NearbyPolicy = "nearby";
    public const string SignInPolicy = "sign-in";
    public const string HarvestPolicy = "harvest";
    public const string ApiPolicy = "api";
    public const string PolePolicy = "pole";

    /// <summary>Large files: so many at the same time for one address, whatever is read.</summary>
    public const string DownloadPolicy = "download";

    public Allowance Submit { get; init; } = new();
    public Allowance Upload { get; init; } = new();
    public Allowance Track { get; init; } = new();
    public Allowance SignIn { get; init; } = new();

    /// <summary>Looking for what was reported already: each change of the place asks once.</summary>
    public Allowance Nearby { get; init; } = new() { Permits = 200 };

    /// <summary>Programs that read and write through Open311; here reading counts too. Keys have limits of their own besides.</summary>
    public Allowance Harvest { get; init; } = new() { Permits = 1200 };

    /// <summary>The JSON API, what is read too; a partner's key has its own limits besides.</summary>
    public Allowance Api { get; init; } = new() { Permits = 3000 };

    /// <summary>Pages of poles, what is read too: whoever tries all codes is slowed down, a street full of people is not.</summary>
    public Allowance Poles { get; init; } = new() { Permits = 600 };

    /// <summary>So many within so many minutes; the answer to one more says when the window ends.</summary>
    public sealed class Allowance
    {
        public int Permits { get; init; } = 60;
        public int Minutes { get; init; } = 10;
    }
}

public static class RateLimitsSetup
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RateLimits>().Bind(configuration.GetSection(RateLimits.Section))
            .Validate(limits => new[] { limits.Submit, limits.Upload, limits.Track, limits.SignIn, limits.Nearby, limits.Harvest, limits.Api, limits.Poles }
                .All(allowance => allowance is { Permits: > 0, Minutes: > 0 }), $"{RateLimits.Section}: every number must be above 0.")
            .ValidateOnStart();
        return services.AddSingleton<SendersCounted>();
    }

    /// <summary>
    /// Holds callers to the policy that their endpoint names. The framework's own middleware does the same, but what it counts with
    /// is never disposed: a timer of it would keep every program of a test run alive to the end.
    /// </summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app)
    {
        var counted = app.ApplicationServices.GetRequiredService<SendersCounted>();
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(Refusals.Category);
        return app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null)
            {
                await next(context);
                return;
            }

            using var lease = await counted.AcquireAsync(context);
            if (lease.IsAcquired)
                await next(context);
            else
            {
                Refuse(context.Response, lease);
                Refusals.Note(log, context, context.Response.StatusCode);
            }
        });
    }

    static void Refuse(HttpResponse response, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var found) ? found : TimeSpan.FromMinutes(1);
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Who counts as one: of IPv6 the first 64 bits, for a single subscriber may use all addresses behind them.</summary>
    internal static string Sender(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
            : address.ToString();
    }
}
