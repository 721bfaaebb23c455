using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Songthang.Web.Tests.Standards;

/// <summary>
/// What RFC 4287 demands of a feed document. Its schema is RELAX NG, which .NET does not read; so each rule of the schema and each
/// MUST of the text stands here as a line, with its section.
/// </summary>
static partial class AtomRules
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    // Section 4.1: how often each element may stand in feed and entry; what is not here may not stand there at all.
    static readonly Dictionary<string, (int Least, int Most)> OfFeed = new(StringComparer.Ordinal)
    {
        ["author"] = (0, Any),
        ["category"] = (0, Any),
        ["contributor"] = (0, Any),
        ["generator"] = (0, 1),
        ["icon"] = (0, 1),
        ["id"] = (1, 1),
        ["link"] = (0, Any),
        ["logo"] = (0, 1),
        ["rights"] = (0, 1),
        ["subtitle"] = (0, 1),
        ["title"] = (1, 1),
        ["updated"] = (1, 1),
        ["entry"] = (0, Any),
    };

    static readonly Dictionary<string, (int Least, int Most)> OfEntry = new(StringComparer.Ordinal)
    {
        ["author"] = (0, Any),
        ["category"] = (0, Any),
        ["content"] = (0, 1),
        ["contributor"] = (0, Any),
        ["id"] = (1, 1),
        ["link"] = (0, Any),
        ["published"] = (0, 1),
        ["rights"] = (0, 1),
        ["source"] = (0, 1),
        ["summary"] = (0, 1),
        ["title"] = (1, 1),
        ["updated"] = (1, 1),
    };

    static readonly string[] Relations = ["alternate", "related", "self", "enclosure", "via", "next", "previous", "first", "last"];

    const int Any = int.MaxValue;

    /// <summary>What is wrong with a feed; nothing when it keeps every rule.</summary>
    public static List<string> Broken(XElement feed)
    {
        var broken = new List<string>();
        if (feed.Name != Atom + "feed")
            return [$"The document is a {feed.Name}, not a feed (2)."];
        Contents(feed, OfFeed, broken);
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            Contents(entry, OfEntry, broken);
            var hasContent = entry.Element(Atom + "content") is not null;
            Say(broken, hasContent || Links(entry, "alternate").Any(), "An entry has neither content nor an alternate link (4.1.2).");
            Say(broken, entry.Elements(Atom + "author").Any() || feed.Elements(Atom + "author").Any(), "An entry has no author, nor has the feed (4.1.2).");
            Say(broken, entry.Element(Atom + "content")?.Attribute("src") is null || entry.Element(Atom + "summary") is not null,
                "An entry whose content stands elsewhere has no summary (4.1.2).");
        }

        foreach (var same in feed.Elements(Atom + "entry").GroupBy(entry => (entry.Element(Atom + "id")?.Value, entry.Element(Atom + "updated")?.Value)))
            Say(broken, same.Count() == 1, $"Two entries have the id {same.Key.Item1} and the same time (4.1.1).");
        Say(broken, Links(feed, "self").Count() == 1, "A feed should name itself once (4.1.1).");
        return broken;
    }

    static void Contents(XElement of, Dictionary<string, (int Least, int Most)> allowed, List<string> broken)
    {
        foreach (var (name, (least, most)) in allowed)
        {
            var count = of.Elements(Atom + name).Count();
            Say(broken, count >= least && count <= most, $"{of.Name.LocalName} has {count} {name} (4.1).");
        }

        foreach (var child in of.Elements().Where(child => child.Name.Namespace == Atom && child.Name.LocalName != "entry"))
        {
            Say(broken, allowed.ContainsKey(child.Name.LocalName), $"{of.Name.LocalName} may not hold {child.Name.LocalName} (4.1).");
            OfOne(child, broken);
        }

        Say(broken, of.Elements().All(child => child.Name.Namespace != XNamespace.None), "Foreign markup has no namespace (6.3).");
        Say(broken, of.Nodes().OfType<XText>().All(text => string.IsNullOrWhiteSpace(text.Value)), $"{of.Name.LocalName} holds bare text (4.1).");
        foreach (var same in Links(of, "alternate").GroupBy(link => (link.Attribute("type")?.Value, link.Attribute("hreflang")?.Value)))
            Say(broken, same.Count() == 1, "Two alternate links have the same type and language (4.1.1).");
    }

    static void OfOne(XElement it, List<string> broken)
    {
        switch (it.Name.LocalName)
        {
            case "id" or "icon" or "logo":
                Say(broken, it.Name.LocalName != "id" || Uri.TryCreate(it.Value, UriKind.Absolute, out _), $"{it.Value} is no absolute IRI (4.2.6).");
                Say(broken, it.Value == it.Value.Trim() && !it.HasElements, $"{it.Name.LocalName} is not an IRI alone (4.2).");
                break;
            case "updated" or "published":
                Say(broken, Moment().IsMatch(it.Value) && DateTimeOffset.TryParse(it.Value, CultureInfo.InvariantCulture, out _), $"{it.Value} is no date with a capital T and a zone (3.3).");
                break;
            case "title" or "subtitle" or "rights" or "summary":
                Say(broken, it.Attribute("type")?.Value is null or "text" or "html" or "xhtml", $"{it.Name.LocalName} has an unknown type (3.1.1).");
                Say(broken, it.Attribute("type")?.Value == "xhtml" || !it.HasElements, $"{it.Name.LocalName} is text, yet holds elements (3.1.1).");
                break;
            case "author" or "contributor":
                Person(it, broken);
                break;
            case "link":
                Link(it, broken);
                break;
            case "category":
                Say(broken, it.Attribute("term")?.Value is { Length: > 0 }, "A category has no term (4.2.2.1).");
                Say(broken, it.Attribute("scheme") is not { } scheme || Uri.TryCreate(scheme.Value, UriKind.Absolute, out _), "A category's scheme is no IRI (4.2.2.2).");
                break;
        }
    }

    static void Person(XElement it, List<string> broken)
    {
        Say(broken, it.Elements(Atom + "name").Count() == 1 && it.Element(Atom + "name")!.Value.Length > 0, "A person has one name (3.2.1).");
        Say(broken, it.Elements(Atom + "uri").Count() <= 1 && it.Elements(Atom + "uri").All(uri => Uri.TryCreate(uri.Value, UriKind.RelativeOrAbsolute, out _)), "A person's uri is no IRI (3.2.2).");
        Say(broken, it.Elements(Atom + "email").Count() <= 1 && it.Elements(Atom + "email").All(email => email.Value.Contains('@', StringComparison.Ordinal)), "A person's email is none (3.2.3).");
        Say(broken, it.Elements().All(child => child.Name.Namespace != Atom || child.Name.LocalName is "name" or "uri" or "email"), "A person holds something else (3.2).");
    }

    static void Link(XElement it, List<string> broken)
    {
        Say(broken, it.Attribute("href") is { } address && Uri.TryCreate(address.Value, UriKind.RelativeOrAbsolute, out _), "A link leads nowhere (4.2.7.1).");
        Say(broken, it.Attribute("rel") is not { } rel || Relations.Contains(rel.Value) || Uri.TryCreate(rel.Value, UriKind.Absolute, out _), $"{it.Attribute("rel")?.Value} is no relation (4.2.7.2).");
        Say(broken, it.Attribute("type") is not { } type || MediaType().IsMatch(type.Value), $"{it.Attribute("type")?.Value} is no media type (4.2.7.3).");
        Say(broken, it.Attribute("hreflang") is not { } language || Language().IsMatch(language.Value), "A link's language is none (4.2.7.4).");
    }

    static IEnumerable<XElement> Links(XElement of, string relation) =>
        of.Elements(Atom + "link").Where(link => (link.Attribute("rel")?.Value ?? "alternate") == relation);

    static void Say(List<string> broken, bool isKept, string rule)
    {
        if (!isKept)
            broken.Add(rule);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moment();

    [GeneratedRegex("^[^/\\s]+/[^/\\s;]+(;.*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MediaType();

    [GeneratedRegex("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Language();
}
