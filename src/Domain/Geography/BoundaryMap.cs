namespace Songthang.Domain.Geography;

/// <summary>
/// The tambon of a position, out of memory: a position lies in exactly one tambon or in none, also on a border that two
/// share. Made once from all borders, then only read, by any number of threads.
/// </summary>
public sealed class BoundaryMap
{
    // Cells on each side of the grid: with 209 tambon a cell touches three or four.
    const int Side = 128;

    readonly BoundingBox box;
    readonly double width, height;
    readonly Outline[][] cells;

    /// <param name="boundaries">The borders, in any order, one for each tambon; none for a map that knows nothing.</param>
    public BoundaryMap(IEnumerable<Boundary> boundaries)
    {
        Boundaries = [.. boundaries.OrderBy(boundary => boundary.TambonCode, StringComparer.Ordinal)];
        var outlines = Boundaries.Select(boundary => new Outline(boundary)).ToList();
        box = outlines.Count == 0 ? default : outlines.Select(outline => outline.Box).Aggregate(Around);
        (width, height) = ((box.East - box.West) / Side, (box.North - box.South) / Side);
        cells = outlines.Count == 0 ? [] : [.. Enumerable.Range(0, Side * Side).Select(cell => Touching(outlines, cell % Side, cell / Side))];
    }

    /// <summary>A map that knows no border.</summary>
    public static BoundaryMap Empty { get; } = new([]);

    /// <summary>The borders in the order of the codes.</summary>
    public IReadOnlyList<Boundary> Boundaries { get; }

    /// <summary>Whether no border is known, so that nothing can be said of any position.</summary>
    public bool IsEmpty => Boundaries.Count == 0;

    /// <summary>
    /// Six digits of the tambon that the position lies in; null when it lies in none. Where borders overlap a little, the
    /// smaller code has the place.
    /// </summary>
    public string? TambonAt(Position position)
    {
        if (IsEmpty || !box.Contains(position))
            return null;
        foreach (var outline in cells[Cell(position.Latitude - box.South, height) * Side + Cell(position.Longitude - box.West, width)])
        {
            if (outline.Contains(position))
                return outline.TambonCode;
        }

        return null;
    }

    static int Cell(double distance, double size) => Math.Clamp((int)(distance / size), 0, Side - 1);

    Outline[] Touching(List<Outline> outlines, int column, int row)
    {
        // A hair more than the cell, so that rounding loses no outline at its edge.
        var (hairX, hairY) = (width * 1e-6, height * 1e-6);
        var (west, south) = (box.West + column * width - hairX, box.South + row * height - hairY);
        var (east, north) = (west + width + 2 * hairX, south + height + 2 * hairY);
        return [.. outlines.Where(outline => outline.Box.West <= east && outline.Box.East >= west && outline.Box.South <= north && outline.Box.North >= south)];
    }

    static BoundingBox Around(BoundingBox one, BoundingBox other) => new(
        Math.Min(one.West, other.West), Math.Min(one.South, other.South), Math.Max(one.East, other.East), Math.Max(one.North, other.North));

    /// <summary>The edges of one border, in bands from south to north, so that few are looked at.</summary>
    sealed class Outline
    {
        readonly Edge[][] bands;
        readonly double bandHeight;

        public Outline(Boundary boundary)
        {
            TambonCode = boundary.TambonCode;
            Box = BoundingBox.Of(boundary.Rings.SelectMany(ring => ring));
            var edges = boundary.Rings.SelectMany(ring => ring.Zip(ring.Skip(1), Edge.Between))
                .Where(edge => edge.South < edge.North).ToList();
            bandHeight = Math.Max((Box.North - Box.South) / Math.Clamp(edges.Count / 4, 1, 4096), double.Epsilon);
            var lists = Enumerable.Range(0, Band(Box.North) + 1).Select(_ => new List<Edge>()).ToArray();
            foreach (var edge in edges)
                for (var band = Band(edge.South); band <= Band(edge.North); band++)
                    lists[band].Add(edge);
            bands = [.. lists.Select(list => list.ToArray())];
        }

        public string TambonCode { get; }

        public BoundingBox Box { get; }

        /// <summary>
        /// Counts the edges east of the position. An edge has its southern end and not its northern one, and no position lies
        /// east of itself: of two that share an edge, each position on it belongs to exactly one.
        /// </summary>
        public bool Contains(Position position)
        {
            if (!Box.Contains(position))
                return false;
            var inside = false;
            foreach (var edge in bands[Band(position.Latitude)])
            {
                if (position.Latitude >= edge.South && position.Latitude < edge.North && edge.LongitudeAt(position.Latitude) > position.Longitude)
                    inside = !inside;
            }

            return inside;
        }

        int Band(double latitude) => (int)((latitude - Box.South) / bandHeight);
    }

    /// <summary>An edge from south to north, whichever way its ring runs: two neighbours reckon with the same numbers.</summary>
    readonly record struct Edge(double South, double SouthLongitude, double North, double NorthLongitude)
    {
        public static Edge Between(Position one, Position other) => one.Latitude <= other.Latitude
            ? new(one.Latitude, one.Longitude, other.Latitude, other.Longitude)
            : new(other.Latitude, other.Longitude, one.Latitude, one.Longitude);

        public double LongitudeAt(double latitude) =>
            SouthLongitude + (NorthLongitude - SouthLongitude) * ((latitude - South) / (North - South));
    }
}
