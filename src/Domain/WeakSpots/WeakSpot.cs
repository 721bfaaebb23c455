using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.WeakSpots;

/// <summary>A fault as weak spots are counted by it.</summary>
/// <param name="Reference">The request.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SubmittedAt">When it was received, UTC.</param>
/// <param name="Place">Where.</param>
/// <param name="PoleKey"><see cref="Place.PoleKey"/>; empty when no pole was named.</param>
public sealed record CountedFault(string Reference, ServiceRequestStatus Status, DateTime SubmittedAt, Place Place, string PoleKey);

/// <summary>A pole that is broken again and again.</summary>
/// <param name="PoleId">Key of the pole in storage.</param>
/// <param name="CodeNumber">Running number of its code.</param>
/// <param name="Order">What lists sort it by: <see cref="PoleNumber.Order"/> of its number.</param>
/// <param name="Faults">Its faults of the year, newest first.</param>
public sealed record WeakPole(long PoleId, int CodeNumber, string Order, IReadOnlyList<CountedFault> Faults)
{
    /// <summary>When it last failed, UTC.</summary>
    public DateTime LastAt => Faults[0].SubmittedAt;
}

/// <summary>A road and its faults.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Road">The road of the map of roads; null when nobody has imported it, so that its length is unknown.</param>
/// <param name="AmphoeCode">Where it is, for a road that is known by its name only; empty otherwise.</param>
/// <param name="Faults">How many in the year.</param>
/// <param name="Open">How many of them are not settled.</param>
/// <param name="Where">The rectangle around the road, or around the faults of a road that nobody has imported; null when none has a position.</param>
public sealed record WeakRoad(string Name, Road? Road, string AmphoeCode, int Faults, int Open, BoundingBox? Where)
{
    /// <summary>Its length in kilometres; null when unknown.</summary>
    public double? Kilometres => Road is null ? null : Road.Metres / 1000;

    /// <summary>Faults per kilometre and year; null when the length is unknown. What is shorter than 100 m counts as 100 m.</summary>
    public double? PerKilometre => Kilometres is { } length ? Faults / Math.Max(length, 0.1) : null;
}

/// <summary>A lamp that is near the end of the life that is expected of it, or past it.</summary>
/// <param name="PoleId">Key of the pole in storage.</param>
/// <param name="CodeNumber">Running number of its code.</param>
/// <param name="End">The day by which it is expected to end.</param>
public sealed record AgedLamp(long PoleId, int CodeNumber, DateOnly End);

/// <summary>A pole of the register as weak spots are looked for among them.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="CodeNumber">Running number of its code.</param>
/// <param name="Number">As painted on it; may be empty.</param>
/// <param name="Place">Where it stands.</param>
public sealed record StandingPole(long Id, int CodeNumber, string Number, Place Place);
