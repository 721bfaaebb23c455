using System.Text;

namespace Songthang.Infrastructure.Documents;

/// <summary>How a paragraph is set.</summary>
/// <param name="Size">Size of the type in points.</param>
/// <param name="Align">How its lines stand.</param>
/// <param name="FirstIndent">How far its first line begins to the right, in points.</param>
/// <param name="Leading">Height of a line in ems; marks above and below need room.</param>
/// <param name="Bold">All in bold type.</param>
/// <param name="KeepWithNext">Never the last on a page, as a heading.</param>
public sealed record ParagraphStyle(
    float Size = 12, Align Align = Align.Left, float FirstIndent = 0, float Leading = 1.5f, bool Bold = false, bool KeepWithNext = false);

/// <summary>Text in lines that end between words; a word that is wider than the page ends where it must.</summary>
public sealed class Paragraph : Block
{
    readonly ParagraphStyle style;
    readonly string text;
    readonly List<Character> characters = [];
    readonly bool[] breaks;

    /// <param name="style">How it is set.</param>
    /// <param name="runs">What it says.</param>
    public Paragraph(ParagraphStyle style, params IEnumerable<Run> runs)
    {
        this.style = style;
        var all = new StringBuilder();
        foreach (var run in runs)
            Add(run, all);
        text = all.ToString();
        breaks = LineBreaks.Of(text);
    }

    void Add(Run run, StringBuilder all)
    {
        if (run.Blank > 0)
        {
            characters.Add(new(all.Length, run, null, 0, 0, run.Blank / style.Size));
            all.Append(Run.Placeholder);
            return;
        }

        var shaped = (run.Bold || style.Bold ? Typeface.Bold : Typeface.Regular).Shape(Run.Drawable(run.Text));
        for (var from = 0; from < shaped.Glyphs.Length;)
        {
            var (to, width) = (from, 0f);
            for (; to < shaped.Glyphs.Length && shaped.Glyphs[to].Cluster == shaped.Glyphs[from].Cluster; to++)
                width += shaped.Glyphs[to].Advance;
            characters.Add(new(all.Length + shaped.Glyphs[from].Cluster, run, shaped, from, to, width));
            from = to;
        }

        all.Append(shaped.Text);
    }

    internal override IEnumerable<Slice> Slices(float width)
    {
        var height = style.Size * style.Leading;
        var lines = Lines(width / style.Size).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var indent = i == 0 ? style.FirstIndent : 0;
            yield return new(height, (sheet, x, y) => Draw(line, sheet, x + indent, y, width - indent))
            {
                KeepWithNext = style.KeepWithNext || (i == 0 && lines.Count > 1),
            };
        }
    }

    /// <summary>How many lines it takes at another size.</summary>
    internal int LinesAt(float width, float size) => Lines(width / size).Count();

    /// <summary>From which character to which one each line goes; spaces at its end are not drawn.</summary>
    /// <param name="room">Width in ems.</param>
    IEnumerable<(int From, int To)> Lines(float room)
    {
        var from = 0;
        var indent = style.FirstIndent / style.Size;
        while (from < characters.Count)
        {
            var (next, isForced) = EndOfLine(from, room - indent);
            var to = next - (isForced ? 1 : 0);
            while (to > from && IsSpace(to - 1))
                to--;
            yield return (from, to);
            from = next;
            indent = 0;
        }

        if (characters.Count == 0 || IsLineBreak(characters.Count - 1))
            yield return (characters.Count, characters.Count);
    }

    /// <summary>Which character begins the next line, and whether a line break in the text says so.</summary>
    (int Next, bool IsForced) EndOfLine(int from, float room)
    {
        var (x, best) = (0f, -1);
        for (var i = from; i < characters.Count; i++)
        {
            if (i > from && breaks[characters[i].Start])
                best = i;
            if (IsLineBreak(i))
                return (i + 1, true);
            x += characters[i].Width;
            // Spaces at the end of a line take no room.
            if (x > room && i > from && !IsSpace(i))
                return (best > from ? best : i, false);
        }

        return (characters.Count, false);
    }

    bool IsLineBreak(int i) => text[characters[i].Start] == '\n';

    bool IsSpace(int i) => text[characters[i].Start] is ' ' or '\n';

    void Draw((int From, int To) line, Sheet sheet, float x, float y, float width)
    {
        var used = 0f;
        var blanks = 0;
        for (var i = line.From; i < line.To; i++)
        {
            used += characters[i].Width * style.Size;
            blanks += characters[i].Run.Blank is Run.Rest ? 1 : 0;
        }

        var more = blanks == 0 ? 0 : (width - used) / blanks;
        x += style.Align switch { Align.Right => width - used, Align.Centre => (width - used) / 2, _ => 0 } * (blanks == 0 ? 1 : 0);
        var baseline = y + (style.Size * (style.Leading - Typeface.Ascent - Typeface.Descent)) / 2 + Typeface.Ascent * style.Size;
        for (var from = line.From; from < line.To;)
        {
            var first = characters[from];
            var (to, end) = (from, x);
            for (; to < line.To && ReferenceEquals(characters[to].Run, first.Run); to++)
                end += characters[to].Width * style.Size;
            if (first.Run.Blank is Run.Rest)
                end += more;
            if (first.Shaped is { } shaped)
                sheet.Text(shaped, first.From, characters[to - 1].To, x, baseline, style.Size);
            if (first.Run.Dotted || first.Run.Blank > 0)
                sheet.Dots(x, end, baseline + 2.5f);
            x = end;
            from = to;
        }
    }

    /// <summary>A character as it is drawn, or a blank.</summary>
    /// <param name="Start">Index in the text.</param>
    /// <param name="Run">Its run.</param>
    /// <param name="Shaped">The run's glyphs; null for a blank.</param>
    /// <param name="From">Its first glyph.</param>
    /// <param name="To">The glyph after its last one.</param>
    /// <param name="Width">In ems.</param>
    readonly record struct Character(int Start, Run Run, ShapedText? Shaped, int From, int To, float Width);
}
