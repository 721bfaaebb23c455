using System.Globalization;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Attachments;

/// <summary>The name of a file as its sender gave it, fit to be shown and to name a download.</summary>
static class DocumentName
{
    const int Longest = 80;
    const string Ending = ".pdf";

    /// <summary>Without folders, control characters and signs that file systems refuse; ends in <c>.pdf</c>.</summary>
    public static string Clean(string? typed)
    {
        var name = ThaiText.Clean(typed).Replace('\n', ' ');
        name = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        name = string.Concat(name.Where(sign => !"<>\"|?*%".Contains(sign, StringComparison.Ordinal))).Trim(' ', '.');
        if (name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            name = name[..^Ending.Length].TrimEnd(' ', '.');
        if (name.Length == 0)
            name = "document";
        var elements = new StringInfo(name);
        return (elements.LengthInTextElements > Longest ? elements.SubstringByTextElements(0, Longest).TrimEnd() : name) + Ending;
    }
}
