using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Shared;

/// <summary>
/// Lets a partner's program in by its key, in the header <c>X-Api-Key</c> or <c>Authorization: Bearer …</c>. Addresses for
/// partners name <see cref="Policies.PartnerApi"/> or <see cref="Policies.PartnerWebhooks"/>; each call so let in is counted.
/// </summary>
public sealed class ApiKeyScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, PartnerKeys keys, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string Name = "ApiKey";

    /// <summary>Claim with one scope of the key, such as <c>Api</c>.</summary>
    public const string ScopeClaim = "scope";

    const string KeyClaim = "api_key_id";

    KeyUse use;

    /// <summary>The key as sent in a header; null when none is there.</summary>
    public static string? Shown(HttpRequest request)
    {
        if (request.Headers["X-Api-Key"].ToString() is { Length: > 0 } own)
            return own;
        const string bearer = "Bearer ";
        var standard = request.Headers.Authorization.ToString();
        return standard.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) ? standard[bearer.Length..] : null;
    }

    /// <summary>Who calls, of a principal that this scheme let in; null for everybody else.</summary>
    public static Partner? PartnerOf(ClaimsPrincipal user) => user.FindFirstValue(KeyClaim) is { } id
        ? new Partner(int.Parse(id, CultureInfo.InvariantCulture), user.FindFirstValue(ClaimTypes.Name) ?? "",
            user.FindAll(ScopeClaim).Aggregate(PartnerScopes.None, (all, scope) => all | Enum.Parse<PartnerScopes>(scope.Value)))
        : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Shown(Request) is not { } key)
            return AuthenticateResult.NoResult();
        use = await keys.UseAsync(key, PartnerScopes.None, time.GetUtcNow().UtcDateTime, Context.RequestAborted);
        if (use.Partner is not { } partner)
            return AuthenticateResult.Fail(use.Refusal.ToString());
        var identity = new ClaimsIdentity(
        [
            new(KeyClaim, partner.KeyId.ToString(CultureInfo.InvariantCulture)), new(ClaimTypes.Name, partner.Name),
            .. Enum.GetValues<PartnerScopes>().Where(scope => scope != PartnerScopes.None && partner.Scopes.HasFlag(scope))
                .Select(scope => new Claim(ScopeClaim, scope.ToString())),
        ], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    /// <summary>401 without a key that works, 429 when it works again after a while.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = use.RetryAfter is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status429TooManyRequests;
        if (use.RetryAfter is { } wait)
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        else
            Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
