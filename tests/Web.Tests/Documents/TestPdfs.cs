using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Songthang.Web.Tests.Documents;

/// <summary>Small PDFs, right in every offset, and what hostile people make of them.</summary>
static class TestPdfs
{
    const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    const string Pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>";

    /// <summary>A page with nothing on it, and more objects that somebody put in.</summary>
    public static byte[] Plain(string catalog = Catalog, string trailer = "", params string[] more)
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        List<int> offsets = [];
        foreach (var body in (string[])[catalog, Pages, Page, .. more])
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var xref = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    /// <summary>The same with catalog and pages inside a compressed object stream, as modern programs write it.</summary>
    public static byte[] Compressed(string catalog = Catalog, string filters = "/Filter /FlateDecode", int padding = 0, string type = "ObjStm")
    {
        var bodies = (string[])[catalog, Pages, Page];
        var index = string.Join(' ', bodies.Select((_, i) => $"{i + 1} {bodies.Take(i).Sum(body => body.Length + 1)}"));
        var inside = Encoding.Latin1.GetBytes($"{index}\n{string.Join('\n', bodies)}{new string(' ', padding)}");
        var pdf = new MemoryStream();
        Write("%PDF-1.5\n");
        var stream = filters.Contains("Flate", StringComparison.Ordinal) ? Deflated(inside) : inside;
        Write($"4 0 obj\n<< /Type /{type} /N 3 /First {index.Length + 1} {filters} /Length {stream.Length} >>\nstream\n");
        pdf.Write(stream);
        Write("\nendstream\nendobj\n");
        var xref = pdf.Length;
        var rows = Deflated(new byte[20]);
        Write($"5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length {rows.Length} >>\nstream\n");
        pdf.Write(rows);
        Write($"\nendstream\nendobj\nstartxref\n{xref}\n%%EOF");
        return pdf.ToArray();

        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>A right one of so many bytes.</summary>
    public static byte[] OfSize(int bytes)
    {
        var padding = bytes;
        for (byte[] pdf; ; padding -= pdf.Length - bytes)
            if ((pdf = Plain(more: $"<< /Length {padding} >>\nstream\n{new string('.', padding)}\nendstream")).Length == bytes)
                return pdf;
    }

    static byte[] Deflated(byte[] content)
    {
        using var target = new MemoryStream();
        using (var deflate = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return target.ToArray();
    }
}
