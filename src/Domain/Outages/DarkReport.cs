using Songthang.Domain.Geography;

namespace Songthang.Domain.Outages;

/// <summary>A report of darkness, as the search for a common cause sees it.</summary>
/// <param name="Reference">Which request.</param>
/// <param name="At">When it was received, UTC.</param>
/// <param name="Position">Where, null when unknown.</param>
/// <param name="PoleKey">The pole's number as it is compared; empty when unknown.</param>
/// <param name="CircuitCode">Which circuit feeds the lamp, by the pole register; empty when unknown.</param>
/// <param name="RoadKey">The road's name as it is compared; empty when unknown.</param>
/// <param name="RoadName">The road in words.</param>
/// <param name="IsStretch">The citizen said that several lamps are out, not one.</param>
public sealed record DarkReport(
    string Reference, DateTime At, Position? Position, string PoleKey, string CircuitCode, string RoadKey, string RoadName, bool IsStretch);
