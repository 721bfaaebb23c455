using Songthang.Domain.Geography;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>Finds what stands within a metre among many, by squares of somewhat more than a metre.</summary>
sealed class PoleGrid
{
    // In the tropics and up to 40° a hundred-thousandth and a half of a degree is more than a metre in both directions.
    const double Square = 0.000_015, Metres = 1;

    readonly Dictionary<(int, int), List<(Position At, int Mark)>> squares = [];

    public void Add(Position at, int mark)
    {
        if (!squares.TryGetValue(SquareOf(at), out var square))
            squares[SquareOf(at)] = square = [];
        square.Add((at, mark));
    }

    /// <summary>The mark of something within a metre; null when there is nothing.</summary>
    public int? Near(Position at)
    {
        var (row, column) = SquareOf(at);
        for (var i = row - 1; i <= row + 1; i++)
        {
            for (var j = column - 1; j <= column + 1; j++)
            {
                foreach (var (other, mark) in squares.GetValueOrDefault((i, j)) ?? [])
                {
                    if (other.MetresTo(at) < Metres)
                        return mark;
                }
            }
        }

        return null;
    }

    static (int Row, int Column) SquareOf(Position at) => ((int)Math.Floor(at.Latitude / Square), (int)Math.Floor(at.Longitude / Square));
}
