namespace Songthang.Domain.Thai;

/// <summary>
/// A telephone number in Thailand: nine digits for a fixed line (02, 03x, 04x, 05x, 07x), ten for a mobile phone
/// (06, 08, 09), by the national numbering plan of สำนักงาน กสทช. The default value is no number: empty strings.
/// </summary>
/// <remarks>Personal data: not for logs, links or public pages.</remarks>
public readonly record struct PhoneNumber
{
    readonly string? digits;

    PhoneNumber(string digits) => this.digits = digits;

    /// <summary>The form that is stored and compared: <c>0812345678</c>, <c>035123456</c>.</summary>
    public string Digits => digits ?? "";

    /// <summary>The form that is shown: <c>081-234-5678</c>, <c>035-123-456</c>, <c>02-123-4567</c>.</summary>
    public string Display => Digits switch
    {
        "" => "",
        ['0', '2', ..] => $"{Digits[..2]}-{Digits[2..5]}-{Digits[5..]}",
        _ => $"{Digits[..3]}-{Digits[3..6]}-{Digits[6..]}",
    };

    /// <summary>A mobile phone, which can take a text message.</summary>
    public bool IsMobile => Digits.Length == 10;

    /// <summary>
    /// Reads a number as people write it: with spaces, dashes, dots, brackets, Thai digits, invisible characters
    /// from copying; nationally (081…) or internationally (+66 81…, 0066 81…, 66 81…, +66 (0)81…). No extension.
    /// </summary>
    public static bool TryParse(string? text, out PhoneNumber number)
    {
        number = default;
        var typed = ThaiText.Clean(text is { Length: <= TypedDigits.LongestText } ? text : null);
        var international = typed.StartsWith('+') || typed.StartsWith("(+", StringComparison.Ordinal);
        if (international) typed = typed.Remove(typed.IndexOf('+', StringComparison.Ordinal), 1);
        if (TypedDigits.Read(typed, ".()") is not { } read) return false;

        var national = National(read, international);
        if (national is not (['0', '6' or '8' or '9', ..] and { Length: 10 }
            or ['0', '2' or '3' or '4' or '5' or '7', ..] and { Length: 9 })) return false;
        number = new(national);
        return true;
    }

    // No national number starts with 6 or with 00, so the country code is certain with or without its plus sign.
    static string? National(string digits, bool international) => digits switch
    {
        ['0', '0', '6', '6', .. var rest] when !international => WithTrunkPrefix(rest),
        ['6', '6', .. var rest] => WithTrunkPrefix(rest),
        _ => international ? null : digits,
    };

    // +66 (0)81: the zero should not be there, but business cards have it.
    static string WithTrunkPrefix(string rest) => rest.StartsWith('0') ? rest : "0" + rest;

    /// <inheritdoc />
    public override string ToString() => Display;
}
