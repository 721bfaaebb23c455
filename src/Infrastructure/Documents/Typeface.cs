using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using HarfBuzzSharp;
using SkiaSharp;

namespace Songthang.Infrastructure.Documents;

/// <summary>
/// A weight of Sarabun, the typeface of Thai offices (SIL Open Font License), which the program carries along.
/// Shaping puts vowels and tone marks where they belong on every consonant. Thread-safe.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "There are two of them, which live as long as the program.")]
public sealed class Typeface
{
    const int UnitsPerEm = 1000;

    static readonly Language Thai = new("th");

    readonly Font font;
    readonly ushort spaceGlyph;
    readonly Glyph dots, dot;

    Typeface(string name)
    {
        using var resource = typeof(Typeface).Assembly.GetManifestResourceStream($"fonts/{name}")
            ?? throw new InvalidOperationException($"fonts/{name} is not built in.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        Whole = SKTypeface.FromData(SKData.CreateCopy(file)) ?? throw new InvalidOperationException($"{name} is no font.");
        Face = new Face(Kept(file), 0);
        font = new Font(Face);
        font.SetFunctionsOpenType();
        font.SetScale(UnitsPerEm, UnitsPerEm);
        spaceGlyph = Shape(" ").Glyphs[0].Id;
        SpaceWidth = Shape(" ").Glyphs[0].Advance;
        dots = Shape("…").Glyphs[0];
        dot = Shape(".").Glyphs[0];
    }

    /// <summary>For text.</summary>
    public static Typeface Regular { get; } = new("Sarabun-Regular.ttf");

    /// <summary>For headings.</summary>
    public static Typeface Bold { get; } = new("Sarabun-Bold.ttf");

    /// <summary>Above the baseline, in ems: room for a vowel and a tone mark.</summary>
    public const float Ascent = 1.068f;

    /// <summary>Below the baseline, in ems.</summary>
    public const float Descent = 0.232f;

    /// <summary>All of it, for files in which many glyphs are used.</summary>
    internal SKTypeface Whole { get; }

    internal Face Face { get; }

    /// <summary>Width of a space, in ems.</summary>
    internal float SpaceWidth { get; }

    /// <summary>Whether it can draw this character.</summary>
    /// <param name="codePoint">A Unicode code point.</param>
    public bool Has(int codePoint) => font.TryGetGlyph((uint)codePoint, out _);

    /// <summary>In memory that is never moved or given back: HarfBuzz reads it as long as the program runs.</summary>
    static Blob Kept(byte[] file)
    {
        var memory = Marshal.AllocHGlobal(file.Length);
        Marshal.Copy(file, 0, memory, file.Length);
        return new Blob(memory, file.Length, MemoryMode.ReadOnly);
    }

    /// <summary>The glyphs that a text is drawn with, from left to right.</summary>
    internal ShapedText Shape(string text)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.Direction = Direction.LeftToRight;
        buffer.Script = Script.Thai;
        buffer.Language = Thai;
        font.Shape(buffer);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new Glyph[infos.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            var cluster = (int)infos[i].Cluster;
            // A mark after a space is a character of its own: who copies a text would lose it with the space.
            if (i > 0 && infos[i - 1].Cluster == infos[i].Cluster && (text[cluster] is ' ' or '\n'))
                cluster++;
            glyphs[i] = new((ushort)infos[i].Codepoint, cluster, positions[i].XAdvance / (float)UnitsPerEm,
                positions[i].XOffset / (float)UnitsPerEm, positions[i].YOffset / (float)UnitsPerEm);
        }

        return new(this, text, glyphs);
    }

    /// <summary>
    /// As many dots as fit a width in ems, which stand for one space. Three of them are one glyph where there is room:
    /// most glyphs of a form are the dots that people write on.
    /// </summary>
    internal ShapedText Dots(float width)
    {
        var threes = (int)(width / dots.Advance);
        var ones = (int)((width - threes * dots.Advance) / dot.Advance);
        return new(this, " ", [.. Enumerable.Repeat(dots, threes), .. Enumerable.Repeat(dot, threes == 0 ? Math.Max(1, ones) : ones)]);
    }

    /// <summary>
    /// A glyph without ink that ends where the character before it ends. Readers of the file take the place of a
    /// character from its first and last glyph, and a tone mark is further to the left: without this they see a gap.
    /// </summary>
    internal Glyph End(int cluster) => new(spaceGlyph, cluster, 0, -SpaceWidth, 0);
}

/// <summary>A picture of a character or of a part of it.</summary>
/// <param name="Id">Number in the typeface; 0 is the box for what it lacks.</param>
/// <param name="Cluster">Index in the text of the first UTF-16 unit of what it is drawn for.</param>
/// <param name="Advance">How far the next glyph is, in ems.</param>
/// <param name="OffsetX">To the right of its place, in ems.</param>
/// <param name="OffsetY">Above the baseline, in ems.</param>
readonly record struct Glyph(ushort Id, int Cluster, float Advance, float OffsetX, float OffsetY);

/// <summary>A text with its glyphs.</summary>
/// <param name="Typeface">Whose glyphs.</param>
/// <param name="Text">What they say.</param>
/// <param name="Glyphs">From left to right; those of one character together.</param>
sealed record ShapedText(Typeface Typeface, string Text, Glyph[] Glyphs);
