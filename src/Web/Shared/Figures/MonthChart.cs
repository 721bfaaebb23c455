using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Songthang.Domain.Figures;

namespace Songthang.Web.Shared.Figures;

/// <summary>Columns of a drawing: what was received and what was repaired month by month.</summary>
public sealed class MonthChart
{
    public const int Width = 360, Height = 190;

    const int Left = 34, Right = 6, Top = 10, Bottom = 34;

    // More labels than this would touch each other.
    const int MostLabels = 12;

    readonly IReadOnlyList<FiguresLine> months;

    public MonthChart(IReadOnlyList<FiguresLine> months)
    {
        this.months = months;
        var most = Math.Max(1, months.Max(month => Math.Max(month.Tally.Received, month.Tally.Completed)));
        var step = Step(most);
        Most = (most + step - 1) / step * step;
        Lines = [.. Enumerable.Range(0, Most / step + 1).Select(i => (Y(i * step), FigureWords.Number(i * step)))];
    }

    /// <summary>The number at the upper edge.</summary>
    public int Most { get; }

    /// <summary>Lines across, with their numbers.</summary>
    public IReadOnlyList<(double Y, string Number)> Lines { get; }

    public static double Floor => Height - Bottom;

    public static double LeftEdge => Left;

    public static double RightEdge => Width - Right;

    /// <summary>The columns: left edges of both, their width, their upper edges, and the label below where there is room.</summary>
    public IEnumerable<(FiguresLine Month, double X1, double X2, double Wide, double Y1, double Y2, double Middle, string Label, string Year)> Columns()
    {
        var room = (double)(Width - Left - Right) / months.Count;
        var wide = Math.Min(14, room * 0.4);
        var every = (months.Count + MostLabels - 1) / MostLabels;
        var year = "";
        for (var i = 0; i < months.Count; i++)
        {
            var middle = Left + (i + 0.5) * room;
            var words = FigureWords.Month(int.Parse(months[i].Key, CultureInfo.InvariantCulture)).Split(' ');
            var isLabelled = i % every == 0;
            var shownYear = isLabelled && words[1] != year ? words[1] : "";
            year = isLabelled ? words[1] : year;
            yield return (months[i], middle - wide, middle, wide, Y(months[i].Tally.Received), Y(months[i].Tally.Completed), middle, isLabelled ? words[0] : "", shownYear);
        }
    }

    /// <summary>Words in the drawing; Razor takes an element of this name for its own.</summary>
    public static IHtmlContent Words(string style, double x, double y, string words)
    {
        var text = new TagBuilder("text");
        text.AddCssClass(style);
        text.Attributes["x"] = FigureWords.At(x);
        text.Attributes["y"] = FigureWords.At(y);
        text.InnerHtml.Append(words);
        return text;
    }

    double Y(int number) => Floor - (double)number / Most * (Height - Top - Bottom);

    /// <summary>A round number of which four or five reach the top.</summary>
    static int Step(int most)
    {
        var unit = (int)Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, most / 4.0))));
        foreach (var factor in (int[])[1, 2, 5, 10])
            if (unit * factor * 5 >= most)
                return unit * factor;
        return unit * 10;
    }
}
