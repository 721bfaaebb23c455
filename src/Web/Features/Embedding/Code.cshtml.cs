using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Infrastructure;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Embedding;

/// <summary>Makes the code with which another site shows our frame.</summary>
public sealed class CodeModel(Province province) : PageModel
{
    [FromQuery(Name = "theme")]
    public string? ThemeName { get; set; }

    [FromQuery(Name = "lang")]
    public string? Lang { get; set; }

    [FromQuery(Name = "amphoe")]
    public string? Typed { get; set; }

    public FrameTheme Theme => FrameTheme.Read(ThemeName);

    public bool IsEnglish => (Lang ?? Say.Language) == "en";

    public string AmphoeCode => province.Amphoes.FirstOrDefault(known => known.Code == Typed)?.Code ?? "";

    /// <summary>The frame's path as chosen.</summary>
    public string Frame => $"{Links.Embed}?theme={Theme.Name}&lang={(IsEnglish ? "en" : "th")}{(AmphoeCode.Length > 0 ? $"&amphoe={AmphoeCode}" : "")}";

    /// <summary>What is pasted into the other site's page.</summary>
    public string Snippet(PublicAddress address) =>
        $"<iframe src=\"{WebUtility.HtmlEncode(address.Of(Frame).AbsoluteUri)}\" title=\"{(IsEnglish ? "Street-light fault reports" : "แจ้งไฟฟ้าสาธารณะขัดข้อง")}\" "
        + "width=\"100%\" height=\"520\" loading=\"lazy\" style=\"border:0;max-width:480px\"></iframe>";
}
