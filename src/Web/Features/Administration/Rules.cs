using System.Globalization;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Administration;

/// <summary>What texts in the settings must be like; a rule says what is wrong, or null.</summary>
static class Rules
{
    public static Phrase? TooLong(string text, int most) => ThaiText.Length(text) > most
        ? new($"ข้อความยาวเกินไป (ไม่เกิน {most} ตัวอักษร)", $"The text is too long (at most {most} characters)")
        : null;

    /// <summary>Only whole addresses of the encrypted web: anything else could run a script or lose people on the way.</summary>
    public static Phrase? WebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.Host.Contains('.', StringComparison.Ordinal)
            ? null
            : new("ที่อยู่เว็บไซต์ต้องขึ้นต้นด้วย https:// เช่น https://www.example.go.th", "A web address begins with https://, such as https://www.example.go.th");

    public static Phrase? Email(string text) => EmailAddress.TryParse(text, out _)
        ? null
        : new("อีเมลไม่ถูกต้อง เช่น name@example.com", "The email address is not valid; for example name@example.com");

    /// <summary>As printed, with extensions: what a person can dial.</summary>
    public static Phrase? Phone(string text) => ThaiDigits.ToArabic(text).Count(char.IsAsciiDigit) is >= 3 and <= 30
        ? null
        : new("หมายเลขโทรศัพท์ไม่ถูกต้อง เช่น 035-123-456 ต่อ 12", "The telephone number is not valid; for example 035-123-456 ext. 12");

    /// <summary>A placeholder that is none would be sent to citizens as it is written.</summary>
    public static Phrase? Placeholders(string text)
    {
        string[] unknown = [.. MessageTemplate.UnknownPlaceholders(text).Distinct()];
        if (unknown.Length > 0)
        {
            var names = string.Join(", ", unknown.Select(name => $"{{{name}}}"));
            return new($"ไม่รู้จักตัวแทน {names}", $"Unknown placeholder {names}");
        }

        return text.Count(sign => sign == '{') == text.Count(sign => sign == '}')
            ? null
            : new("วงเล็บปีกกา { } ไม่ครบคู่", "A brace { } has no partner");
    }

    public static int? Number(string text) =>
        int.TryParse(ThaiDigits.ToArabic(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
