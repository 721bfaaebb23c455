using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Songthang.Web.Shared.Maps;

/// <summary>
/// Whose data a map shows, as the configuration says it: plain text in which <c>[words](https://…)</c> is a link. Everything
/// else is shown as it is written, so that nothing can be smuggled into the page.
/// </summary>
static partial class MapAttribution
{
    const int Patience = 100;

    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The same as HTML.</summary>
    public static string Html(string text)
    {
        var html = new StringBuilder();
        var done = 0;
        foreach (var link in Link().EnumerateMatches(text))
        {
            html.Append(Encoder.Encode(text[done..link.Index]));
            var (words, address) = Parts(text.Substring(link.Index, link.Length));
            // Elsewhere, because a form may stand half filled in beside the map.
            html.Append("<a href=\"").Append(Encoder.Encode(address)).Append("\" target=\"_blank\" rel=\"noopener\">").Append(Encoder.Encode(words)).Append("</a>");
            done = link.Index + link.Length;
        }

        return html.Append(Encoder.Encode(text[done..])).ToString();
    }

    static (string Words, string Address) Parts(string link)
    {
        var middle = link.IndexOf("](", StringComparison.Ordinal);
        return (link[1..middle], link[(middle + 2)..^1]);
    }

    [GeneratedRegex(@"\[[^\[\]]+\]\(https?://[^\s()]+\)", RegexOptions.None, Patience)]
    private static partial Regex Link();
}
