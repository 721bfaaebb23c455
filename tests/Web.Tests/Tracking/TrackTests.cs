using System.Net;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Tracking;

public class TrackTests
{
    const string Nothing = "ไม่พบเรื่องตามเลขที่และหมายเลขโทรศัพท์นี้";

    [Theory]
    [InlineData("69-00001-4", "0812345678")]
    [InlineData("๖๙๐๐๐๐๑๔", "๐๘๑-๒๓๔ ๕๖๗๘")]
    [InlineData(" 69 00001 4 ", "+66 81 234 5678")]
    public async Task Reference_and_phone_number_however_typed_lead_to_the_own_page(string reference, string phone)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();

        var answer = await SendAsync(visitor, reference, phone);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal($"/r/{request.Secret}", answer.Response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Whatever_is_wrong_the_answer_is_the_same()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();

        var wrongPhone = await SendAsync(visitor, "69-00001-4", "0812345679");
        var wrongReference = await SendAsync(visitor, Reference.Create(2569, 2).ToString(), "0812345678");

        Assert.Contains(Nothing, wrongPhone.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(wrongPhone.Status, wrongReference.Status);
        Assert.Equal(wrongPhone.TextOf(".error-summary"), wrongReference.TextOf(".error-summary"));
        Assert.Equal("0812345679", wrongPhone.Html.QuerySelector("#Phone")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_report_without_a_phone_number_is_opened_by_no_number()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app, it => it.From("", ""));
        using var visitor = app.NewVisitor();

        Assert.Contains(Nothing, (await SendAsync(visitor, "69-00001-4", "0812345678")).TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("กรุณาระบุหมายเลขโทรศัพท์", (await SendAsync(visitor, "69-00001-4", "")).TextOf(".error-summary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "0812345678", "กรุณาระบุเลขที่เรื่อง")]
    [InlineData("69-00001-5", "0812345678", "กรุณาตรวจสอบตัวเลข")]
    [InlineData("69-00001-4", "12345", "หมายเลขโทรศัพท์ไม่ถูกต้อง")]
    [InlineData("69-00001-4", "​", "กรุณาระบุหมายเลขโทรศัพท์")]
    public async Task A_mistake_in_a_field_is_marked_there_and_in_the_summary(string reference, string phone, string message)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        var page = await SendAsync(visitor, reference, phone);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        var link = page.Html.QuerySelector(".error-summary a")!;
        Assert.Contains(message, link.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Html.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task The_reference_from_the_home_page_is_filled_in_already()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/"), "form[action='/track']", [("reference", "69000014")]);

        Assert.Equal("69000014", page.Html.QuerySelector("#Reference")!.GetAttribute("value"));
        Assert.False(page.Has(".error-summary"));
        Assert.True(page.Has("a[href='/reports/69-00001-4']"));
    }

    [Fact]
    public async Task A_phone_number_in_the_address_is_not_taken()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        Assert.DoesNotContain("0812345678", (await visitor.GetAsync("/track?reference=69-00001-4&phone=0812345678"))
            .Html.QuerySelector("form[method=post]")!.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_tries_number_after_number_has_to_wait()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:RateLimits:Track:Permits"] = "3" });
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync("/track");

        for (var i = 0; i < 3; i++)
            await visitor.SubmitAsync(form, "form[method=post]", [("Reference", "69-00001-4"), ("Phone", $"081234567{i}")]);
        var page = await visitor.SubmitAsync(form, "form[method=post]", [("Reference", "69-00001-4"), ("Phone", "0812345678")]);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
    }

    static async Task<Page> SendAsync(Visitor visitor, string reference, string phone) => await visitor.SubmitAsync(
        await visitor.GetAsync("/track"), "form[method=post]", [("Reference", reference), ("Phone", phone)]);
}
