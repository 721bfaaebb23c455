using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Songthang.Web.Shared;

/// <summary>Counts who sent how much under which policy of <see cref="RateLimits"/>. Its clock ends with the program.</summary>
public sealed class SendersCounted : IDisposable
{
    readonly RateLimits limits;
    readonly PartitionedRateLimiter<HttpContext> counted;

    public SendersCounted(IOptions<RateLimits> limits)
    {
        this.limits = limits.Value;
        counted = PartitionedRateLimiter.Create<HttpContext, (string Policy, string Sender)>(PartitionOf);
    }

    /// <summary>Leave to go on, or not; waits where the policy lets calls queue.</summary>
    public ValueTask<RateLimitLease> AcquireAsync(HttpContext context) => counted.AcquireAsync(context, 1, context.RequestAborted);

    RateLimitPartition<(string Policy, string Sender)> PartitionOf(HttpContext context)
    {
        var policy = context.GetEndpoint()!.Metadata.GetMetadata<EnableRateLimitingAttribute>()!.PolicyName ?? "";
        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var key = (policy, RateLimitsSetup.Sender(context.Connection.RemoteIpAddress));
        return policy switch
        {
            RateLimits.HarvestPolicy => Windowed(key, limits.Harvest),
            RateLimits.ApiPolicy => Windowed(key, limits.Api),
            RateLimits.PolePolicy => Windowed(key, limits.Poles),
            RateLimits.DownloadPolicy => RateLimitPartition.GetConcurrencyLimiter(key, _ => new() { PermitLimit = 4, QueueLimit = 16 }),
            _ when isReading => RateLimitPartition.GetNoLimiter((policy, "")),
            RateLimits.SubmitPolicy => Windowed(key, limits.Submit),
            RateLimits.UploadPolicy => Windowed(key, limits.Upload),
            RateLimits.TrackPolicy => Windowed(key, limits.Track),
            RateLimits.NearbyPolicy => Windowed(key, limits.Nearby),
            RateLimits.SignInPolicy => Windowed(key, limits.SignIn),
            _ => throw new InvalidOperationException($"There is no policy {policy}."),
        };
    }

    static RateLimitPartition<(string Policy, string Sender)> Windowed((string Policy, string Sender) key, RateLimits.Allowance allowance) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new()
        {
            PermitLimit = allowance.Permits,
            Window = TimeSpan.FromMinutes(allowance.Minutes),
            QueueLimit = 0,
        });

    public void Dispose() => counted.Dispose();
}
