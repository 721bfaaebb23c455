namespace Songthang.Domain.Outages;

/// <summary>What several dark lamps have in common.</summary>
public enum OutageBasis
{
    /// <summary>They hang on one circuit by the pole register.</summary>
    Circuit,

    /// <summary>They stand along one road, near each other.</summary>
    Road,
}

/// <summary>Dark lamps that may fail for one reason.</summary>
/// <param name="Basis">What they have in common.</param>
/// <param name="Reports">Oldest first, at least one.</param>
public sealed record OutageCandidate(OutageBasis Basis, IReadOnlyList<DarkReport> Reports)
{
    /// <summary>The circuit's code, or the road as it is compared.</summary>
    public string Key => Basis == OutageBasis.Circuit ? Reports[0].CircuitCode : Reports[0].RoadKey;

    /// <summary>The same in words.</summary>
    public string Name => Basis == OutageBasis.Circuit ? Reports[0].CircuitCode : Reports[0].RoadName;
}

/// <summary>Dark lamps that probably fail for one reason: a breaker, a cabinet, a cable.</summary>
/// <param name="Basis">What they have in common.</param>
/// <param name="Key">The circuit's code, or the road as it is compared.</param>
/// <param name="Name">The same in words.</param>
/// <param name="FirstAt">The first report, UTC.</param>
/// <param name="LastAt">The last report, UTC.</param>
/// <param name="Lamps">How many lamps were reported: reports of the same lamp count once.</param>
/// <param name="Expected">How many lamps would have failed there by themselves in <see cref="OutageSearch.Window"/>.</param>
/// <param name="Reports">The evidence, oldest first.</param>
public sealed record ProbableOutage(
    OutageBasis Basis, string Key, string Name, DateTime FirstAt, DateTime LastAt, int Lamps, double Expected,
    IReadOnlyList<DarkReport> Reports);
