using Microsoft.AspNetCore.Identity;
using Songthang.Infrastructure;

namespace Songthang.Web.Features.Accounts.Passkeys;

/// <summary>What passkeys must be like here.</summary>
static class PasskeyRules
{
    public static void Set(IdentityPasskeyOptions options, IConfiguration configuration)
    {
        // With both, one passkey is two factors, and it says itself whose it is.
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.AuthenticatorTimeout = TimeSpan.FromMinutes(5);
        // Passkeys belong to the name that people know the service by, whatever a request calls it.
        var known = configuration[PublicAddress.Key] is { Length: > 0 } url && Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null;
        options.ServerDomain = known?.Host;
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsHere(context, known));
    }

    static bool IsHere(PasskeyOriginValidationContext context, Uri? known) =>
        Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && origin.GetLeftPart(UriPartial.Authority).Equals(
            known?.GetLeftPart(UriPartial.Authority) ?? $"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host}",
            StringComparison.OrdinalIgnoreCase);
}
