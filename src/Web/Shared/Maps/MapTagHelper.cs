using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Infrastructure;

namespace Songthang.Web.Shared.Maps;

/// <summary>
/// Says to the script of a map what is alike on all of them: whose tiles, our own ground below them, the first view and the
/// words. What the page says itself stays.
/// </summary>
[HtmlTargetElement("div", Attributes = "data-map")]
[HtmlTargetElement("div", Attributes = "data-picker")]
[HtmlTargetElement("div", Attributes = "data-shapes")]
[HtmlTargetElement("div", Attributes = "data-reports-map")]
public sealed class MapTagHelper(IOptions<Agency> agency, GroundVersions versions) : TagHelper
{
    /// <summary>Where the map begins; null for the authority's first view.</summary>
    [HtmlAttributeName("map-start")]
    public MapStart? Start { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var map = agency.Value.Map;
        var http = ViewContext.HttpContext;
        Say("data-tiles", map.Tiles);
        Say("data-attribution", MapAttribution.Html(map.Attribution));
        Say("data-latitude", Degrees(Start?.Centre.Latitude ?? map.Latitude));
        Say("data-longitude", Degrees(Start?.Centre.Longitude ?? map.Longitude));
        Say("data-zoom", (Start?.Zoom ?? map.Zoom).ToString(CultureInfo.InvariantCulture));
        Say("data-ground", http.Request.PathBase + Links.MapBase);
        Say("data-ground-areas", versions.Areas);
        Say("data-ground-roads", versions.Roads);
        Say("data-marks", Assets.Url(http, "images/marks.svg"));
        Say("data-css", Assets.Url(http, "dist/map.css"));
        Say("data-words-in", Shared.Say.T("ขยายแผนที่", "Zoom in"));
        Say("data-words-out", Shared.Say.T("ย่อแผนที่", "Zoom out"));
        Say("data-words-close", Shared.Say.T("ปิด", "Close"));
        Say("data-words-pole", Shared.Say.T("เสาไฟ {0}", "Pole {0}"));
        Say("data-words-no-tiles", Shared.Say.T("โหลดภาพแผนที่พื้นหลังไม่ได้ แสดงแผนที่ของระบบแทน", "The background map cannot be loaded; this is our own map."));

        void Say(string name, string value)
        {
            if (!output.Attributes.ContainsName(name))
                output.Attributes.SetAttribute(name, value);
        }
    }

    static string Degrees(double degrees) => degrees.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Where a map begins.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="Zoom">How near.</param>
public sealed record MapStart(Position Centre, int Zoom);
