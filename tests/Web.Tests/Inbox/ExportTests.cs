using Songthang.Domain.Officers;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Host;
using Sylvan.Data.Csv;

namespace Songthang.Web.Tests.Inbox;

public class ExportTests
{
    [Fact]
    public async Task A_hundred_thousand_rows_pass_through_without_being_held()
    {
        // Nothing is kept: the file goes nowhere, and memory that is still held afterwards is next to nothing.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var file = new CsvFile(Stream.Null);
        for (var row = 0; row < 100_000; row++)
            await file.WriteAsync(["ไฟดับหน้าวัดใหญ่", "=1+1", "สองบรรทัด\nและ \"คำพูด\""], TestContext.Current.CancellationToken);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
    }

    [Fact]
    public async Task What_the_list_shows_comes_as_a_file_that_Excel_reads_as_Thai()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Of("lamp_out", "ดับ, \"สนิท\"\nสองดวง").In("141403").Accepted());
        await Given.ARequestAsync(app, it => it.Of("flicker", "กะพริบ"));
        using var director = await app.SignInAsync(OfficerRole.Director);

        var list = await director.GetAsync("/officer?fault=lamp_out");
        var href = list.Html.QuerySelector("a[href*='export.csv']")!.GetAttribute("href")!;
        using var answer = await director.Client.GetAsync(href, TestContext.Current.CancellationToken);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("songthang-2026-11-23.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var row = Assert.Single(Read(bytes));
        Assert.Equal(request.Reference, row["เลขที่เรื่อง"]);
        Assert.Equal("20 พ.ย. 69 10.00 น.", row["วันที่แจ้งเหตุ"]);
        Assert.Equal("2026-11-20T10:00:00+07:00", row["วันที่แจ้งเหตุ (ISO 8601)"]);
        Assert.Equal("ดับ, \"สนิท\"\nสองดวง", row["รายละเอียด"]);
        Assert.Equal("สามบัณฑิต", row["ตำบล"]);
        Assert.Equal("อุทัย", row["อำเภอ"]);
        Assert.Equal("รับเรื่องแล้ว", row["สถานะ"]);
        Assert.Equal("", row["วันที่แล้วเสร็จ"]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+66 81", "'+66 81")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("=HYPERLINK(\"http://example.test\";\"x\")", "'=HYPERLINK(\"http://example.test\";\"x\")")]
    [InlineData("ไฟดับ = มืด", "ไฟดับ = มืด")]
    public async Task What_looks_like_a_formula_is_only_text(string written, string exported)
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app, it => it.Of("other", written));
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var row = Assert.Single(Read(await officer.Client.GetByteArrayAsync("/officer/export.csv", TestContext.Current.CancellationToken)));

        Assert.Equal(exported, row["รายละเอียด"]);
    }

    [Fact]
    public async Task The_file_holds_all_pages_and_nothing_of_who_reported()
    {
        await using var app = await TestApp.StartAsync();
        await Many.RequestsAsync(app, 130);
        using var director = await app.SignInAsync(OfficerRole.Director);

        var bytes = await director.Client.GetByteArrayAsync("/officer/export.csv?sort=reference&dir=up&after=50.69-00050-1", TestContext.Current.CancellationToken);

        var rows = Read(bytes);
        Assert.Equal(130, rows.Count);
        Assert.StartsWith("69-00001-", rows[0]["เลขที่เรื่อง"], StringComparison.Ordinal);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain("ใจดี", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0812345678", text, StringComparison.Ordinal);
    }

    static List<Dictionary<string, string>> Read(byte[] file)
    {
        using var reader = CsvDataReader.Create(new StreamReader(new MemoryStream(file)));
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString));
        return rows;
    }
}
