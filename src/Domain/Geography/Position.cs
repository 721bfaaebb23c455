using System.Globalization;

namespace Songthang.Domain.Geography;

/// <summary>A point on the ground in WGS84 degrees, always finite and within range. The default value is 0, 0.</summary>
public readonly record struct Position
{
    // Mean radius of the earth (IUGG), metres.
    const double EarthRadius = 6_371_008.8;

    Position(double latitude, double longitude) => (Latitude, Longitude) = (latitude, longitude);

    /// <summary>Degrees north, −90 to 90.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east, −180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>A position of two degrees, if both are there, finite and within range.</summary>
    public static bool TryCreate(double? latitude, double? longitude, out Position position)
    {
        // NaN fails every comparison, so it is refused as well.
        var valid = latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;
        position = valid ? new(latitude!.Value, longitude!.Value) : default;
        return valid;
    }

    /// <summary>A position of two degrees that are known to be right: stored or configured ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A degree is not finite or out of range.</exception>
    public static Position Create(double latitude, double longitude) => TryCreate(latitude, longitude, out var position)
        ? position
        : throw new ArgumentOutOfRangeException(nameof(latitude), "No position in WGS84.");

    /// <summary>
    /// Metres to another position along the great circle (haversine): off by 0.5 % at most, for the earth is no
    /// perfect sphere.
    /// </summary>
    public double MetresTo(Position other)
    {
        var (lat1, lat2) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var halfLat = Math.Sin((lat2 - lat1) / 2);
        var halfLon = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var chord = halfLat * halfLat + Math.Cos(lat1) * Math.Cos(lat2) * halfLon * halfLon;
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    /// <summary><c>14.35127, 100.56088</c>: five decimals are about one metre.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.00000}, {Longitude:0.00000}");
}
