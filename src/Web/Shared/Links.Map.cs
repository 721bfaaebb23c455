using System.Globalization;
using Songthang.Domain.Geography;

namespace Songthang.Web.Shared;

/// <summary>What the map is drawn from, besides <see cref="MapReports"/> and <see cref="MapSearch"/>.</summary>
public static partial class Links
{
    /// <summary>Names of amphoe and tambon and their borders; with <c>?v=</c> and their version it never changes.</summary>
    public const string MapAreas = $"{MapBase}/areas.json";

    /// <summary>The roads of a rectangle, <c>?bbox=west,south,east,north</c>; with <c>&amp;v=</c> and their version they never change.</summary>
    public const string MapRoads = $"{MapBase}/roads.json";

    /// <summary>The poles of a rectangle, <c>?bbox=…&amp;zoom=</c>.</summary>
    public const string MapPoles = $"{MapBase}/poles.json";

    /// <summary>The officers' map around a position, written as the map itself keeps its view in the address (<c>view.ts</c>).</summary>
    public static string OfficerMapAt(Position centre, int zoom) =>
        string.Create(CultureInfo.InvariantCulture, $"{OfficerMap}?at={zoom}/{centre.Latitude:0.#####}/{centre.Longitude:0.#####}");

    /// <summary>The officers' map of a rectangle, as near as it fits a small screen.</summary>
    public static string OfficerMapOf(BoundingBox box)
    {
        // A world of 256 pixels doubles with each zoom; a screen of 320 by 240 shows the whole rectangle.
        const double World = 360 / 256.0, Width = 320, Height = 240;
        const int Farthest = 9, Nearest = 18;
        var degrees = Math.Max((box.East - box.West) / Width, (box.North - box.South) / Height);
        var zoom = degrees > 0 ? Math.Clamp((int)Math.Floor(Math.Log2(World / degrees)), Farthest, Nearest) : Nearest;
        return OfficerMapAt(Position.Create((box.South + box.North) / 2, (box.West + box.East) / 2), zoom);
    }
}
