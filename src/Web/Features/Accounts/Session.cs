using System.Globalization;
using System.Security.Claims;
using Songthang.Domain.Officers;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>Whose session it is, as the database says.</summary>
public sealed record SignedIn(
    int OfficerId, string UserName, string DisplayName, OfficerRole Role, string CrewCode, bool MustChangePassword, DateTime StartedAt);

/// <summary>How long a session lasts, and what a page knows of it.</summary>
static class Session
{
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>Claim that carries the session's id.</summary>
    public const string IdClaim = "session";

    /// <summary>Claim of those who must choose a password of their own first.</summary>
    public const string MustChangePasswordClaim = "must_change_password";

    public static ClaimsPrincipal PrincipalOf(string id, SignedIn who)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, who.OfficerId.ToString(CultureInfo.InvariantCulture)),
                new Claim(ClaimTypes.Name, who.UserName),
                new Claim(ClaimTypes.Role, who.Role.ToString()),
                new Claim(Policies.DisplayNameClaim, who.DisplayName),
                new Claim(IdClaim, id),
            ],
            authenticationType: "session");
        if (who is { Role: OfficerRole.Crew, CrewCode.Length: > 0 }) identity.AddClaim(new Claim(Policies.CrewClaim, who.CrewCode));
        if (who.MustChangePassword) identity.AddClaim(new Claim(MustChangePasswordClaim, "true"));
        return new ClaimsPrincipal(identity);
    }
}
