namespace Songthang.Infrastructure.Persistence;

/// <summary>What a session began with.</summary>
public enum SignInWay
{
    /// <summary>The password, and a code where the account has a second factor.</summary>
    Password,

    /// <summary>A passkey, which is both factors in one.</summary>
    Passkey,

    /// <summary>The authority's own directory (OpenID Connect).</summary>
    Directory,

    /// <summary>The same, and the directory said that it asked for a second factor.</summary>
    DirectoryWithFactor,
}

/// <summary>
/// One sign-in of an account from one browser. It holds until it is ended, grows too old, or the account gets
/// another security stamp or is closed.
/// </summary>
public sealed class OfficerSession
{
    /// <summary>Random, 32 hex digits; leaves the program only inside the browser's encrypted ticket.</summary>
    public string Id { get; set; } = "";

    /// <summary>The account.</summary>
    public int OfficerId { get; set; }

    /// <summary>The account's security stamp when this began; another one ends all sessions of before.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>When it began, UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>What it began with.</summary>
    public SignInWay Way { get; set; }

    /// <summary>When the person last said again who it is, UTC; null when only at the sign-in.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>When the person signed out, UTC; null while it may be used.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Network address it began from, for the account's owner to recognise.</summary>
    public string Address { get; set; } = "";

    /// <summary>What the browser calls itself, cut to 200 characters.</summary>
    public string Browser { get; set; } = "";
}
