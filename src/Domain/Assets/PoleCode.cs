using System.Globalization;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Assets;

/// <summary>
/// The register's own short code of a pole, <c>001234-5</c>: a running number of six digits and a check digit, printed on the
/// label and in its address <c>/p/001234-5</c>. The default value is no code; its text is empty.
/// </summary>
/// <remarks>
/// The check digit catches every single wrong digit and every swap of two neighbours, so a worn label read aloud finds no
/// other pole. Seven digits in all: a request's reference has at least eight, so that the two are never mistaken for each other.
/// </remarks>
public readonly record struct PoleCode
{
    /// <summary>The greatest running number.</summary>
    public const int GreatestNumber = 999_999;

    const int Digits = 6;

    PoleCode(int number) => Number = number;

    /// <summary>The running number, from 1; 0 for no code.</summary>
    public int Number { get; }

    /// <summary>The code of a running number.</summary>
    /// <param name="number">1 to 999,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public static PoleCode Create(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, GreatestNumber);
        return new(number);
    }

    /// <summary>
    /// Reads a code as people type it: with Thai digits, spaces, dashes, dots or none, with or without อบจ. and the province's
    /// letters before it. False when anything else is in it or the check digit is wrong.
    /// </summary>
    public static bool TryParse(string? text, out PoleCode code)
    {
        code = default;
        if (DigitsOf(text) is not { } digits || CheckDigit.Of(digits) != 0)
            return false;
        code = new(int.Parse(digits.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture));
        return code.Number > 0;
    }

    /// <summary>Whether it has as many digits as a code, but they fit no code: one was misread, or two were swapped.</summary>
    public static bool IsMistyped(string? text) => DigitsOf(text) is not null && !TryParse(text, out _);

    static string? DigitsOf(string? text)
    {
        if (text is null || text.Length > TypedDigits.LongestText)
            return null;
        var folded = string.Concat(ThaiText.Fold(text).Where(sign => sign != '.' && !char.IsWhiteSpace(sign)));
        return TypedDigits.Read(PoleNumber.WithoutOwner(folded)) is { Length: Digits + 1 } digits ? digits : null;
    }

    /// <summary>The code as it is shown, stored in addresses and printed: <c>001234-5</c>.</summary>
    public override string ToString() => Number == 0 ? "" : $"{Payload}-{CheckDigit.Of(Payload)}";

    string Payload => Number.ToString("000000", CultureInfo.InvariantCulture);
}
