namespace Songthang.Domain.Geography;

/// <summary>An upright rectangle on the map, in WGS84 degrees; its edges belong to it.</summary>
/// <param name="West">Least longitude.</param>
/// <param name="South">Least latitude.</param>
/// <param name="East">Greatest longitude; never across the date line.</param>
/// <param name="North">Greatest latitude.</param>
public readonly record struct BoundingBox(double West, double South, double East, double North)
{
    /// <summary>Whether the position lies in the rectangle or on its edge.</summary>
    public bool Contains(Position position) =>
        position.Latitude >= South && position.Latitude <= North && position.Longitude >= West && position.Longitude <= East;
}
