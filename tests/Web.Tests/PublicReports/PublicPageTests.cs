using System.Net;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.PublicReports;

public class PublicPageTests
{
    [Theory]
    [InlineData("69-00001-5")]
    [InlineData("69-00099-0")]
    [InlineData("nonsense")]
    public async Task A_reference_that_nobody_has_is_told_kindly(string reference)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/reports/{reference}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("ไม่พบเลขที่เรื่องนี้", page.TextOf("h1"));
        Assert.True(page.Has("a[href='/track']"));
    }

    [Theory]
    [InlineData("69000014")]
    [InlineData("๖๙-๐๐๐๐๑-๔")]
    [InlineData("69 00001 4")]
    public async Task A_reference_however_typed_leads_to_the_one_page(string typed)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/reports/{Uri.EscapeDataString(typed)}");

        Assert.Equal(HttpStatusCode.MovedPermanently, page.Status);
        Assert.Equal($"/reports/{request.Reference}", page.Response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_page_tells_where_it_stands_and_leads_the_reporter_on()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Opened()
            .Checked("ไฟดับสองดวง").Accepted("จะเข้าซ่อมพรุ่งนี้").After(days: 1).Started().Completed("เปลี่ยนโคมไฟแล้ว", "aa11"));
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/reports/{request.Reference}");

        Assert.Equal("ไฟดับ 1 ดวง", page.TextOf("h1"));
        Assert.Contains("ดำเนินการแล้ว", page.TextOf(".status"), StringComparison.Ordinal);
        Assert.Contains("ไฟดับสองดวง", page.Words, StringComparison.Ordinal);
        Assert.Contains("ตรงข้ามร้านตัวอย่าง", page.Words, StringComparison.Ordinal);
        Assert.Contains("TEST-12", page.Words, StringComparison.Ordinal);
        Assert.Contains("14.3521, 100.5620", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["ดำเนินการแล้วเสร็จ", "เริ่มดำเนินการซ่อม", "รับเรื่องไว้ดำเนินการ", "เจ้าหน้าที่ตรวจสอบข้อมูลแล้ว", "เจ้าหน้าที่เปิดอ่านเรื่อง", "ได้รับเรื่องแจ้ง"],
            page.Html.QuerySelectorAll(".timeline strong").Select(title => title.TextContent));
        Assert.Contains("เปลี่ยนโคมไฟแล้ว", page.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.DoesNotContain("จะเข้าซ่อมพรุ่งนี้", page.Text, StringComparison.Ordinal);
        Assert.Contains("/photos/aa11/thumb.jpg", page.Text, StringComparison.Ordinal);
        Assert.Contains("20 พฤศจิกายน 2569 เวลา 10.00 น.", page.TextOf(".facts"), StringComparison.Ordinal);
        Assert.True(page.Has($"a[href='/track?reference={request.Reference}']"));
    }

    [Fact]
    public async Task What_the_citizen_wrote_waits_for_the_officer()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Of("lamp_out", "หน้าบ้านของฉัน").WithPhotos("bb22"));
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/reports/{request.Reference}");

        foreach (var hidden in new[] { "หน้าบ้านของฉัน", "ตรงข้ามร้านตัวอย่าง", "TEST-12", "หมู่ที่ 3", "ถนนทดสอบ", "bb22", "14.352" })
            Assert.DoesNotContain(hidden, page.Text, StringComparison.Ordinal);
        Assert.Contains("ต.ประตูชัย", page.Words, StringComparison.Ordinal);
        Assert.Contains("จะแสดงหลังเจ้าหน้าที่ตรวจสอบแล้ว", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_report_leads_to_the_main_one()
    {
        await using var app = await TestApp.StartAsync();
        var main = await Given.ARequestAsync(app, it => it.Accepted().Started());
        var merged = await Given.ARequestAsync(app, it => it.MergedInto(main));
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/reports/{merged.Reference}");

        Assert.Contains("กำลังดำเนินการ", page.TextOf(".status"), StringComparison.Ordinal);
        Assert.Contains("ดำเนินการร่วมกับเรื่องเดิม", page.Words, StringComparison.Ordinal);
        Assert.True(page.Has($"main a[href='/reports/{main.Reference}']"));
        Assert.Contains("เริ่มดำเนินการซ่อม", page.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.True((await visitor.GetAsync("/reports")).Has($"tbody tr:first-child td:last-child a[href='/reports/{main.Reference}']"));
    }
}
