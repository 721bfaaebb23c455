using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Songthang.Domain.Assets;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Documents;

namespace Songthang.Web.Tests.Papers;

public sealed partial class TypesettingTests
{
    const int LongestText = 5000;

    static readonly ParagraphStyle Body = new();

    static readonly string[] Odd = ["\n", "\u200B", "é", "😀", "👨‍👩‍👧", "日本", "ปั๊มน้ำ", "กตัญญู", "ฐานู"];

    // Every consonant, vowel, mark and digit of Thai, Latin, blanks, line breaks and pictures.
    static readonly Gen<string> AnyCharacter = Gen.Frequency(
        (12, Gen.Char['\u0E01', '\u0E3A'].Select(c => c.ToString())),
        (8, Gen.Char['\u0E40', '\u0E5B'].Select(c => c.ToString())),
        (4, Gen.Char['!', '~'].Select(c => c.ToString())),
        (2, Gen.Const(" ")),
        (1, Gen.Int[0, Odd.Length - 1].Select(i => Odd[i])));

    static readonly Gen<string> AnyText = Gen.OneOf(AnyCharacter.Array[0, 60], AnyCharacter.Array[LongestText - 100, LongestText])
        .Select(characters => ThaiText.Clean(string.Concat(characters)));

    [Fact]
    public Task Any_text_can_be_copied_from_a_page_as_it_was_put_in() => AnyText.SampleAsync(async text =>
    {
        var pdf = Sample.Write(new("ทดสอบ", [new Box([new Columns([(1, new Paragraph(Body, "ก")), (4, new Paragraph(Body, text))])])]));

        Assert.Equal("ก" + Visible(text), await PrintedFile.InkAsync(pdf));
        Assert.True(await PagesAsync(pdf) <= 1 + text.Length / 200 + text.Count(c => c == '\n') / 20);
    }, iter: 40, print: Short);

    [Fact]
    public Task Any_text_can_be_copied_from_the_request_form() => AnyText.Where(text => ThaiText.Length(text) <= 4000).SampleAsync(async text =>
    {
        var pdf = Sample.Form(Sample.Submission with { Symptom = text });

        // The first line stands beside the name of the row; page ends come in between.
        var page = Footer().Replace(await PrintedFile.InkAsync(pdf), "").Normalize(NormalizationForm.FormC);
        Assert.Contains(Visible($"อาการไฟดับ 1 ดวง{(text.Length > 0 ? " – " : "")}{text}"), page, StringComparison.Ordinal);
        Assert.True(await PagesAsync(pdf) <= 3 + text.Length / 200 + text.Count(c => c == '\n') / 20);
    }, iter: 25, print: Short);

    [Fact]
    public Task Any_text_can_be_copied_from_the_receipt() => AnyText.Where(text => text.Length > 0).SampleAsync(async text =>
    {
        var page = Footer().Replace(await PrintedFile.InkAsync(Sample.Receipt(text)), "").Normalize(NormalizationForm.FormC);

        Assert.Contains(Visible("สถานที่" + text), page, StringComparison.Ordinal);
    }, iter: 15, print: Short);

    static readonly Dictionary<string, (Func<string, byte[]> Write, string Before, string Foot)> Papers = new(StringComparer.Ordinal)
    {
        ["work order"] = (text => OfficePapers.WriteOrder(stops: 1, symptom: text), "“", "ใบสั่งงาน๑๒/๒๕๖๙"),
        ["report of a repair"] = (text => OfficePapers.WriteReport(result: text), "ผลการดำเนินการ", "69-00123-2"),
        ["monthly report"] = (text => MonthlyReportTests.OfAgency(text), "กองช่าง", "รายงานผลการดำเนินการตุลาคม๒๕๖๙"),
        ["letter"] = (text => OfficePapers.WriteLetter(OfficePapers.Letter with { Body = text }, thaiDigits: false), "ภาพถ่ายจำนวน2ภาพ", ""),
    };

    [Theory]
    [InlineData("work order")]
    [InlineData("report of a repair")]
    [InlineData("letter")]
    [InlineData("monthly report")]
    public Task Any_text_can_be_copied_from_every_paper(string paper) => AnyText
        .Where(text => ThaiText.Length(text) is > 0 and <= 4000 && Visible(text).Length > 0).SampleAsync(async text =>
        {
            var (write, before, foot) = Papers[paper];
            var pdf = write(text);

            var page = Regex.Replace(await PrintedFile.InkAsync(pdf), Regex.Escape(foot) + "หน้า[๐-๙0-9]+จาก[๐-๙0-9]+", "", RegexOptions.None, TimeSpan.FromSeconds(1))
                .Normalize(NormalizationForm.FormC);
            Assert.Contains(before + Visible(text), page, StringComparison.Ordinal);
            Assert.True(await PagesAsync(pdf) <= 3 + text.Length / 200 + text.Count(c => c == '\n') / 20);
        }, iter: 12, print: Short);

    [Theory]
    [InlineData("ที่ น้ำ ปั๊ม เพื่อ กตัญญู ฐานู ผู้ปู่ ฟ้า ป๋า ญี่ปุ่น ชั่ง ใหญ่")]
    [InlineData("เลขที่ ๑๒๓/๒๕๖๙ เวลา ๑๔.๓๐ น. office ffi 081-234-5678")]
    public async Task Marks_above_and_below_leave_no_gap_in_copied_words(string words)
    {
        var pdf = Sample.Write(new("ทดสอบ", [new Paragraph(Body, words)]));

        Assert.Equal(words, (await PrintedFile.TextAsync(pdf)).TrimEnd());
    }

    [Fact]
    public async Task Lines_end_between_words()
    {
        const string words = "ไฟฟ้าสาธารณะหน้าวัดใหญ่ชัยมงคลดับมาหลายวันแล้วกรุณาซ่อมด้วยประชาชนเดือดร้อนมากเพราะถนนมืดและมีรถบรรทุกวิ่งผ่านตลอดคืน";
        var pdf = Sample.Write(new("ทดสอบ", [new Paragraph(new(Size: 20), words)]));

        var lines = (await PrintedFile.TextAsync(pdf)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.True(lines.Length >= 3);
        Assert.Equal(words, string.Concat(lines));
        foreach (var start in lines.Skip(1).Select(line => words.IndexOf(line, StringComparison.Ordinal)))
            Assert.DoesNotContain(words[start], "ะาำิีึืุู็่้๊๋์ๆฯ");
        Assert.DoesNotContain(lines, line => line[^1] is 'เ' or 'แ' or 'โ' or 'ใ' or 'ไ');
    }

    [Fact]
    public async Task A_line_break_in_a_text_begins_a_new_line()
    {
        var pdf = Sample.Write(new("ทดสอบ", [new Paragraph(Body, "บรรทัดแรก\r\nบรรทัดที่สอง\n\nบรรทัดที่สี่")]));

        Assert.Equal(["บรรทัดแรก", "บรรทัดที่สอง", "บรรทัดที่สี่"],
            (await PrintedFile.TextAsync(pdf)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("ต.สามบัณฑิต")]
    [InlineData("อำเภอพระนครศรีอยุธยา")]
    [InlineData("๒๓ พฤศจิกายน")]
    [InlineData("จำนวน ๑ ฉบับ")]
    [InlineData("เสา อบจ.อย.")]
    public async Task Names_of_places_and_what_is_counted_are_never_parted(string whole)
    {
        // Wherever the end of the line falls.
        for (var before = 1; before <= 12; before++)
        {
            var pdf = Sample.Write(new("ทดสอบ", [new Paragraph(new(Size: 30), $"{string.Concat(Enumerable.Repeat("ไฟดับ ", before))}{whole} มืด")]));

            Assert.Contains((await PrintedFile.TextAsync(pdf)).Split('\n'), line => line.Contains(whole, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_word_wider_than_the_page_is_not_cut_off()
    {
        var word = new string('ก', 400);
        var pdf = Sample.Write(new("ทดสอบ", [new Paragraph(Body, word)]));

        Assert.Equal(word, await PrintedFile.InkAsync(pdf));
    }

    [Fact]
    public void The_typeface_draws_every_character_of_Thai()
    {
        foreach (var code in Enumerable.Range(0xE01, 0xE3A - 0xE01 + 1).Concat(Enumerable.Range(0xE3F, 0xE5B - 0xE3F + 1)))
        {
            Assert.True(Typeface.Regular.Has(code), $"U+{code:X4} in regular");
            Assert.True(Typeface.Bold.Has(code), $"U+{code:X4} in bold");
        }
    }

    [Fact]
    public void The_same_paper_at_the_same_time_is_the_same_file() => Assert.Equal(Sample.Form(), Sample.Form());

    [Fact]
    public async Task A_file_says_its_title_and_language()
    {
        var pdf = Sample.Form();

        Assert.Contains("แบบแจ้งไฟฟ้าสาธารณะขัดข้อง", await PrintedFile.FactsAsync(pdf), StringComparison.Ordinal);
        Assert.Contains("/Lang (th-TH)", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_documents_make_one_file_with_a_bookmark_for_each()
    {
        using var file = new MemoryStream();
        await Pdf.WriteAsync(file, Three(), new("สามเรื่อง", "ทดสอบ", Sample.At), TestContext.Current.CancellationToken);
        var pdf = file.ToArray();

        Assert.Equal(3, await PagesAsync(pdf));
        Assert.Equal("เรื่องที่1เรื่องที่2เรื่องที่3", await PrintedFile.InkAsync(pdf));
        var text = Encoding.Latin1.GetString(pdf);
        Assert.Contains("/PageMode /UseOutlines", text, StringComparison.Ordinal);
        foreach (var number in (int[])[1, 2, 3])
            Assert.Contains(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes($"เรื่องที่ {number}")), text, StringComparison.Ordinal);

        static async IAsyncEnumerable<Document> Three()
        {
            for (var number = 1; number <= 3; number++)
            {
                await Task.Yield();
                yield return new($"เรื่องที่ {number}", [new Paragraph(Body, $"เรื่องที่ {number}")]);
            }
        }
    }

    /// <summary>What of a text can be seen: joiners and selectors between pictures cannot.</summary>
    static string Visible(string text) => string.Concat(PrintedFile.WithoutSpace(text).EnumerateRunes()
        .Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && rune.Value is not (0xFE0E or 0xFE0F)))
        .Normalize(NormalizationForm.FormC);

    /// <summary>A label is small: what has no room ends in “…”, and what is there is the beginning of what was typed.</summary>
    [Fact]
    public Task Any_number_can_be_copied_from_a_label_or_its_beginning_where_it_is_too_long() => AnyText
        .Where(text => ThaiText.Length(text) <= PoleNumber.MaxLength && Visible(text).Length > 0).SampleAsync(async text =>
        {
            var number = ThaiText.Clean(text.ReplaceLineEndings(" "));
            var page = await PrintedFile.InkAsync(OfficePapers.WriteLabels(LabelSheet.Shipped.Find("8")!, 1, OfficePapers.Label(1234, number)));

            var (before, after) = (PoleCode.Create(1234).ToString(), "สแกนเพื่อแจ้งไฟดับ");
            Assert.StartsWith(before, page, StringComparison.Ordinal);
            var shown = page[before.Length..page.IndexOf(after, StringComparison.Ordinal)].Normalize(NormalizationForm.FormC);
            Assert.True(shown == Visible(number) || (shown.EndsWith('…') && Visible(number).StartsWith(shown[..^1], StringComparison.Ordinal)), $"{shown} for {number}");
        }, iter: 12, print: Short);

    static string Short(string text) => text.Length > 200 ? $"{text[..200]}… ({text.Length})" : text;

    static async Task<int> PagesAsync(byte[] pdf) => int.Parse(
        Pages().Match(await PrintedFile.FactsAsync(pdf)).Groups["pages"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Pages:\s+(?<pages>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pages();

    [GeneratedRegex("69-00123-2หน้า[๐-๙0-9]จาก[๐-๙0-9]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Footer();
}
