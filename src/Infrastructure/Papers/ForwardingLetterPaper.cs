using System.Text.RegularExpressions;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Documents;
using Document = Songthang.Infrastructure.Documents.Document;

namespace Songthang.Infrastructure.Papers;

/// <summary>The wording of a letter to another authority, as an officer left it.</summary>
/// <param name="Number">ที่: number of the letter; empty for the registry's to be written in.</param>
/// <param name="Date">Its date; null for one to be written in.</param>
/// <param name="Subject">เรื่อง.</param>
/// <param name="To">เรียน.</param>
/// <param name="Refers">อ้างถึง; empty for none.</param>
/// <param name="Enclosures">สิ่งที่ส่งมาด้วย, one a line; empty for none.</param>
/// <param name="Body">Paragraphs, one a line.</param>
/// <param name="SignerName">Who signs; empty for one to be written in.</param>
/// <param name="SignerPosition">Position of who signs; may be empty.</param>
public sealed record LetterWords(
    string Number, DateOnly? Date, string Subject, string To, string Refers, string Enclosures, string Body, string SignerName, string SignerPosition);

/// <summary>
/// หนังสือภายนอก: an ordinary letter to another authority, as ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 and its
/// amendments set it. The Garuda is the authority's own picture file; without one its place stays empty.
/// </summary>
/// <param name="words">Writes numbers and dates.</param>
public sealed partial class ForwardingLetterPaper(PaperWords words)
{
    /// <summary>What the paper is called.</summary>
    public const string Name = "หนังสือส่งต่อเรื่องแจ้งไฟฟ้าสาธารณะขัดข้อง";

    /// <summary>Three centimetres, the height that the regulation sets for the Garuda.</summary>
    const float GarudaHeight = 85;

    /// <summary>Two and a half centimetres, where paragraphs begin.</summary>
    const float Indent = 71;

    /// <summary>Above each part of the letter, six points.</summary>
    const float Before = 6;

    static readonly ParagraphStyle Body = new(Size: 12, Leading: 1.55f);
    static readonly ParagraphStyle Small = new(Size: 11, Leading: 1.45f);

    /// <summary>The letter.</summary>
    /// <param name="letter">Its wording.</param>
    /// <param name="reference">Of the request, for the file's name and the foot of the page.</param>
    /// <param name="agency">Whose letter it is.</param>
    /// <param name="garuda">The authority's picture (JPEG); empty for none.</param>
    public Document Of(LetterWords letter, string reference, Agency agency, ReadOnlyMemory<byte> garuda)
    {
        Block[] blocks =
        [
            !garuda.IsEmpty && Picture.Of(garuda, GarudaHeight) is { } picture ? picture : new Space(GarudaHeight),
            new Columns(
            [
                (1, new Paragraph(Body, "ที่", letter.Number.Length > 0 ? $" {words.Number(letter.Number)}" : new Run("", Blank: 120))),
                (1, new Together(new Paragraph(Body, agency.Name.Thai), new Paragraph(Body, words.Number(AddressLines(agency.Address.Thai))))),
            ], 0),
            new Space(Before),
            // From the middle of the sheet on.
            new Columns([(1, new Space(1)), (1, new Paragraph(Body, letter.Date is { } date ? words.Number(ThaiDates.LongDate(date)) : new Run("", Blank: 130)))], 0),
            Line("เรื่อง", letter.Subject),
            Line("เรียน", letter.To),
            .. letter.Refers.Length > 0 ? (Block[])[Line("อ้างถึง", words.Number(letter.Refers))] : [],
            .. Enclosures(letter.Enclosures),
            .. Lines(letter.Body).SelectMany(paragraph => (Block[])[new Space(Before), new Paragraph(Body with { FirstIndent = Indent }, words.Number(paragraph))]),
            new Space(2 * Before),
            Signature(letter),
            new Space(4 * Before),
            new Together(
            [
                new Paragraph(Small, agency.Division.Thai),
                .. agency.Phone.Length > 0 ? (Block[])[new Paragraph(Small, $"โทร. {words.Number(agency.Phone)}")] : [],
            ]),
        ];
        // A letter of one page carries no number.
        return new($"{Name} {reference}", blocks, new("", (page, pages) => pages == 1 ? "" : words.Page(page, pages))) { Margins = new(30, 20, 15, 20) };
    }

    /// <summary>An address in lines that begin with the district and with the province, as envelopes have it.</summary>
    static string AddressLines(string address) => Division().Replace(address.ReplaceLineEndings(" "), "\n");

    static Stack Line(string name, string value) =>
        new(new Space(Before), new Columns([(1, new Paragraph(Body, name)), (9.4f, new Paragraph(Body, value))], 4));

    IEnumerable<Block> Enclosures(string enclosures)
    {
        var lines = Lines(enclosures);
        for (var i = 0; i < lines.Length; i++)
        {
            var numbered = lines.Length > 1 ? $"{words.Number(i + 1)}. {words.Number(lines[i])}" : words.Number(lines[i]);
            if (i == 0)
                yield return new Space(Before);
            yield return new Columns([(2.6f, new Paragraph(Body, i == 0 ? "สิ่งที่ส่งมาด้วย" : "")), (7.8f, new Paragraph(Body, numbered))], 4);
        }
    }

    static Together Signature(LetterWords letter)
    {
        var centre = Body with { Align = Align.Centre };
        return new(new Columns(
        [
            (1, new Space(1)),
            (1.35f, new Stack(
                new Paragraph(centre, "ขอแสดงความนับถือ"),
                new Space(52),
                new Paragraph(centre, "(", letter.SignerName.Length > 0 ? letter.SignerName : new Run("", Blank: 160), ")"),
                letter.SignerPosition.Length > 0 ? new Paragraph(centre, letter.SignerPosition) : new Paragraph(centre, "ตำแหน่ง", new Run("", Blank: 140)))),
        ]));
    }

    [GeneratedRegex(@"\s+(?=(?:อำเภอ|อ\.|เขต|จังหวัด|จ\.))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Division();

    static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
