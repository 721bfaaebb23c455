using System.Globalization;
using System.Text;
using Songthang.Domain.Geography;

namespace Songthang.Infrastructure.Geodata;

/// <summary>Lines and rings as the database keeps them: <c>100.56 14.35,100.57 14.36;…</c>, longitude first as in GeoJSON.</summary>
public static class StoredLines
{
    /// <summary>The lines as text, to seven decimals, which is one centimetre.</summary>
    public static string Write(IEnumerable<IReadOnlyList<Position>> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length > 0)
                text.Append(';');
            for (var at = 0; at < line.Count; at++)
                text.Append(CultureInfo.InvariantCulture, $"{(at == 0 ? "" : ",")}{line[at].Longitude:0.#######} {line[at].Latitude:0.#######}");
        }

        return text.ToString();
    }

    /// <summary>The lines of such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static IReadOnlyList<IReadOnlyList<Position>> Read(string text)
    {
        var lines = new List<IReadOnlyList<Position>>();
        var span = text.AsSpan();
        foreach (var line in span.Split(';'))
        {
            var positions = new List<Position>();
            foreach (var pair in span[line].Split(','))
            {
                var point = span[line][pair];
                var space = point.IndexOf(' ');
                positions.Add(Position.Create(Degrees(point[(space + 1)..]), Degrees(point[..space])));
            }

            lines.Add(positions);
        }

        return lines;
    }

    static double Degrees(ReadOnlySpan<char> text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
