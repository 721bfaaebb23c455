namespace Songthang.Infrastructure.Persistence;

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

    /// <summary>When the person last said again who it is, UTC; null when only at the sign-in.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>When the person signed out, UTC; null while it may be used.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Network address it began from, for the account's owner to recognise.</summary>
    public string Address { get; set; } = "";

    /// <summary>What the browser calls itself, cut to 200 characters.</summary>
    public string Browser { get; set; } = "";
}
