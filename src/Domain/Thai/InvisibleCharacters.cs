using System.Buffers;
using System.Globalization;
using System.Text;

namespace Songthang.Domain.Thai;

/// <summary>
/// First step of <see cref="ThaiText.Clean"/>: takes out what nobody sees and puts white space in order, one
/// character at a time. What it returns is well-formed UTF-16 with bounded runs of combining marks.
/// </summary>
static class InvisibleCharacters
{
    /// <summary>Longest run of combining marks left for NFC to sort: the bound of Unicode's stream-safe format (UAX #15).</summary>
    const int LongestRunOfMarks = 30;

    const int Joiner = 0x200D, TextSelector = 0xFE0E, EmojiSelector = 0xFE0F, Keycap = 0x20E3;

    internal static string Remove(string text)
    {
        var kept = new StringBuilder(text.Length);
        var before = default(Rune);
        var afterPicture = false;
        var marks = 0;
        for (var i = 0; i < text.Length;)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var width);
            i += width;
            if (status != OperationStatus.Done) continue;
            if (rune.Value == '\r' && i < text.Length && text[i] == '\n') continue;

            var selects = rune.Value switch
            {
                TextSelector => IsPicture(before),
                EmojiSelector => IsPicture(before) || (IsKeycapBase(before) && NextIs(text, i, next => next.Value == Keycap)),
                _ => false,
            };
            var joins = rune.Value == Joiner && afterPicture && NextIs(text, i, IsPicture);
            if (!selects && !joins)
            {
                if (IsLineBreak(rune)) rune = new('\n');
                else if (IsSpace(rune)) rune = new(' ');
                else if (IsInvisible(rune)) continue;
            }

            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > LongestRunOfMarks) continue;
            afterPicture = IsPicture(rune) || (selects && IsPicture(before));
            before = rune;
            Append(kept, rune);
        }
        return kept.ToString();
    }

    /// <summary>A combining mark of any script: drawn on the character before it.</summary>
    internal static bool IsMark(Rune rune) => rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    internal static void Append(StringBuilder target, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        target.Append(units[..rune.EncodeToUtf16(units)]);
    }

    static bool NextIs(string text, int index, Func<Rune, bool> condition) =>
        Rune.DecodeFromUtf16(text.AsSpan(index), out var next, out _) == OperationStatus.Done && condition(next);

    static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\v' or '\f' or '\r' or 0x85 or 0x2028 or 0x2029;

    // The empty Braille cell is drawn as nothing: "blank" messages are made of it.
    static bool IsSpace(Rune rune) =>
        rune.Value is '\t' or 0x2800 || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator;

    // Control and format characters by category; the rest are the "default ignorable" of other categories and
    // the noncharacters (DerivedCoreProperties.txt of Unicode 16).
    static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        || rune.Value is 0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x3164
            or (>= 0xFDD0 and <= 0xFDEF) or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8)
            or (>= 0xE0000 and <= 0xE0FFF)
        || (rune.Value & 0xFFFE) == 0xFFFE;

    // By range, so that emoji newer than the runtime's Unicode data stay whole too. Without the mathematical
    // operators of 2A00 and the brackets 2329, 232A, which NFC turns into others.
    static bool IsPicture(Rune rune) => rune.Value is (>= 0x1F000 and <= 0x1FAFF)
        or (>= 0x2190 and <= 0x2328) or (>= 0x232B and <= 0x27FF) or (>= 0x2900 and <= 0x297F) or (>= 0x2B00 and <= 0x2BFF)
        or 0xA9 or 0xAE or 0x203C or 0x2049 or 0x2122 or 0x2139 or 0x3030 or 0x303D or 0x3297 or 0x3299;

    static bool IsKeycapBase(Rune rune) => rune.Value is (>= '0' and <= '9') or '#' or '*';
}
