using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Shared;

/// <summary>Who may do what: every page names one of these, and a page that names none asks for a signed-in account.</summary>
public static class Policies
{
    /// <summary>Any account.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>Officers, administrators and directors: may read requests with who reported them.</summary>
    public const string Readers = nameof(Readers);

    /// <summary>Officers and administrators: check, accept, ask, decline.</summary>
    public const string Officers = nameof(Officers);

    /// <summary>Officers, administrators and crews: work on work orders; a crew only on its own.</summary>
    public const string Workers = nameof(Workers);

    /// <summary>Administrators: accounts, settings, undelivered messages.</summary>
    public const string Administrators = nameof(Administrators);

    /// <summary>The director and administrators: what was done and seen, and the proof that nothing was altered.</summary>
    public const string Supervisors = nameof(Supervisors);

    /// <summary>Partners' programs with a key for the JSON API.</summary>
    public const string PartnerApi = nameof(PartnerApi);

    /// <summary>Partners' programs with a key for webhooks.</summary>
    public const string PartnerWebhooks = nameof(PartnerWebhooks);

    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services.AddSingleton<PartnerPace>().AddScoped<PartnerKeys>();
        // Only asked by the policies that name it: a key never opens an officers' page.
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Name, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Staff, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Readers, policy => policy.RequireRole(
                nameof(OfficerRole.Officer), nameof(OfficerRole.Administrator), nameof(OfficerRole.Director)))
            .AddPolicy(Officers, policy => policy.RequireRole(nameof(OfficerRole.Officer), nameof(OfficerRole.Administrator)))
            .AddPolicy(Workers, policy => policy.RequireRole(
                nameof(OfficerRole.Officer), nameof(OfficerRole.Administrator), nameof(OfficerRole.Crew)))
            .AddPolicy(Supervisors, policy => policy.RequireRole(nameof(OfficerRole.Director), nameof(OfficerRole.Administrator)))
            .AddPolicy(PartnerApi, policy => ForPartners(policy, PartnerScopes.Api))
            .AddPolicy(PartnerWebhooks, policy => ForPartners(policy, PartnerScopes.Webhooks))
            .AddPolicy(Administrators, policy => policy.RequireRole(nameof(OfficerRole.Administrator)));
        return services;
    }

    static void ForPartners(AuthorizationPolicyBuilder policy, PartnerScopes scope) => policy
        .AddAuthenticationSchemes(ApiKeyScheme.Name).RequireClaim(ApiKeyScheme.ScopeClaim, scope.ToString());

    /// <summary>Claim that carries the name as colleagues see it.</summary>
    public const string DisplayNameClaim = "display_name";

    /// <summary>Claim that carries the code of the crew that an account belongs to.</summary>
    public const string CrewClaim = "crew";

    /// <summary>The crew to whose work orders this account is held; null when it may see all.</summary>
    public static string? OnlyCrew(this ClaimsPrincipal user) =>
        user.IsOfficer() || user.IsInRole(nameof(OfficerRole.Director)) ? null : user.FindFirstValue(CrewClaim) ?? "";

    /// <summary>Whether <see cref="Officers"/> lets this account in, for what a page offers.</summary>
    public static bool IsOfficer(this ClaimsPrincipal user) =>
        user.IsInRole(nameof(OfficerRole.Officer)) || user.IsInRole(nameof(OfficerRole.Administrator));

    /// <summary>Whether <see cref="Supervisors"/> lets this account in, for what a page offers.</summary>
    public static bool IsSupervisor(this ClaimsPrincipal user) =>
        user.IsInRole(nameof(OfficerRole.Director)) || user.IsInRole(nameof(OfficerRole.Administrator));

    /// <summary>The signed-in officer as the acting person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot its policy.</exception>
    public static Actor ToActor(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        ? Actor.Officer(int.Parse(id, CultureInfo.InvariantCulture), user.FindFirstValue(DisplayNameClaim) ?? "")
        : throw new InvalidOperationException("Nobody is signed in.");
}
