using System.Net;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Shared;

public class ExpiredTokenTests
{
    const string Form = "main form";
    static readonly (string, string?) Expired = ("__RequestVerificationToken", "expired");

    [Fact]
    public async Task An_answer_with_a_photo_is_given_back_and_can_be_sent_again()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Asked());
        using var visitor = app.NewVisitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync($"/r/{request.Secret}/answer"), Form,
            [Expired, ("Text", "ต้นที่สามจากแยก")], [new FormFile("Photos.Files", "pole.jpg", TestPhotos.Jpeg())]);

        AssertGivenBack(page, "textarea", "ต้นที่สามจากแยก");
        Assert.Equal(ServiceRequestStatus.AwaitingInformation, (await Given.ReadAsync(app, request)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(page, Form)).Status);
        var stored = await Given.ReadAsync(app, request);
        Assert.Equal("ต้นที่สามจากแยก", stored.Timeline[^1].Text);
        Assert.Single(stored.Photos);
    }

    [Theory]
    [InlineData("withdraw", ServiceRequestStatus.Withdrawn)]
    [InlineData("reopen", ServiceRequestStatus.Accepted)]
    public async Task A_reason_is_given_back_and_nothing_is_done_before_it_is_sent_again(string act, ServiceRequestStatus after)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => act == "reopen" ? it.Accepted().Completed() : it);
        using var visitor = app.NewVisitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync($"/r/{request.Secret}/{act}"), Form, [Expired, ("Reason", "เหตุผลที่พิมพ์ไว้")]);

        AssertGivenBack(page, "textarea", "เหตุผลที่พิมพ์ไว้");
        Assert.Equal(request.Status, (await Given.ReadAsync(app, request)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(page, Form)).Status);
        Assert.Equal(after, (await Given.ReadAsync(app, request)).Status);
    }

    [Fact]
    public async Task A_rating_is_given_back_with_its_comment()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Accepted().Completed());
        using var visitor = app.NewVisitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync($"/r/{request.Secret}/rate"), Form,
            [Expired, ("Fixed", "true"), ("Satisfaction", "4"), ("Comment", "ช่างมาเร็ว")]);

        AssertGivenBack(page, "textarea", "ช่างมาเร็ว");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(page, Form)).Status);
        Assert.Equal("ช่างมาเร็ว", (await Given.ReadAsync(app, request)).Timeline[^1].Text);
    }

    [Fact]
    public async Task Reference_and_number_are_given_back()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();
        const string form = "main form[method=post]";

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/track"), form,
            [Expired, ("Reference", request.Reference), ("Phone", "0812345678")]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("0812345678", page.Html.QuerySelector("input[name=Phone]")!.GetAttribute("value"));
        Assert.Equal($"/r/{request.Secret}", (await visitor.SubmitAsync(page, form)).Response.Headers.Location!.OriginalString);
    }

    static void AssertGivenBack(Page page, string field, string text)
    {
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("ข้อมูลที่กรอกยังอยู่ครบ กรุณากดส่งอีกครั้ง", page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(text, page.TextOf(field));
    }
}
