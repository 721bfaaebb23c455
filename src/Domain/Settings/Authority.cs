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
    IReadOnlyList<string>? TambonCodes = null, IReadOnlyList<string>? Roads = null, bool InUse = true) : IListed;
