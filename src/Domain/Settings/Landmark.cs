using Songthang.Domain.Thai;

namespace Songthang.Domain.Settings;

/// <summary>A place that everybody knows and looks for on the map.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Latitude">Degrees north (WGS 84).</param>
/// <param name="Longitude">Degrees east (WGS 84).</param>
/// <param name="InUse">Whether it is found.</param>
public sealed record Landmark(string Code, Phrase Name, double Latitude, double Longitude, bool InUse = true) : IListed;
