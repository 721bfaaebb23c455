using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;
using Songthang.Web.Tests.Papers;
using Songthang.Web.Tests.WorkOrders;
using Sylvan.Data.Csv;

namespace Songthang.Web.Tests.Figures;

public sealed class OfficerStatisticsTests : IAsyncLifetime
{
    TestApp app = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await OutboxTest.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_office_sees_crews_causes_and_what_materials_cost_at_the_price_of_that_day()
    {
        await PriceAsync("89.50");
        await RepairAsync();
        await PriceAsync("120");
        using var director = await app.SignInAsync(OfficerRole.Director);

        var page = await director.GetAsync("/officer/statistics");

        Assert.Equal("ชุดช่างไฟฟ้า 1 1 0", Row(page, "crews"));
        Assert.Equal("หลอดหรือโคมเสื่อมสภาพ 1", Row(page, "causes"));
        Assert.Equal("หลอดโซเดียมความดันสูง 2 หลอด 179.00", Row(page, "materials"));
        Assert.Equal("ยังไม่มีผู้รับผิดชอบ 1 1 0 0", Row(page, "officers"));
        Assert.Equal("หน้าแจ้งเหตุบนเว็บไซต์ 1 1 0 0 1 1 100% – (0)", Row(page, "channels"));
        Assert.Equal(7, page.Html.QuerySelectorAll("[aria-labelledby=steps] tbody tr").Length);
        Assert.Equal("รายงาน", page.TextOf(".officer-nav [aria-current=page]"));
    }

    [Fact]
    public async Task A_material_without_a_price_is_told_and_costs_nothing()
    {
        await RepairAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        Assert.Equal("หลอดโซเดียมความดันสูง 2 หลอด – (ไม่มีราคา 2)", Row(await officer.GetAsync("/officer/statistics"), "materials"));
    }

    [Theory]
    [InlineData("ถูก")]
    [InlineData("-1")]
    [InlineData("1.234")]
    [InlineData("1000001")]
    public async Task A_price_that_is_none_is_marked_and_kept(string typed)
    {
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        var form = await administrator.GetAsync("/officer/settings/materials/line/sodium-lamp");

        var answer = await administrator.SubmitAsync(form, "main form", [("unitPrice", typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(typed, answer.Html.QuerySelector("[name=unitPrice]")!.GetAttribute("value"));
        Assert.Equal("true", answer.Html.QuerySelector("[name=unitPrice]")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task The_figures_are_taken_away_as_a_file_and_that_is_recorded()
    {
        await RepairAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var bytes = await officer.Client.GetByteArrayAsync("/officer/statistics/export.csv?period=2570", Stop);

        using var file = await CsvDataReader.CreateAsync(new StreamReader(new MemoryStream(bytes)), cancel: Stop);
        var rows = new List<string>();
        while (await file.ReadAsync(Stop))
            rows.Add(string.Join('|', Enumerable.Range(2, 4).Select(file.GetString)));
        Assert.Contains("รวม|ทั้งหมด|รับแจ้ง|1", rows);
        Assert.Contains("ขั้นตอน|6. ดำเนินการแก้ไข|ทำได้ภายในกำหนด|1", rows);
        Assert.Contains("ชุดช่าง|ชุดช่างไฟฟ้า 1|ซ่อมเสร็จ|1", rows);
        Assert.Contains("วัสดุ|หลอดโซเดียมความดันสูง|จำนวน|2", rows);
        Assert.Equal(1, await app.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.FiguresExported, Stop)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.GetAsync("/officer/statistics/export.csv?period=x")).Status);
    }

    [Fact]
    public async Task The_months_report_says_the_same_on_the_screen_and_on_paper()
    {
        await RepairAsync();
        using var director = await app.SignInAsync(OfficerRole.Director);

        var page = await director.GetAsync("/officer/statistics/monthly?month=2569m11");
        using var answer = await director.Client.GetAsync(new Uri(page.Html.QuerySelector("a[href*='monthly.pdf']")!.GetAttribute("href")!, UriKind.Relative), Stop);
        var paper = PrintedFile.WithoutSpace(await PrintedFile.TextAsync(await answer.Content.ReadAsByteArrayAsync(Stop)));

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        foreach (var words in (string[])["ประจำเดือน พฤศจิกายน ๒๕๖๙", "เรื่องที่รับแจ้งในเดือนนี้", "พระนครศรีอยุธยา", "ไฟดับ ๑ ดวง", "ในเดือนนี้ไม่มีผู้ตอบแบบประเมิน", "ผู้อำนวยการกองช่าง"])
        {
            Assert.Contains(PrintedFile.WithoutSpace(words), PrintedFile.WithoutSpace(page.Words), StringComparison.Ordinal);
            Assert.Contains(PrintedFile.WithoutSpace(words), paper, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/officer/statistics/monthly?month=2570")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/officer/statistics/monthly.pdf")).Status);
    }

    [Fact]
    public async Task Figures_of_the_office_are_not_for_crews()
    {
        using var crew = await app.SignInAsync(OfficerRole.Crew);

        foreach (var address in (string[])["/officer/statistics", "/officer/statistics/export.csv", "/officer/statistics/monthly", "/officer/statistics/monthly.pdf?month=2569m11"])
            Assert.Equal(HttpStatusCode.Forbidden, (await crew.GetAsync(address)).Status);
    }

    async Task PriceAsync(string price)
    {
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        var form = await administrator.GetAsync("/officer/settings/materials/line/sodium-lamp");
        var saved = await administrator.SubmitAsync(form, "main form", [("unitPrice", price)]);
        Assert.Equal(HttpStatusCode.Found, saved.Status);
    }

    async Task RepairAsync()
    {
        var order = await Lorry.OrderAsync(app, await Lorry.AcceptedAsync(app, 1));
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var form = await officer.GetAsync($"/officer/work-orders/{order.Slug}/complete");
        await officer.SubmitAsync(form, Lorry.Form, Lorry.Repaired);
    }

    static string Row(Page page, string table) => string.Join(' ', page.Html.QuerySelector($"[aria-labelledby={table}] tbody tr")!
        .Children.SelectMany(cell => cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
