using Microsoft.AspNetCore.Identity;
using Songthang.Domain.Officers;

namespace Songthang.Infrastructure.Persistence;

/// <summary>An account of the authority's staff; citizens have none.</summary>
public sealed class OfficerAccount : IdentityUser<int>
{
    /// <summary>Name as colleagues see it.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What the account may do.</summary>
    public OfficerRole Role { get; set; }

    /// <summary>The crew it belongs to, a code of the settings' crews; empty unless <see cref="Role"/> is <see cref="OfficerRole.Crew"/>.</summary>
    public string CrewCode { get; set; } = "";

    /// <summary>Closed accounts cannot sign in; their history stays.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Somebody else knows the password: its owner must choose one before doing anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Until when the password that somebody else chose can be used, UTC; null for one's own.</summary>
    public DateTime? InitialPasswordUntil { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Last successful sign-in, UTC; null before the first.</summary>
    public DateTime? SignedInAt { get; set; }
}
