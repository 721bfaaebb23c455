namespace Songthang.Web.Shared;

/// <summary>What the map is drawn from, besides <see cref="MapReports"/> and <see cref="MapSearch"/>.</summary>
public static partial class Links
{
    /// <summary>Names of amphoe and tambon and their borders; with <c>?v=</c> and the number of the borders it never changes.</summary>
    public const string MapAreas = $"{MapBase}/areas.json";

    /// <summary>The roads of a rectangle, <c>?bbox=west,south,east,north</c>.</summary>
    public const string MapRoads = $"{MapBase}/roads.json";

    /// <summary>The poles of a rectangle, <c>?bbox=…&amp;zoom=</c>.</summary>
    public const string MapPoles = $"{MapBase}/poles.json";
}
