using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Documents;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Inbox;

public class ExportExcelTests
{
    static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task What_the_list_shows_comes_as_a_table_with_real_dates_and_numbers()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Of("lamp_out", "=1+1 & <ดับ>\nสองดวง").In("141403").Accepted());
        await Given.ARequestAsync(app, it => it.Of("flicker", "กะพริบ"));
        using var director = await app.SignInAsync(OfficerRole.Director);

        var list = await director.GetAsync("/officer?fault=lamp_out");
        var href = list.Html.QuerySelector("a[href*='.xlsx']")!.GetAttribute("href")!;
        using var answer = await director.Client.GetAsync(href, TestContext.Current.CancellationToken);
        var sheet = Sheet(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal("songthang-2026-11-23.xlsx", answer.Content.Headers.ContentDisposition!.FileName);
        var rows = sheet.Descendants(Main + "row").ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal("เลขที่เรื่อง", Text(rows[0], 0));
        Assert.Equal(request.Reference, Text(rows[1], 0));
        Assert.Equal("=1+1 & <ดับ>\nสองดวง", Text(rows[1], 3));
        Assert.Empty(sheet.Descendants(Main + "f"));
        Assert.Equal(new DateTime(2026, 11, 20, 10, 0, 0), Moment(rows[1], 1));
        Assert.Equal("14.352123", Cell(rows[1], 10).Element(Main + "v")!.Value);
        Assert.Equal("frozen", sheet.Descendants(Main + "pane").Single().Attribute("state")!.Value);
        Assert.Equal("A1:R2", sheet.Descendants(Main + "autoFilter").Single().Attribute("ref")!.Value);
        Assert.DoesNotContain("ใจดี", sheet.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_was_typed_makes_a_well_formed_file()
    {
        using var file = new MemoryStream();
        var odd = "a\u0000\u0001\u000B\uFFFE\uD800b 😀 ]]>" + new string('ก', 40_000);
        await using (var sheet = ExcelSheet.To(file, "ก & ข", [new("<หัว>", 10), new("เลข", 5)]))
            await sheet.WriteAsync([odd, 0.5], TestContext.Current.CancellationToken);

        var text = Text(Sheet(file.ToArray()).Descendants(Main + "row").Last(), 0);

        Assert.StartsWith("a", text, StringComparison.Ordinal);
        Assert.Contains("b 😀 ]]>", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 30_000, 32_767);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_pass_through_without_being_held()
    {
        // Nothing is kept: the file goes nowhere, and memory that is still held afterwards is next to nothing.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using (var sheet = ExcelSheet.To(Stream.Null, "แถว", [new("ข้อความ", 10)]))
        {
            for (var row = 0; row < 100_000; row++)
                await sheet.WriteAsync(["ไฟดับหน้าวัดใหญ่"], TestContext.Current.CancellationToken);
            Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
        }
    }

    static XDocument Sheet(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        foreach (var entry in archive.Entries)
            using (var part = entry.Open())
                XDocument.Load(part);
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return XDocument.Load(sheet, LoadOptions.PreserveWhitespace);
    }

    static XElement Cell(XElement row, int column) => row.Elements(Main + "c").ElementAt(column);

    static string Text(XElement row, int column) => Cell(row, column).Descendants(Main + "t").Single().Value;

    static DateTime Moment(XElement row, int column) => DateTime.FromOADate(
        double.Parse(Cell(row, column).Element(Main + "v")!.Value, CultureInfo.InvariantCulture));
}
