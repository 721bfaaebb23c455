using CsCheck;

namespace Songthang.Domain.Tests.Thai;

/// <summary>Texts as hostile as they come: made of the pieces that the rules of cleaning look at, and of any UTF-16.</summary>
static class TypedText
{
    static readonly string[] Pieces =
    [
        "ก", "น", "ญ", "เ", "แ", "า", "ำ", "ๆ", "ฯ", "๑", "๙", "\u0E31", "\u0E34", "\u0E38", "\u0E39", "\u0E3A", "\u0E47",
        "\u0E48", "\u0E49", "\u0E4B", "\u0E4C", "\u0E4D", "\u0E4E", "a", "J", "e", "é", "\u0301", "\u030C", "\u0323", "\u0334",
        "\u0344", "\u0958", "\u09C7", "\u09BE", "\u1100", "\u1161", "\u11A8", "\u2ADC", "\u2329", "\u212B", "\uFB2C",
        " ", "\t", "\n", "\r", "\u00A0", "\u3000", "\u2800", "\u2028", "\0", "\u0007", "\u001B", "\u200B", "\u200C", "\u200D",
        "\u200E", "\u202E", "\u2066", "\uFEFF", "\u00AD", "\u034F", "\u3164", "\uFE0F", "\uFE0E", "\uFE00", "\u20E3",
        "1", "#", "👍", "🏽", "👩", "♀", "↔", "❤", "🏴", "\U000E0067", "\U000E007F", "\U000E0100", "🇹", "🇭",
        "\uD83D", "\uDC4D", "\uFFFE", "\uFFFF", "\uFDD0", "\U0001FFFE", "-", "+", "@", ".",
    ];

    internal static readonly Gen<string> Hostile = Gen.Frequency(
        (4, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat)),
        (1, Gen.Char.Array[0, 60].Select(chars => new string(chars))));

    /// <summary>What a keyboard or a copied page puts between the characters of a number without anyone seeing it.</summary>
    internal static readonly Gen<string> Invisible = Gen.OneOf("", "", "\u200B", "\u202D", "\uFEFF", "\u2060", "\0");
}
