using System.Text;

namespace Songthang.Web.Tests.Fuzzing;

/// <summary>
/// Makes input that nobody would type out of input that somebody would: most of it stays right, so that it comes past the first check.
/// The same seed makes the same input, so that what was found is found again by its number.
/// </summary>
static class Mutator
{
    /// <summary>Longest text, in UTF-16 units: far beyond every limit of a field that is parsed.</summary>
    const int LongestText = 4000;

    const int MostStrokes = 6;

    // What parsers stumble over: ends of ranges, other digits, signs that belong together, signs that nobody sees.
    static readonly string[] Pieces =
    [
        "", " ", "\0", "\n", "\r\n", "\t", "-", "--", ".", ",", ";", ":", "/", "\\", "'", "\"", "|", "=", "&", "%", "%00", "%E0%B8", "+", "*", "?", "#", "@", "~", "(", "[", "{", "<", ">",
        "0", "00000000", "9", "99999999999999999999", "-1", "2147483648", "9223372036854775808", "1e309", "-0", "NaN", "Infinity", "0x10", "1_000", "٣", "๐", "๙", "１", "²",
        "\u200B", "\u200D", "\uFEFF", "\u202E", "\u00A0", "\u2011", "\u2212", "\uD800", "\uDC00", "\uFFFE", "😀", "ก", "ำ", "ํา", "เเ", "่่่่่่", "İ", "ß", "ﬁ", "e\u0301\u0301\u0301",
        "พ.ศ.", "น.", "2569", "0000", "9999-12-31", "0001-01-01", "2026-02-30", "29/2/2569", "T24:00:00Z", "+14:00", "null", "true", "[]", "{}", "\"\"", "</script>", "${7*7}", "../../../etc/passwd",
    ];

    /// <summary>A text made of one of the seeds, or of nothing but chance.</summary>
    public static string Text(Random random, IReadOnlyList<string> seeds)
    {
        var text = new StringBuilder(random.Next(16) == 0 ? Noise(random) : Pick(random, seeds));
        for (var strokes = random.Next(MostStrokes + 1); strokes > 0; strokes--)
            Stroke(random, text, seeds);
        return text.ToString(0, Math.Min(text.Length, LongestText));
    }

    /// <summary>Bytes made of one of the seeds, or of nothing but chance.</summary>
    public static byte[] Bytes(Random random, IReadOnlyList<byte[]> seeds)
    {
        var bytes = random.Next(16) == 0 ? NoiseBytes(random) : [.. Pick(random, seeds)];
        for (var strokes = random.Next(MostStrokes + 1); strokes > 0; strokes--)
            bytes = Stroke(random, bytes, seeds);
        return bytes;
    }

    static void Stroke(Random random, StringBuilder text, IReadOnlyList<string> seeds)
    {
        var at = random.Next(text.Length + 1);
        var count = Math.Min(random.Next(1, 8), text.Length - at);
        switch (random.Next(8))
        {
            case 0: text.Insert(at, Pick(random, Pieces)); break;
            case 1: text.Remove(at, count).Insert(at, Pick(random, Pieces)); break;
            case 2: text.Remove(at, count); break;
            case 3: text.Insert(at, text.ToString(at, count)); break;
            case 4 when at < text.Length: text[at] = (char)random.Next(32, 127); break;
            case 5 when at < text.Length: text[at] = (char)random.Next(0, 0x10000); break;
            case 6: text.Insert(at, Part(random, Pick(random, seeds))); break;
            case 7 when random.Next(20) == 0: text.Insert(at, Pick(random, Pieces), random.Next(1, 300)); break;
            default: break;
        }
    }

    static byte[] Stroke(Random random, byte[] bytes, IReadOnlyList<byte[]> seeds)
    {
        // Heads decide most, so half of the strokes fall there.
        var at = random.Next(random.Next(2) == 0 ? Math.Min(bytes.Length, 100) + 1 : bytes.Length + 1);
        var count = Math.Min(random.Next(1, 9), bytes.Length - at);
        switch (random.Next(8))
        {
            case 0 when at < bytes.Length: bytes[at] = (byte)random.Next(256); return bytes;
            case 1 when at < bytes.Length: bytes[at] ^= (byte)(1 << random.Next(8)); return bytes;
            case 2 when at < bytes.Length: bytes[at] = (byte)(random.Next(2) == 0 ? 0 : 0xFF); return bytes;
            case 3: return [.. bytes[..at], .. bytes[(at + count)..]];
            case 4: return [.. bytes[..at], .. Encoding.UTF8.GetBytes(Pick(random, Pieces)), .. bytes[at..]];
            case 5: return [.. bytes[..at], .. bytes.AsSpan(at, count), .. bytes[at..]];
            case 6: return bytes[..at];
            case 7:
                var other = Pick(random, seeds);
                var from = random.Next(other.Length + 1);
                return [.. bytes[..at], .. other[from..]];
            default: return bytes;
        }
    }

    static string Part(Random random, string text)
    {
        var from = random.Next(text.Length + 1);
        return text[from..random.Next(from, text.Length + 1)];
    }

    static string Noise(Random random)
    {
        var length = random.Next(40);
        return string.Create(length, random, static (span, random) =>
        {
            foreach (ref var sign in span)
                sign = (char)(random.Next(3) == 0 ? random.Next(0x10000) : random.Next(128));
        });
    }

    static byte[] NoiseBytes(Random random)
    {
        var bytes = new byte[random.Next(300)];
        random.NextBytes(bytes);
        return bytes;
    }

    static T Pick<T>(Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
