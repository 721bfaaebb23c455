namespace Songthang.Domain.Geography;

/// <summary>
/// A square of the map on the screen, <see cref="Pixels"/> wide: column and row from the north-western corner of the world in
/// Web Mercator (EPSG:3857) with tiles of 256 pixels. A cell of one zoom holds exactly four of the next.
/// </summary>
/// <param name="Zoom">0 to <see cref="GreatestZoom"/>.</param>
/// <param name="Column">From the west.</param>
/// <param name="Row">From the north.</param>
public readonly record struct MapCell(int Zoom, int Column, int Row)
{
    /// <summary>Width and height on the screen.</summary>
    public const int Pixels = 64;

    /// <summary>The deepest zoom: a cell is less than a metre there.</summary>
    public const int GreatestZoom = 22;

    // Four cells are a tile's width: two binary digits.
    const int CellsOfTile = 2;

    // Where the square of the projection ends.
    const double GreatestLatitude = 85.051128;

    /// <summary>The cell of a position. It is found at the deepest zoom, so that cells of all zooms agree about their edges.</summary>
    public static MapCell Of(Position position, int zoom)
    {
        var side = 1 << (GreatestZoom + CellsOfTile);
        var radians = double.DegreesToRadians(Math.Clamp(position.Latitude, -GreatestLatitude, GreatestLatitude));
        var (x, y) = ((position.Longitude + 180) / 360, (1 - Math.Asinh(Math.Tan(radians)) / Math.PI) / 2);
        return new MapCell(GreatestZoom, Math.Clamp((int)(x * side), 0, side - 1), Math.Clamp((int)(y * side), 0, side - 1)).At(zoom);
    }

    /// <summary>The cell of a smaller zoom that it lies in.</summary>
    public MapCell At(int zoom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(zoom, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zoom, Zoom);
        return new(zoom, Column >> (Zoom - zoom), Row >> (Zoom - zoom));
    }

    /// <summary>The rectangle that it is on the ground.</summary>
    public BoundingBox Box => new(Longitude(Column), Latitude(Row + 1), Longitude(Column + 1), Latitude(Row));

    double Longitude(int column) => (double)column / (1 << (Zoom + CellsOfTile)) * 360 - 180;

    double Latitude(int row) => double.RadiansToDegrees(Math.Atan(Math.Sinh(Math.PI * (1 - 2 * ((double)row / (1 << (Zoom + CellsOfTile)))))));
}

/// <summary>Whole cells of one zoom, from a western to an eastern column and a northern to a southern row, all of them included.</summary>
/// <param name="Zoom">Their zoom.</param>
/// <param name="West">First column.</param>
/// <param name="North">First row.</param>
/// <param name="East">Last column.</param>
/// <param name="South">Last row.</param>
public readonly record struct MapWindow(int Zoom, int West, int North, int East, int South)
{
    /// <summary>All cells that a rectangle touches: the same for all rectangles that differ by less than a cell.</summary>
    public static MapWindow Around(BoundingBox box, int zoom)
    {
        var (first, last) = (MapCell.Of(Position.Create(box.North, box.West), zoom), MapCell.Of(Position.Create(box.South, box.East), zoom));
        return new(zoom, first.Column, first.Row, last.Column, last.Row);
    }

    /// <summary>How many cells they are.</summary>
    public long Cells => (East - West + 1L) * (South - North + 1L);

    /// <summary>The rectangle that they are on the ground.</summary>
    public BoundingBox Box
    {
        get
        {
            var (first, last) = (new MapCell(Zoom, West, North).Box, new MapCell(Zoom, East, South).Box);
            return new(first.West, last.South, last.East, first.North);
        }
    }

    /// <summary>Whether the cell, of this zoom or a deeper one, is among them.</summary>
    public bool Contains(MapCell cell) => cell.At(Zoom) is var own && own.Column >= West && own.Column <= East && own.Row >= North && own.Row <= South;

    /// <summary>The same ground in cells of another zoom, widened to whole ones where that is a smaller one.</summary>
    public MapWindow At(int zoom)
    {
        if (zoom <= Zoom)
            return new(zoom, West >> (Zoom - zoom), North >> (Zoom - zoom), East >> (Zoom - zoom), South >> (Zoom - zoom));
        var deeper = zoom - Zoom;
        return new(zoom, West << deeper, North << deeper, ((East + 1) << deeper) - 1, ((South + 1) << deeper) - 1);
    }
}
