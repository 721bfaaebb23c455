using System.Text;
using CsCheck;
using Songthang.Domain;
using Songthang.Infrastructure.Attachments;

namespace Songthang.Web.Tests.Documents;

public class PdfCheckTests
{
    const string Evil = "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>";

    public static TheoryData<string, byte[]> Right => new()
    {
        { "plain", TestPdfs.Plain() },
        { "compressed", TestPdfs.Compressed() },
        { "object stream without a filter", TestPdfs.Compressed(filters: "") },
        { "a link to a web page", TestPdfs.Plain(more: "<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>") },
        { "white space at the end", [.. TestPdfs.Plain(), .. "\r\n\0\0"u8] },
    };

    [Theory]
    [MemberData(nameof(Right), DisableDiscoveryEnumeration = true)]
    public void A_whole_document_that_only_shows_pages_is_taken(string what, byte[] pdf) =>
        Assert.True(Refusal(pdf) is null, what);

    public static TheoryData<string, byte[], string> Wrong => new()
    {
        { "empty", [], "document.not-a-pdf" },
        { "text", Encoding.UTF8.GetBytes(new string('ก', 200)), "document.not-a-pdf" },
        { "a picture", [0xFF, 0xD8, 0xFF, .. new byte[200]], "document.not-a-pdf" },
        { "something before it", [.. "<script>"u8, .. TestPdfs.Plain()], "document.not-a-pdf" },
        { "an archive behind it", [.. TestPdfs.Plain(), .. "PK\u0003\u0004"u8], "document.damaged" },
        { "the head alone", [.. "%PDF-1.7\n"u8, .. new byte[200]], "document.damaged" },
        { "cut off", TestPdfs.Plain()[..^40], "document.damaged" },
        { "the cross-references elsewhere", Replace(TestPdfs.Plain(), "startxref\n", "startxref\n9"), "document.damaged" },
        { "no catalog", Replace(TestPdfs.Plain(), "/Root", "/Boot"), "document.damaged" },
        { "no pages", Replace(Replace(TestPdfs.Plain(), "/Pages", "/Cages"), "/Page", "/Cage"), "document.damaged" },
        { "locked", TestPdfs.Plain(trailer: "/Encrypt << /Filter /Standard /V 2 >>"), "document.encrypted" },
        { "a script", TestPdfs.Plain(Evil), "document.active" },
        { "a script under a disguise", TestPdfs.Plain(Evil.Replace("JavaScript", "J#61va#53cript", StringComparison.Ordinal)), "document.active" },
        { "a script in a compressed stream", TestPdfs.Compressed(Evil), "document.active" },
        { "a script behind a second filter", TestPdfs.Compressed(Evil, "/Filter [/ASCIIHexDecode /FlateDecode]"), "document.damaged" },
        { "a disguised stream of objects", TestPdfs.Compressed(Evil, type: "Obj#53tm"), "document.active" },
        { "a stream of objects in a stream of objects", TestPdfs.Compressed("<< /Type /Catalog /X /ObjStm >>"), "document.damaged" },
        { "another file inside", TestPdfs.Plain(more: "<< /Type /EmbeddedFile /Length 3 >>\nstream\nabc\nendstream"), "document.active" },
        { "a program to start", TestPdfs.Plain(more: "<< /S /Launch /F (cmd.exe) >>"), "document.active" },
        { "a form that sends", TestPdfs.Plain(more: "<< /S /SubmitForm /F (https://example.org) >>"), "document.active" },
        { "a stream that asks for a dictionary", Replace(TestPdfs.Compressed(), "x\u009c", "x\u00bb"), "document.damaged" },
        { "a bomb", TestPdfs.Compressed(padding: 80 * 1024 * 1024), "document.damaged" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Anything_else_is_refused_with_a_reason(string what, byte[] pdf, string code) =>
        Assert.True(Refusal(pdf) == code, $"{what}: {Refusal(pdf)}");

    [Fact]
    public void Random_bytes_are_never_a_document() => Gen.Byte.Array[0, 4000].Sample(bytes =>
    {
        Assert.NotNull(Refusal(bytes));
        Assert.NotNull(Refusal([.. "%PDF-1.7\n"u8, .. bytes]));
        Assert.NotNull(Refusal([.. "%PDF-1.7\n"u8, .. bytes, .. "\nstartxref\n9\n%%EOF"u8]));
    });

    [Fact]
    public void A_mutated_document_is_taken_or_refused_and_nothing_worse() =>
        Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 1_000_000], Gen.Byte).Array[1, 12], Gen.Int[0, 600]).Sample((compressed, changes, cut) =>
        {
            var pdf = compressed ? TestPdfs.Compressed() : TestPdfs.Plain();
            foreach (var (at, value) in changes)
                pdf[at % pdf.Length] = value;
            _ = Refusal(pdf);
            _ = Refusal(pdf[Math.Min(cut, pdf.Length)..]);
            _ = Refusal(pdf[..Math.Min(cut, pdf.Length)]);
        });

    static string? Refusal(byte[] pdf)
    {
        try
        {
            PdfCheck.Require(pdf);
            return null;
        }
        catch (RuleBroken rule)
        {
            return rule.Code;
        }
    }

    static byte[] Replace(byte[] pdf, string before, string after) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf).Replace(before, after, StringComparison.Ordinal));
}
