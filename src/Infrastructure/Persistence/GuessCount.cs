namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// How often a user name was tried in vain from one place: a network, a browser that signed in before, or anywhere. Kept for names of
/// accounts and for any other name alike, so that neither the table nor the time of a try tells which is which.
/// </summary>
public sealed class GuessCount
{
    /// <summary>Keyed hash of name and place, 64 hex digits.</summary>
    public string Key { get; set; } = "";

    /// <summary>Keyed hash of the name, 64 hex digits: what was typed may be a password in the wrong field.</summary>
    public string Name { get; set; } = "";

    /// <summary>Tries since <see cref="Since"/> that were in vain, or are being looked at.</summary>
    public int Tries { get; set; }

    /// <summary>How often in a row it has rested: each rest is longer.</summary>
    public int Rests { get; set; }

    /// <summary>When counting began, UTC.</summary>
    public DateTime Since { get; set; }

    /// <summary>Until when nothing is looked at, UTC; past when it does not rest.</summary>
    public DateTime RestsUntil { get; set; }
}
