using System.Globalization;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>Words that are set as large as their room allows.</summary>
/// <param name="Text">What they say.</param>
/// <param name="Most">The largest size in points.</param>
/// <param name="MostLines">In how many lines at most; what does not fit at the smallest size ends in “…”.</param>
/// <param name="Bold">In bold type.</param>
sealed record FittedLine(string Text, float Most, int MostLines, bool Bold = false);

/// <summary>Words below each other in a small room, such as a label.</summary>
/// <param name="align">How they stand.</param>
/// <param name="lines">From top to bottom.</param>
sealed class FittedLines(Align align, IReadOnlyList<FittedLine> lines)
{
    /// <summary>The smallest size that is still read from an arm's length.</summary>
    const float Least = 4.6f;

    const float Leading = 1.32f, Step = 0.94f;

    // Made once: where lines end is asked for many sizes.
    readonly List<Paragraph> measured = [.. lines.Select(line => Set(line.Text, 1, line.Bold, align))];

    /// <summary>Draws them in the middle of the room's height.</summary>
    public void Draw(Sheet sheet, float x, float y, float width, float height)
    {
        var sizes = lines.Select((_, i) => Fit(i, width)).ToList();
        while (HeightOf(sizes, width) > height && sizes.Exists(size => size > Least))
            sizes = sizes.ConvertAll(size => Math.Max(Least, size * Step));
        y += Math.Max(0, (height - HeightOf(sizes, width)) / 2);
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var slice in Set(Cut(i, sizes[i], width), sizes[i], lines[i].Bold, align).Slices(width))
            {
                slice.Draw(sheet, x, y);
                y += slice.Height;
            }
        }
    }

    float HeightOf(List<float> sizes, float width) =>
        sizes.Select((size, i) => Math.Min(lines[i].MostLines, measured[i].LinesAt(width, size)) * size * Leading).Sum();

    float Fit(int i, float width)
    {
        var size = lines[i].Most;
        while (size > Least && measured[i].LinesAt(width, size) > lines[i].MostLines)
            size *= Step;
        return Math.Max(Least, size);
    }

    /// <summary>As much as has room in the lines, with “…” behind it when that is not all.</summary>
    string Cut(int i, float size, float width)
    {
        var line = lines[i];
        if (measured[i].LinesAt(width, size) <= line.MostLines)
            return line.Text;
        var text = new StringInfo(line.Text);
        var (fits, most) = (0, text.LengthInTextElements);
        while (most - fits > 1)
        {
            var half = (fits + most) / 2;
            if (Set(Beginning(half), size, line.Bold, align).LinesAt(width, size) <= line.MostLines)
                fits = half;
            else
                most = half;
        }

        return Beginning(fits);

        string Beginning(int length) => (length == 0 ? "" : text.SubstringByTextElements(0, length).TrimEnd()) + "…";
    }

    static Paragraph Set(string text, float size, bool bold, Align align) =>
        new(new(Size: size, Align: align, Leading: Leading, Bold: bold), text.ReplaceLineEndings(" "));
}
