namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// A report that looks as if a machine had sent it: kept whole until an officer has looked at it. It has no reference and nobody is told of
/// it before it is taken in.
/// </summary>
public sealed class HeldReport
{
    /// <summary>Most signs of a reason.</summary>
    public const int MaxReason = 500;

    /// <summary>Key in storage.</summary>
    public long Id { get; set; }

    /// <summary>The form it came from; whoever sent it knows it, and asks by it what became of it.</summary>
    public string FormKey { get; set; } = "";

    /// <summary>What was sent, as JSON; empty once it is decided and no longer needed.</summary>
    public string Report { get; set; } = "";

    /// <summary>Why it was held: codes of signs, separated by spaces.</summary>
    public string Signs { get; set; } = "";

    /// <summary>What they came to.</summary>
    public int Score { get; set; }

    /// <summary>Digits of the sender's telephone number, for the desk of personal data; empty when there is none, and when <see cref="Report"/> is.</summary>
    public string Phone { get; set; } = "";

    /// <summary>The sender's address in lower case, likewise.</summary>
    public string Email { get; set; } = "";

    /// <summary>When it was sent, UTC: the moment that counts as receipt when it is taken in.</summary>
    public DateTime At { get; set; }

    /// <summary>When an officer decided, UTC; null while it waits.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>Who decided.</summary>
    public string DecidedByName { get; set; } = "";

    /// <summary>The reference it got; empty when it was dropped.</summary>
    public string Reference { get; set; } = "";

    /// <summary>Why it was dropped.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Forgets who sent what.</summary>
    public void Empty() => (Report, Phone, Email) = ("", "", "");
}
