using System.Globalization;

namespace Songthang.Domain.Thai;

/// <summary>
/// An email address good enough to send to: stricter than the standard where that protects (no quoted part, no
/// address literal, no comment), so that it can stand in a message header as it is. The default value is no address.
/// </summary>
/// <remarks>Personal data: not for logs, links or public pages.</remarks>
public readonly record struct EmailAddress
{
    // RFC 5321 4.5.3.1: 64 for the part before the @, 254 for the whole.
    const int LongestAddress = 254, LongestLocal = 64, LongestLabel = 63;

    readonly string? address;

    EmailAddress(string address) => this.address = address;

    /// <summary>The address, its domain in lower case and ASCII (<c>xn--…</c> for a Thai one); empty when there is none.</summary>
    public string Address => address ?? "";

    /// <summary>
    /// Reads an address; white space around it and invisible characters from copying are dropped. A control
    /// character or line break within it makes it invalid, for it could end a header.
    /// </summary>
    public static bool TryParse(string? text, out EmailAddress email)
    {
        email = default;
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length > LongestAddress || trimmed.Any(char.IsControl)) return false;

        if (ThaiText.Clean(trimmed).Split('@') is not [var local, var typedDomain]) return false;
        if (!IsLocal(local) || ToAscii(typedDomain) is not { } domain || !IsDomain(domain)) return false;
        if (local.Length + 1 + domain.Length > LongestAddress) return false;
        email = new($"{local}@{domain}");
        return true;
    }

    static bool IsLocal(string local) => local.Length <= LongestLocal
        && Array.TrueForAll(local.Split('.'), atom => atom.Length > 0 && atom.All(IsAtomCharacter));

    // RFC 5322 3.2.3 "atext".
    static bool IsAtomCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);

    static bool IsDomain(string domain) => domain.Split('.') is { Length: >= 2 } labels
        && Array.TrueForAll(labels, IsLabel) && !labels[^1].All(char.IsAsciiDigit);

    static bool IsLabel(string label) => label.Length is > 0 and <= LongestLabel
        && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    static string? ToAscii(string domain)
    {
        try
        {
            return new IdnMapping().GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // The only way in which IdnMapping says that this is no domain.
            return null;
        }
    }

    /// <summary>As it may be shown to those who only need to tell addresses apart: <c>s***@example.com</c>; empty when there is none.</summary>
    public string Masked => Address.Length == 0 ? "" : $"{Address[0]}***{Address[Address.IndexOf('@')..]}";

    /// <inheritdoc />
    public override string ToString() => Address;
}
