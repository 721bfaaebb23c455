using System.Text;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Settings;

/// <summary>What a template is offered for.</summary>
public enum TemplateUse
{
    /// <summary>Asking the requester.</summary>
    Ask,

    /// <summary>Taking a request on.</summary>
    Accept,

    /// <summary>Telling the result.</summary>
    Complete,

    /// <summary>Not taking a request on.</summary>
    Decline,

    /// <summary>Forwarding to another authority.</summary>
    Forward,

    /// <summary>Any other message to the requester.</summary>
    Message,
}

/// <summary>A prepared text to the requester, with placeholders such as <c>{reference}</c>.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Use">Where it is offered.</param>
/// <param name="Title">What officers choose it by.</param>
/// <param name="Text">The text in both languages.</param>
/// <param name="InUse">Whether it is offered.</param>
public sealed record MessageTemplate(string Code, TemplateUse Use, Phrase Title, Phrase Text, bool InUse = true) : IListed
{
    /// <summary>The placeholders that a text may have, without braces, and what they stand for.</summary>
    public static IReadOnlyList<(string Name, Phrase Meaning)> Placeholders { get; } =
    [
        ("reference", new("เลขที่เรื่อง", "Reference")),
        ("fault", new("อาการที่แจ้ง", "Fault")),
        ("place", new("สถานที่", "Place")),
        ("reported", new("วันที่แจ้ง", "Day of the report")),
        ("allowed", new("เวลาซ่อมที่ตั้งไว้", "Time allowed for the repair")),
        ("agency", new("ชื่อหน่วยงาน", "Name of the agency")),
        ("phone", new("โทรศัพท์ของหน่วยงาน", "Telephone number of the agency")),
    ];

    /// <summary>The text with its placeholders filled in; one that has no value stays as it is written, to be seen.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (end > 0 && values.TryGetValue(text[(at + 1)..end], out var value))
            {
                filled.Append(value);
                at = end + 1;
            }
            else
            {
                filled.Append(text[at++]);
            }
        }

        return filled.ToString();
    }

    /// <summary>Names in braces that are no placeholders: mistakes of whoever wrote the text.</summary>
    public static IEnumerable<string> UnknownPlaceholders(string text)
    {
        for (var at = text.IndexOf('{'); at >= 0; at = text.IndexOf('{', at + 1))
        {
            var end = text.IndexOf('}', at);
            if (end < 0)
                yield break;
            var name = text[(at + 1)..end];
            if (!Placeholders.Any(known => known.Name == name))
                yield return name;
        }
    }
}
