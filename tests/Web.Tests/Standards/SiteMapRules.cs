using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Songthang.Web.Tests.Standards;

/// <summary>What sitemaps.org asks of a sitemap and of an index of sitemaps.</summary>
static partial class SiteMapRules
{
    static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
    static readonly string[] OfUrl = ["loc", "lastmod", "changefreq", "priority"];
    static readonly string[] OfSiteMap = ["loc", "lastmod"];

    const int MostAddresses = 50_000, MostBytes = 52_428_800, LongestAddress = 2_047;

    /// <summary>What is wrong with it; nothing when it keeps every rule.</summary>
    public static List<string> Broken(byte[] file, Uri host)
    {
        var broken = new List<string>();
        Say(broken, file.Length <= MostBytes, "It is larger than 50 MB.");
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        Say(broken, text.StartsWith("<?xml", StringComparison.Ordinal) && text.Contains("encoding=\"utf-8\"", StringComparison.OrdinalIgnoreCase), "It does not say that it is UTF-8.");
        var root = XDocument.Parse(text).Root!;
        var (element, members) = root.Name.LocalName == "sitemapindex" ? ("sitemap", OfSiteMap) : ("url", OfUrl);
        Say(broken, root.Name == Schema + "urlset" || root.Name == Schema + "sitemapindex", "It is neither urlset nor sitemapindex of the schema.");
        Say(broken, root.Elements().Any() && root.Elements().Count() <= MostAddresses, "It has 1 to 50,000 addresses.");
        foreach (var one in root.Elements())
        {
            Say(broken, one.Name == Schema + element, $"{one.Name} is no {element}.");
            Say(broken, one.Elements().All(member => member.Name.Namespace == Schema && members.Contains(member.Name.LocalName))
                && one.Elements().DistinctBy(member => member.Name).Count() == one.Elements().Count(), "An entry holds what it may not, or twice.");
            Say(broken, one.Element(Schema + "loc") is { } address && address.Value.Length <= LongestAddress && address.Value.All(char.IsAscii)
                && Uri.TryCreate(address.Value, UriKind.Absolute, out var whole) && whole.Authority == host.Authority, "An address is not whole, escaped and of this host.");
            Say(broken, one.Element(Schema + "lastmod") is not { } changed || W3CDate().IsMatch(changed.Value), "A date is none of the W3C's.");
        }

        Say(broken, root.Elements().DistinctBy(one => one.Element(Schema + "loc")?.Value).Count() == root.Elements().Count(), "An address stands twice.");
        return broken;
    }

    static void Say(List<string> broken, bool isKept, string rule)
    {
        if (!isKept)
            broken.Add(rule);
    }

    [GeneratedRegex(@"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex W3CDate();
}
