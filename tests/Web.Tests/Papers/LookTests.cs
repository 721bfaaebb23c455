using Songthang.Infrastructure.Papers;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Papers;

/// <summary>
/// Papers as they were looked at and found right. Where a paper is meant to look different, start the tests with
/// <c>SONGTHANG_TEST_LOOKS</c> as a folder: it gets the new pictures, to be looked at and put in place of the old.
/// </summary>
public sealed class LookTests
{
    /// <summary>Average difference, 0 to 255. Another version of poppler stays below 1; a moved box or a lost line does not.</summary>
    const double Tolerance = 1.2;

    static readonly Dictionary<string, Func<byte[]>> Papers = new(StringComparer.Ordinal)
    {
        ["form"] = () => Sample.Form(),
        ["form-arabic-digits-copy"] = () => Sample.Form(thaiDigits: false, printing: Printing.Copy),
        ["form-sparse-preview"] = () => Sample.Form(Sample.Sparse, printing: Printing.Preview),
        ["form-long"] = () => Sample.Form(Sample.Submission with { Symptom = string.Concat(Enumerable.Repeat("ไฟฟ้าสาธารณะหน้าวัดใหญ่ดับมาหลายวันแล้ว ", 90)) }),
        ["form-photos"] = () => Sample.Form(photos: [TestPhotos.Jpeg(), TestPhotos.Jpeg(480, 640), TestPhotos.Jpeg()]),
        ["receipt"] = () => Sample.Receipt("ถนนทดสอบ หมู่ที่ 3 ต.สามบัณฑิต อ.อุทัย"),
        ["receipt-english"] = () => Sample.Receipt("Test road", "en"),
        ["form-stamped"] = OfficePapers.WriteStamped,
        ["order"] = () => OfficePapers.WriteOrder(),
        ["order-done-arabic-digits"] = () => OfficePapers.WriteOrder(thaiDigits: false, isDone: true),
        ["order-long"] = () => OfficePapers.WriteOrder(stops: 6, symptom: string.Concat(Enumerable.Repeat("ไฟฟ้าสาธารณะหน้าวัดใหญ่ดับมาหลายวันแล้ว ", 12))),
        ["order-sparse"] = () => OfficePapers.WriteOrder(stops: 1, symptom: "", isKnown: false),
        ["report"] = () => OfficePapers.WriteReport(photos: [TestPhotos.Jpeg(), TestPhotos.Jpeg(480, 640)]),
        ["report-long-arabic-digits"] = () => OfficePapers.WriteReport(thaiDigits: false, result: string.Concat(Enumerable.Repeat("เปลี่ยนหลอดและตรวจสายแล้ว ", 100))),
        ["report-sparse"] = () => OfficePapers.WriteReport(result: "เสร็จ", symptom: "", isKnown: false),
        ["letter"] = () => OfficePapers.WriteLetter(),
        ["letter-arabic-digits-garuda"] = () => OfficePapers.WriteLetter(thaiDigits: false, garuda: TestPhotos.Jpeg()),
        ["letter-long"] = () => OfficePapers.WriteLetter(OfficePapers.Letter with { Body = string.Join('\n', Enumerable.Repeat(OfficePapers.Letter.Body, 6)) }),
        ["labels-24"] = () => OfficePapers.WriteLabels("24", from: 1),
        ["labels-40"] = () => OfficePapers.WriteLabels("40", from: 15),
        ["labels-65"] = () => OfficePapers.WriteLabels("65", from: 1),
        ["labels-8"] = () => OfficePapers.WriteLabels("8", from: 1),
        ["labels-2"] = () => OfficePapers.WriteLabels("2", from: 1),
        ["labels-1"] = () => OfficePapers.WriteLabels("1", from: 1),
        ["letter-sparse"] = () => OfficePapers.WriteLetter(new("", null, "ขอส่งเรื่อง", "เทศบาลทดสอบ", "", "", "จึงเรียนมาเพื่อโปรดพิจารณา", "", "")),
    };

    [Theory]
    [InlineData("form", 1)]
    [InlineData("form-arabic-digits-copy", 1)]
    [InlineData("form-sparse-preview", 1)]
    [InlineData("form-long", 1)]
    [InlineData("form-long", 2)]
    [InlineData("form-photos", 2)]
    [InlineData("receipt", 1)]
    [InlineData("receipt-english", 1)]
    [InlineData("form-stamped", 1)]
    [InlineData("order", 1)]
    [InlineData("order-done-arabic-digits", 1)]
    [InlineData("order-long", 1)]
    [InlineData("order-long", 2)]
    [InlineData("order-sparse", 1)]
    [InlineData("report", 1)]
    [InlineData("report", 2)]
    [InlineData("report-long-arabic-digits", 1)]
    [InlineData("report-sparse", 1)]
    [InlineData("letter", 1)]
    [InlineData("letter-arabic-digits-garuda", 1)]
    [InlineData("letter-long", 2)]
    [InlineData("letter-sparse", 1)]
    [InlineData("labels-24", 1)]
    [InlineData("labels-40", 1)]
    [InlineData("labels-65", 1)]
    [InlineData("labels-8", 1)]
    [InlineData("labels-2", 1)]
    [InlineData("labels-1", 1)]
    [InlineData("labels-2", 2)]
    public async Task Each_paper_looks_as_it_was_approved(string paper, int page)
    {
        var look = await PrintedFile.LookAsync(Papers[paper](), page);
        var name = $"{paper}-{page}.png";
        if (Environment.GetEnvironmentVariable("SONGTHANG_TEST_LOOKS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), look, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{paper}.pdf"), Papers[paper](), TestContext.Current.CancellationToken);
        }

        var approved = await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "Papers", "looks", name), TestContext.Current.CancellationToken);
        Assert.InRange(PrintedFile.Difference(approved, look), 0, Tolerance);
    }

    [Fact]
    public async Task A_lost_line_would_be_noticed()
    {
        var one = await PrintedFile.LookAsync(Sample.Form(), 1);
        var other = await PrintedFile.LookAsync(Sample.Form(Sample.Submission with { Requester = Sample.Submission.Requester with { Name = "" }, Symptom = "" }), 1);

        Assert.True(PrintedFile.Difference(one, other) > 0.2);
    }
}
