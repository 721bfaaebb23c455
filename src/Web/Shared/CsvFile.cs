using System.Buffers;
using System.Text;

namespace Songthang.Web.Shared;

/// <summary>A CSV file (RFC 4180) for table programs, written row by row.</summary>
public sealed class CsvFile(Stream to) : IAsyncDisposable
{
    static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t");

    // The byte order mark tells Excel that the Thai is UTF-8.
    readonly StreamWriter writer = new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16 * 1024, leaveOpen: true);

    /// <summary>Says to the browser what comes: to be kept under this name, never shown.</summary>
    public static void Announce(HttpResponse response, string name)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
    }

    public Task WriteAsync(IEnumerable<string> cells, CancellationToken cancellationToken) =>
        writer.WriteAsync(string.Concat(string.Join(',', cells.Select(Cell)), "\r\n").AsMemory(), cancellationToken);

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    /// <summary>A cell that a table program will not take for a formula.</summary>
    static string Cell(string text)
    {
        // OWASP, CSV injection: a leading apostrophe makes the program show the cell as text.
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = "'" + text;
        return text.AsSpan().IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
