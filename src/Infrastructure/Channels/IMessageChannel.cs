namespace Songthang.Infrastructure.Channels;

/// <summary>
/// A way out of the house, opened for one batch of letters and disposed after it. No letter is sent before the outcome
/// of the one before it is known to the caller, who can store it at once.
/// </summary>
public interface IMessageChannel : IAsyncDisposable
{
    /// <summary>Name in the timeline of a request that was told this way, such as <c>email</c>.</summary>
    string Name { get; }

    /// <summary>Hands a letter over. Failures of the channel are outcomes, not exceptions.</summary>
    Task<Delivery> SendAsync(Letter letter, CancellationToken cancellationToken);
}

/// <summary>What became of a letter.</summary>
public enum DeliveryOutcome
{
    /// <summary>The other side took it and is answerable for it now.</summary>
    Taken,

    /// <summary>Not this time; later it may work.</summary>
    TryLater,

    /// <summary>Not this time, and no other letter either: the other side cannot be talked to.</summary>
    Unreachable,

    /// <summary>It will never work, such as for an address that does not exist.</summary>
    Refused,
}

/// <summary>What became of a letter, and why.</summary>
/// <param name="Outcome">Whether it was taken.</param>
/// <param name="Error">What went wrong, for an administrator and without addresses; empty when nothing did.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string Error = "")
{
    /// <summary>The other side took it.</summary>
    public static Delivery Taken { get; } = new(DeliveryOutcome.Taken);
}
