namespace Songthang.Web.Tests.Papers;

/// <summary>A page, or a part of one, in grey: 0 is black. What lies outside is white.</summary>
sealed record Pixels(byte[] Grey, int Stride, int Left, int Top, int Width, int Height, double PerMillimetre)
{
    const int Dark = 128;

    public byte At(int x, int y) => x < 0 || y < 0 || x >= Width || y >= Height ? byte.MaxValue : Grey[(Top + y) * Stride + Left + x];

    public Pixels Part(decimal x, decimal y, decimal width, decimal height) => this with
    {
        Left = (int)((double)x * PerMillimetre),
        Top = (int)((double)y * PerMillimetre),
        Width = (int)((double)width * PerMillimetre),
        Height = (int)((double)height * PerMillimetre),
    };

    public bool HasInk => All().Any();

    /// <summary>The upper left corner of whatever is the furthest to the left, or the furthest up.</summary>
    public (int X, int Y) FirstInk(bool fromAbove)
    {
        if (fromAbove)
        {
            var top = All().First().Y;
            return (All().TakeWhile(at => at.Y <= top + 2).Min(at => at.X), top);
        }

        var left = All().Min(at => at.X);
        return (left, All().First(at => at.X <= left + 2).Y);
    }

    /// <summary>How many dark pixels stand beside each other from here to the right.</summary>
    public int RunFrom(int x, int y)
    {
        var from = x;
        while (At(x, y + 1) < Dark)
            x++;
        return x - from;
    }

    /// <summary>The lowest dark pixel between two columns and above a row.</summary>
    public int LastInk(int from, int to, int above) => All().Where(at => at.X >= from && at.X <= to && at.Y < above).Max(at => at.Y);

    IEnumerable<(int X, int Y)> All()
    {
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                if (At(x, y) < Dark)
                    yield return (x, y);
            }
        }
    }
}
