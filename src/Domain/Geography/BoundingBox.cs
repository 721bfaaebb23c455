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

    /// <summary>Whether the rectangles have a point in common.</summary>
    public bool Touches(BoundingBox other) => West <= other.East && East >= other.West && South <= other.North && North >= other.South;

    /// <summary>The smallest rectangle that holds every position within so many metres; not for the poles.</summary>
    public static BoundingBox Around(Position centre, double metres)
    {
        // A degree of latitude is at least 110.5 km, one of longitude shrinks towards the poles.
        var north = metres / 110_500;
        var east = north / Math.Cos(double.DegreesToRadians(centre.Latitude));
        return new(centre.Longitude - east, centre.Latitude - north, centre.Longitude + east, centre.Latitude + north);
    }

    /// <summary>The smallest rectangle that holds them all.</summary>
    /// <exception cref="InvalidOperationException">There is no position.</exception>
    public static BoundingBox Of(IEnumerable<Position> positions)
    {
        using var each = positions.GetEnumerator();
        if (!each.MoveNext())
            throw new InvalidOperationException("A rectangle stands around something.");
        var (west, south, east, north) = (each.Current.Longitude, each.Current.Latitude, each.Current.Longitude, each.Current.Latitude);
        while (each.MoveNext())
        {
            (west, east) = (Math.Min(west, each.Current.Longitude), Math.Max(east, each.Current.Longitude));
            (south, north) = (Math.Min(south, each.Current.Latitude), Math.Max(north, each.Current.Latitude));
        }

        return new(west, south, east, north);
    }
}
