using Songthang.Infrastructure;

namespace Songthang.Web.Features.OpenData;

/// <summary>Under which terms the data are given away; configuration section <see cref="Section"/>.</summary>
public sealed class OpenDataOptions
{
    public const string Section = "Songthang:OpenData";

    /// <summary>Name of the licence.</summary>
    public Agency.Words Licence { get; init; } = new() { Thai = "ครีเอทีฟคอมมอนส์ แสดงที่มา 4.0 (CC BY 4.0)", English = "Creative Commons Attribution 4.0 (CC BY 4.0)" };

    /// <summary>Its text.</summary>
    public Uri LicenceUrl { get; init; } = new("https://creativecommons.org/licenses/by/4.0/");

    /// <summary>What the Thai government's data catalogue calls it (<c>license_id</c>).</summary>
    public string GdCatalogLicence { get; init; } = "Creative Commons Attributions";

    /// <summary>Address of the division for questions about the data; an office's, never a person's. May be empty.</summary>
    public string ContactEmail { get; init; } = "";
}
