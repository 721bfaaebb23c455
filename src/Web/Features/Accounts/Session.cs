using System.Globalization;
using System.Security.Claims;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>Whose session it is, as the database says.</summary>
/// <param name="OfficerId">The account.</param>
/// <param name="UserName">Of the account.</param>
/// <param name="DisplayName">As colleagues see it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="CrewCode">The crew it belongs to; empty for none.</param>
/// <param name="MustChangePassword">Somebody else chose the password.</param>
/// <param name="HasSecondFactor">It has a second factor.</param>
/// <param name="MustSetSecondFactor">It has none and must have one.</param>
/// <param name="StartedAt">When the session began, UTC.</param>
/// <param name="ConfirmedAt">When the person last showed who it is, UTC: at the sign-in or later.</param>
/// <param name="Way">What the session began with.</param>
public sealed record SignedIn(
    int OfficerId, string UserName, string DisplayName, OfficerRole Role, string CrewCode, bool MustChangePassword, bool HasSecondFactor,
    bool MustSetSecondFactor, DateTime StartedAt, DateTime ConfirmedAt, SignInWay Way);

/// <summary>How long a session lasts, and what a page knows of it.</summary>
static class Session
{
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>Claim that carries the session's id.</summary>
    public const string IdClaim = "session";

    /// <summary>Claim of those who must choose a password of their own first.</summary>
    public const string MustChangePasswordClaim = "must_change_password";

    /// <summary>Claim of those who must set up a second factor first.</summary>
    public const string MustSetSecondFactorClaim = "must_set_second_factor";

    /// <summary>Claim of those whom the authority's directory let in.</summary>
    public const string DirectoryClaim = "directory";

    /// <summary>Claim that says when the person last showed who it is, in ticks, UTC.</summary>
    public const string ConfirmedAtClaim = "confirmed_at";

    public static ClaimsPrincipal PrincipalOf(string id, SignedIn who)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, who.OfficerId.ToString(CultureInfo.InvariantCulture)),
                new Claim(ClaimTypes.Name, who.UserName),
                new Claim(ClaimTypes.Role, who.Role.ToString()),
                new Claim(Policies.DisplayNameClaim, who.DisplayName),
                new Claim(IdClaim, id),
                new Claim(ConfirmedAtClaim, who.ConfirmedAt.Ticks.ToString(CultureInfo.InvariantCulture)),
            ],
            authenticationType: "session");
        if (who is { Role: OfficerRole.Crew, CrewCode.Length: > 0 }) identity.AddClaim(new Claim(Policies.CrewClaim, who.CrewCode));
        if (who.Way is SignInWay.Directory or SignInWay.DirectoryWithFactor) identity.AddClaim(new Claim(DirectoryClaim, "true"));
        if (who.MustChangePassword) identity.AddClaim(new Claim(MustChangePasswordClaim, "true"));
        if (who.MustSetSecondFactor) identity.AddClaim(new Claim(MustSetSecondFactorClaim, "true"));
        return new ClaimsPrincipal(identity);
    }
}
