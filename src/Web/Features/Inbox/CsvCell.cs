using System.Buffers;

namespace Songthang.Web.Features.Inbox;

/// <summary>A cell of a CSV file (RFC 4180) that a table program will not take for a formula.</summary>
static class CsvCell
{
    static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t");

    public static string Write(string text)
    {
        // OWASP, CSV injection: a leading apostrophe makes the program show the cell as text.
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = "'" + text;
        return text.AsSpan().IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
