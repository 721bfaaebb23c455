using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Songthang.Infrastructure.Documents;

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Width">How many digits wide.</param>
public sealed record ExcelColumn(string Heading, int Width);

/// <summary>
/// A table as Excel file (ECMA-376), written row by row so that the whole is never in memory. Its heading stands still
/// while the rows move, and has the arrows to filter. Text is always text: what begins like a formula is none.
/// </summary>
public sealed class ExcelSheet : IAsyncDisposable
{
    /// <summary>The longest text that Excel takes in a cell, in UTF-16 units.</summary>
    const int LongestText = 32_767;

    const int PassedOnAtOnce = 64 * 1024;

    readonly Stream to;
    readonly GatheringStream gathered = new();
    readonly ZipArchive archive;
    readonly StreamWriter writer;
    readonly int columns;
    int rows = 1;

    ExcelSheet(Stream to, string name, IReadOnlyList<ExcelColumn> columns)
    {
        (this.to, this.columns) = (to, columns.Count);
        archive = new ZipArchive(gathered, ZipArchiveMode.Create);
        foreach (var (part, text) in ExcelParts.Fixed(name))
        {
            using var content = Open(part);
            content.Write(text);
        }

        writer = Open("xl/worksheets/sheet1.xml");
        writer.Write(ExcelParts.SheetBegins);
        for (var i = 0; i < columns.Count; i++)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{columns[i].Width}" customWidth="1"/>"""));
        var head = new StringBuilder("</cols><sheetData><row r=\"1\">");
        foreach (var column in columns)
            AppendText(head, column.Heading, ExcelParts.HeadingStyle);
        writer.Write(head.Append("</row>"));
    }

    /// <summary>Begins a file. Dispose it to write its end.</summary>
    /// <param name="to">Written from beginning to end; stays open.</param>
    /// <param name="name">What the sheet is called; at most 31 characters.</param>
    /// <param name="columns">From left to right.</param>
    public static ExcelSheet To(Stream to, string name, IReadOnlyList<ExcelColumn> columns) => new(to, name, columns);

    /// <summary>Adds a row.</summary>
    /// <param name="cells">For each column a <see cref="string"/>, a <see cref="double"/>, a <see cref="DateTime"/> as the clock shows it, or null.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken)
    {
        var row = new StringBuilder();
        row.Append(CultureInfo.InvariantCulture, $"<row r=\"{++rows}\">");
        foreach (var cell in cells)
        {
            switch (cell)
            {
                case string { Length: > 0 } text:
                    AppendText(row, text, ExcelParts.TextStyle);
                    break;
                case double number:
                    row.Append(CultureInfo.InvariantCulture, $"<c><v>{number}</v></c>");
                    break;
                case DateTime moment:
                    row.Append(CultureInfo.InvariantCulture, $"<c s=\"{ExcelParts.MomentStyle}\"><v>{Math.Round(moment.ToOADate(), 8)}</v></c>");
                    break;
                default:
                    row.Append("<c/>");
                    break;
            }
        }

        writer.Write(row.Append("</row>"));
        if (gathered.Waiting > PassedOnAtOnce)
            await gathered.PassOnAsync(to, cancellationToken);
    }

    /// <summary>Writes the end of the file.</summary>
    public async ValueTask DisposeAsync()
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture,
            $"</sheetData><autoFilter ref=\"A1:{ExcelParts.ColumnName(columns)}{rows}\"/></worksheet>"));
        writer.Dispose();
        archive.Dispose();
        await gathered.PassOnAsync(to, CancellationToken.None);
        await gathered.DisposeAsync();
    }

    StreamWriter Open(string part) => new(
        archive.CreateEntry(part, CompressionLevel.Fastest).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 32 * 1024);

    static void AppendText(StringBuilder row, string text, int style)
    {
        row.Append(CultureInfo.InvariantCulture, $"<c t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">");
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, LongestText)).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => row.Append("&amp;"),
                '<' => row.Append("&lt;"),
                '>' => row.Append("&gt;"),
                // XML has no way to write them.
                < ' ' and not ('\n' or '\t') or 0xFFFE or 0xFFFF => row,
                _ => row.Append(rune.ToString()),
            };
        }

        row.Append("</t></is></c>");
    }
}
