using Songthang.Domain.Thai;

namespace Songthang.Domain.Settings;

/// <summary>What kind of authority owns lamps in the province.</summary>
public enum AuthorityKind
{
    /// <summary>การไฟฟ้าส่วนภูมิภาค.</summary>
    Electricity,

    /// <summary>กรมทางหลวง, the numbered highways.</summary>
    Highways,

    /// <summary>กรมทางหลวงชนบท, the rural roads.</summary>
    RuralRoads,

    /// <summary>เทศบาล.</summary>
    Municipality,

    /// <summary>องค์การบริหารส่วนตำบล.</summary>
    SubdistrictOrganization,

    /// <summary>Any other.</summary>
    Other,
}

/// <summary>Another authority that requests are forwarded to. Its contacts are an office's, never a person's, and public.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Kind">What kind of authority it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Phone">Telephone number for the citizen; may be empty.</param>
/// <param name="Email">Address for forwarding; may be empty.</param>
/// <param name="Web">Web address (https); may be empty.</param>
/// <param name="TambonCodes">Subdistricts that it is responsible for; empty when that is no matter of subdistricts.</param>
/// <param name="Roads">Names or numbers of its roads, as people write them; may be empty.</param>
/// <param name="InUse">Whether it is offered.</param>
public sealed record Authority(
    string Code, AuthorityKind Kind, Phrase Name, string Phone = "", string Email = "", string Web = "",
    IReadOnlyList<string>? TambonCodes = null, IReadOnlyList<string>? Roads = null, bool InUse = true) : IListed
{
    /// <summary>Whether a light in this subdistrict or on this road is likely theirs.</summary>
    /// <param name="tambonCode">Six digits; empty when unknown.</param>
    /// <param name="road">As people write it; empty when unknown.</param>
    public bool IsResponsibleFor(string tambonCode, string road)
    {
        var written = Key(road);
        return tambonCode.Length > 0 && TambonCodes?.Contains(tambonCode) == true
            || written.Length > 0 && Roads?.Any(known => Key(known) is { Length: > 0 } key
                && (written == key || HasWord(written, key))) == true;
    }

    /// <summary>A road's number is not part of a longer one: 32 is not in 3267.</summary>
    static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var (before, after) = (at - 1, at + word.Length);
            if (!(before >= 0 && char.IsAsciiDigit(text[before]) && char.IsAsciiDigit(word[0]))
                && !(after < text.Length && char.IsAsciiDigit(text[after]) && char.IsAsciiDigit(word[^1])))
            {
                return true;
            }
        }

        return false;
    }

    static string Key(string road) => ThaiText.Fold(road).Replace("ถนน", "", StringComparison.Ordinal).Trim();
}
