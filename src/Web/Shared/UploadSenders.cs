using System.Security.Claims;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Shared;

/// <summary>Says under whom the files of a request are counted: the account, the partner's key, or the network address.</summary>
public static class UploadSenders
{
    /// <summary>Comes after who it is is known.</summary>
    public static IApplicationBuilder UseUploadSenders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method))
            context.RequestServices.GetRequiredService<UploadSender>().Name = NameOf(context);
        return next(context);
    });

    static string NameOf(HttpContext context) =>
        ApiKeyScheme.PartnerOf(context.User) is { } partner ? FormattableString.Invariant($"key {partner.KeyId}")
        : context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account ? $"account {account}"
        : $"address {RateLimitsSetup.Sender(context.Connection.RemoteIpAddress)}";
}
