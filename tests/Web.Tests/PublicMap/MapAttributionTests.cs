using Songthang.Web.Shared.Maps;

namespace Songthang.Web.Tests.PublicMap;

public class MapAttributionTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("กรมแผนที่ทหาร", "กรมแผนที่ทหาร")]
    [InlineData("© [OSM](https://osm.example/c) · [A & B](http://b.example/?x=1&y=2)",
        "© <a href=\"https://osm.example/c\" target=\"_blank\" rel=\"noopener\">OSM</a> · <a href=\"http://b.example/?x=1&amp;y=2\" target=\"_blank\" rel=\"noopener\">A &amp; B</a>")]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("[ต่อ](javascript:alert(1))", "[ต่อ](javascript:alert(1))")]
    [InlineData("[a](https://x.example/\"onclick=\"b)", "<a href=\"https://x.example/&quot;onclick=&quot;b\" target=\"_blank\" rel=\"noopener\">a</a>")]
    [InlineData("[<b>](https://x.example)", "<a href=\"https://x.example\" target=\"_blank\" rel=\"noopener\">&lt;b&gt;</a>")]
    public void An_attribution_is_plain_text_with_links_and_nothing_else(string written, string html) => Assert.Equal(html, MapAttribution.Html(written));
}
