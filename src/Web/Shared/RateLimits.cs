using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

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
            .Validate(limits => new[] { limits.Submit, limits.Upload, limits.Track, limits.SignIn, limits.Nearby, limits.Harvest, limits.Api }
                .All(allowance => allowance is { Permits: > 0, Minutes: > 0 }), $"{RateLimits.Section}: every number must be above 0.")
            .ValidateOnStart();
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var found) ? found : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter =
                    Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(RateLimits.SubmitPolicy, context => PerAddress(context, limits => limits.Submit));
            options.AddPolicy(RateLimits.UploadPolicy, context => PerAddress(context, limits => limits.Upload));
            options.AddPolicy(RateLimits.TrackPolicy, context => PerAddress(context, limits => limits.Track));
            options.AddPolicy(RateLimits.NearbyPolicy, context => PerAddress(context, limits => limits.Nearby));
            options.AddPolicy(RateLimits.DownloadPolicy, context => RateLimitPartition.GetConcurrencyLimiter(
                Sender(context.Connection.RemoteIpAddress), _ => new ConcurrencyLimiterOptions { PermitLimit = 4, QueueLimit = 16 }));
            options.AddPolicy(RateLimits.HarvestPolicy, context => Counted(context, limits => limits.Harvest));
            options.AddPolicy(RateLimits.ApiPolicy, context => Counted(context, limits => limits.Api));
            options.AddPolicy(RateLimits.SignInPolicy, context => PerAddress(context, limits => limits.SignIn));
        });
    }

    static RateLimitPartition<string> PerAddress(HttpContext context, Func<RateLimits, RateLimits.Allowance> choose)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return RateLimitPartition.GetNoLimiter("");
        return Counted(context, choose);
    }

    static RateLimitPartition<string> Counted(HttpContext context, Func<RateLimits, RateLimits.Allowance> choose)
    {
        var allowance = choose(context.RequestServices.GetRequiredService<IOptions<RateLimits>>().Value);
        return RateLimitPartition.GetFixedWindowLimiter(
            Sender(context.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = allowance.Permits,
                Window = TimeSpan.FromMinutes(allowance.Minutes),
                QueueLimit = 0,
            });
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
