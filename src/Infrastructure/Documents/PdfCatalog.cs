using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Songthang.Infrastructure.Documents;

/// <summary>
/// Adds to a finished PDF what Skia leaves out: its language, which reading aloud needs, and bookmarks. It is
/// appended as the format provides for changes (ISO 32000-1, 7.5.6); what is there stays as it is.
/// </summary>
static partial class PdfCatalog
{
    const int TailLength = 2048;

    /// <summary>Name of the place where the document with this number begins, from 1.</summary>
    public static string Destination(int number) => string.Create(CultureInfo.InvariantCulture, $"document-{number}");

    /// <param name="file">A PDF by Skia; at its end afterwards.</param>
    /// <param name="titles">Bookmarks for the documents in it, in order.</param>
    public static void Complete(Stream file, IReadOnlyList<string> titles)
    {
        var tail = Read(file, Math.Max(0, file.Length - TailLength), TailLength);
        var root = Number(Root(), tail);
        var size = Number(Size(), tail);
        var table = Number(StartOfTable(), tail);
        var catalog = Catalog(file, OffsetOf(file, table, root));

        file.Seek(0, SeekOrigin.End);
        var offsets = new List<(int Number, long Offset)>();
        var outline = titles.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\n/Outlines {size} 0 R\n/PageMode /UseOutlines");
        Append(root, $"{catalog}\n/Lang (th-TH){outline}>>");
        if (titles.Count > 0)
        {
            var last = size + titles.Count;
            Append(size, string.Create(CultureInfo.InvariantCulture, $"<</Type /Outlines\n/First {size + 1} 0 R\n/Last {last} 0 R\n/Count {titles.Count}>>"));
            for (var i = 0; i < titles.Count; i++)
                Append(size + 1 + i, Bookmark(titles[i], i, size, titles.Count));
        }

        var start = file.Position;
        Write(file, "xref\n");
        foreach (var (number, offset) in offsets)
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} 00000 n \n"));
        var newSize = titles.Count == 0 ? size : size + titles.Count + 1;
        Write(file, string.Create(CultureInfo.InvariantCulture,
            $"trailer\n<</Size {newSize}\n/Root {root} 0 R\n/Info 1 0 R\n/Prev {table}>>\nstartxref\n{start}\n%%EOF\n"));

        void Append(int number, string content)
        {
            offsets.Add((number, file.Position));
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n"));
        }
    }

    static string Bookmark(string title, int i, int outline, int count)
    {
        var words = new StringBuilder("<</Title <FEFF").Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title)))
            .Append(CultureInfo.InvariantCulture, $">\n/Parent {outline} 0 R\n/Dest /{Destination(i + 1)}");
        if (i > 0)
            words.Append(CultureInfo.InvariantCulture, $"\n/Prev {outline + i} 0 R");
        if (i < count - 1)
            words.Append(CultureInfo.InvariantCulture, $"\n/Next {outline + i + 2} 0 R");
        return words.Append(">>").ToString();
    }

    /// <summary>The catalog's entries without the brackets that close it.</summary>
    static string Catalog(Stream file, long offset)
    {
        var text = Read(file, offset, 64 * 1024);
        var end = text.IndexOf("endobj", StringComparison.Ordinal);
        var body = text[text.IndexOf("<<", StringComparison.Ordinal)..end].TrimEnd();
        return body[..^2];
    }

    /// <summary>Where an object stands; a line of the table has 20 characters.</summary>
    static long OffsetOf(Stream file, long table, int number)
    {
        var head = Read(file, table, 64);
        var first = FirstEntry().Match(head);
        var line = Read(file, table + first.Index + first.Length + 20L * number, 10);
        return long.Parse(line, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    static int Number(Regex pattern, string tail) => pattern.Matches(tail) is [.., { } match]
        ? int.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : throw new InvalidDataException("No PDF as Skia writes it.");

    static string Read(Stream file, long offset, int most)
    {
        file.Seek(offset, SeekOrigin.Begin);
        var bytes = new byte[most];
        return Encoding.Latin1.GetString(bytes, 0, file.ReadAtLeast(bytes, most, throwOnEndOfStream: false));
    }

    static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    [GeneratedRegex(@"/Root (?<n>\d+) 0 R", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Root();

    [GeneratedRegex(@"/Size (?<n>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Size();

    [GeneratedRegex(@"startxref\s+(?<n>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"xref\s+0 \d+\s*\n", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstEntry();
}
