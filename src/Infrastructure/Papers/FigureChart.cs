using System.Globalization;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>Drawings of figures in black and grey, which every printer and copier keeps.</summary>
/// <param name="words">Writes the numbers.</param>
sealed class FigureChart(PaperWords words)
{
    const byte Dark = 60, Pale = 175;
    const float LabelSize = 8;

    /// <summary>Two columns for each label, with their numbers above and their names below.</summary>
    public Block Columns(float height, (string One, string Other) names, IReadOnlyList<(string Label, int One, int Other)> columns) => new Drawing(height, (sheet, x, y, width) =>
    {
        var floor = y + height - 30;
        var top = y + 12;
        var most = Math.Max(1, columns.Max(column => Math.Max(column.One, column.Other)));
        var room = width / columns.Count;
        var wide = Math.Min(16, room * 0.38f);
        sheet.Line(x, floor, x + width, floor, 0.6f);
        for (var i = 0; i < columns.Count; i++)
        {
            var middle = x + (i + 0.5f) * room;
            Bar(columns[i].One, middle - wide, Dark);
            Bar(columns[i].Other, middle, Pale);
            sheet.Text(columns[i].Label, middle, floor + 11, LabelSize, align: Align.Centre);
        }

        Key(names.One, x, Dark);
        Key(names.Other, x + width / 3, Pale);

        void Bar(int number, float left, byte grey)
        {
            var high = (floor - top) * number / most;
            if (high > 0)
                sheet.Fill(left, floor - high, wide - 1, high, grey);
            sheet.Text(words.Number(number), left + wide / 2, floor - high - 2.5f, 7, align: Align.Centre);
        }

        void Key(string name, float left, byte grey)
        {
            sheet.Fill(left, floor + 18, 8, 8, grey);
            sheet.Text(name, left + 12, floor + 25.5f, 9);
        }
    });

    /// <summary>A bar across for each label, with its number at the end.</summary>
    public Block Bars(IReadOnlyList<(string Label, int Number)> bars)
    {
        const float row = 15;
        return new Drawing(row * bars.Count + 4, (sheet, x, y, width) =>
        {
            var most = Math.Max(1, bars.Max(bar => bar.Number));
            var left = x + width * 0.38f;
            for (var i = 0; i < bars.Count; i++)
            {
                var baseline = y + row * i + 10.5f;
                var wide = (x + width - 40 - left) * bars[i].Number / most;
                sheet.Text(Short(bars[i].Label), left - 6, baseline, 9, align: Align.Right);
                if (wide > 0)
                    sheet.Fill(left, baseline - 7.5f, wide, 9, Dark);
                sheet.Text(words.Number(bars[i].Number), left + wide + 4, baseline, 9);
            }

            sheet.Line(left, y, left, y + row * bars.Count + 2, 0.6f);
        });
    }

    /// <summary>As much of a name as stands beside a bar; the table has the whole.</summary>
    static string Short(string name)
    {
        const int most = 32;
        var text = new StringInfo(name);
        return text.LengthInTextElements <= most ? name : text.SubstringByTextElements(0, most - 1) + "…";
    }
}
