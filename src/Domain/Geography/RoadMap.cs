using System.Runtime.InteropServices;

namespace Songthang.Domain.Geography;

/// <summary>A road and how far a position is from it.</summary>
/// <param name="Road">The road.</param>
/// <param name="Metres">Shortest way to its line.</param>
public readonly record struct NearRoad(Road Road, double Metres);

/// <summary>The roads near a position, out of memory. Made once from all roads, then only read, by any number of threads.</summary>
public sealed class RoadMap
{
    /// <summary>Farther away than this, nothing is looked for.</summary>
    public const double MostMetres = 500;

    // Degrees of a cell: about 220 metres.
    const double Cell = 0.002;

    // One degree of latitude on the mean sphere that Position measures on.
    const double MetresOfDegree = 111_195.08;

    readonly Dictionary<(int Column, int Row), List<Stretch>> cells = [];

    /// <param name="roads">The roads, in any order.</param>
    public RoadMap(IEnumerable<Road> roads)
    {
        Roads = [.. roads];
        foreach (var road in Roads)
            foreach (var line in road.Lines)
                for (var at = 1; at < line.Count; at++)
                    Add(new(road, line[at - 1], line[at]));
    }

    /// <summary>A map that knows no road.</summary>
    public static RoadMap Empty { get; } = new([]);

    /// <summary>All roads.</summary>
    public IReadOnlyList<Road> Roads { get; }

    /// <summary>The nearest road within so many metres, at most <see cref="MostMetres"/>; null when there is none.</summary>
    public NearRoad? Nearest(Position position, double metres) => Near(position, metres) is [var nearest, ..] ? nearest : null;

    /// <summary>The roads within so many metres, at most <see cref="MostMetres"/>, nearest first; of equally near ones the one known longer.</summary>
    public IReadOnlyList<NearRoad> Near(Position position, double metres)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(metres, MostMetres);
        var box = BoundingBox.Around(position, metres);
        var found = new Dictionary<Road, double>();
        for (var row = Index(box.South); row <= Index(box.North); row++)
        {
            for (var column = Index(box.West); column <= Index(box.East); column++)
            {
                if (!cells.TryGetValue((column, row), out var stretches))
                    continue;
                foreach (var stretch in stretches)
                {
                    var far = stretch.MetresFrom(position);
                    if (far <= metres && (!found.TryGetValue(stretch.Road, out var before) || far < before))
                        found[stretch.Road] = far;
                }
            }
        }

        return [.. found.Select(pair => new NearRoad(pair.Key, pair.Value)).OrderBy(near => near.Metres).ThenBy(near => near.Road.Id)];
    }

    static int Index(double degrees) => (int)Math.Floor(degrees / Cell);

    /// <summary>Puts a stretch into the cells that it runs through, row by row.</summary>
    void Add(Stretch stretch)
    {
        var (low, high) = stretch.From.Latitude <= stretch.To.Latitude ? (stretch.From, stretch.To) : (stretch.To, stretch.From);
        for (var row = Index(low.Latitude); row <= Index(high.Latitude); row++)
        {
            var (one, other) = low.Latitude < high.Latitude
                ? (LongitudeAt(low, high, Math.Max(low.Latitude, row * Cell)), LongitudeAt(low, high, Math.Min(high.Latitude, (row + 1) * Cell)))
                : (low.Longitude, high.Longitude);
            for (var column = Index(Math.Min(one, other)); column <= Index(Math.Max(one, other)); column++)
                (CollectionsMarshal.GetValueRefOrAddDefault(cells, (column, row), out _) ??= []).Add(stretch);
        }
    }

    static double LongitudeAt(Position low, Position high, double latitude) =>
        low.Longitude + (high.Longitude - low.Longitude) * ((latitude - low.Latitude) / (high.Latitude - low.Latitude));

    readonly record struct Stretch(Road Road, Position From, Position To)
    {
        /// <summary>On a plane around the position, which over some hundred metres is exact to a thousandth.</summary>
        public double MetresFrom(Position position)
        {
            var east = MetresOfDegree * Math.Cos(double.DegreesToRadians(position.Latitude));
            var (ax, ay) = ((From.Longitude - position.Longitude) * east, (From.Latitude - position.Latitude) * MetresOfDegree);
            var (bx, by) = ((To.Longitude - position.Longitude) * east, (To.Latitude - position.Latitude) * MetresOfDegree);
            var (dx, dy) = (bx - ax, by - ay);
            var length = dx * dx + dy * dy;
            var along = length == 0 ? 0 : Math.Clamp(-(ax * dx + ay * dy) / length, 0, 1);
            return Math.Sqrt(Math.Pow(ax + along * dx, 2) + Math.Pow(ay + along * dy, 2));
        }
    }
}
