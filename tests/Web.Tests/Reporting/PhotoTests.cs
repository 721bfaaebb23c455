using System.Net;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Photos;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Reporting;

public class PhotoTests
{
    [Fact]
    public async Task Without_scripts_photos_are_added_seen_and_removed_before_sending()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/report"), ReportPage.Form, [("Form.Symptom", "ดับ")],
            [Photo("one.jpg"), Photo("two.jpg")], submitter: "[name='Photos.Attach']");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(page.Has(".error-summary"));
        Assert.Equal("ดับ", page.TextOf("textarea"));
        Assert.Equal(2, page.Html.QuerySelectorAll(".photo").Length);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(page.Html.QuerySelector(".photo img")!.GetAttribute("src")!)).Status);

        page = await visitor.SubmitAsync(page, ReportPage.Form, submitter: "[name='Photos.Remove']");
        Assert.Single(page.Html.QuerySelectorAll(".photo"));
        var sent = await visitor.SubmitAsync(page, ReportPage.Form, ReportPage.Filled(), [Photo("three.jpg")]);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(2, (await ReportPage.TheRequestAsync(app)).Photos.Count);
    }

    [Fact]
    public async Task A_mistake_elsewhere_costs_no_photo()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await ReportPage.SendAsync(visitor, [Photo("one.jpg")], ("Form.Phone", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        await visitor.SubmitAsync(page, ReportPage.Form, [("Form.Phone", "0812345678")]);
        Assert.Single((await ReportPage.TheRequestAsync(app)).Photos);
    }

    [Fact]
    public async Task What_is_no_photo_is_named_and_the_good_ones_stay()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await ReportPage.SendAsync(visitor,
        [
            Photo("good.jpg"), new("Photos.Files", "text.jpg", TestPhotos.TextNamedJpg()),
            new("Photos.Files", "half.jpg", TestPhotos.Truncated()), new("Photos.Files", "huge.png", TestPhotos.Huge(), "image/png"),
        ]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        var mistakes = page.TextOf("#Photos_Files-error");
        Assert.Contains("text.jpg: ไฟล์นี้ไม่ใช่ภาพที่อ่านได้", mistakes, StringComparison.Ordinal);
        Assert.Contains("half.jpg: ไฟล์ภาพไม่ครบ", mistakes, StringComparison.Ordinal);
        Assert.Contains("20,000 × 20,000", mistakes, StringComparison.Ordinal);
        Assert.True(page.Has(".error-summary a[href='#Photos_Files']"));
        Assert.Single(page.Html.QuerySelectorAll(".photo"));
    }

    [Fact]
    public async Task Of_six_photos_five_are_kept_and_the_sixth_is_named()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await ReportPage.SendAsync(visitor, Enumerable.Range(1, 6).Select(i => Photo($"{i}.jpg")).ToList());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("6.jpg: แนบภาพได้ไม่เกิน 5 ภาพ", page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(5, page.Html.QuerySelectorAll(".photo").Length);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(page, ReportPage.Form)).Status);
    }

    [Fact]
    public async Task Five_photos_of_fifteen_megabytes_fit_into_one_form()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var large = new byte[PhotoWorkshop.LargestUpload];
        TestPhotos.Jpeg().CopyTo(large, 0);
        var sent = await ReportPage.SendAsync(visitor, Enumerable.Range(1, 5).Select(i => new FormFile("Photos.Files", $"{i}.jpg", large)).ToList());
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(5, (await ReportPage.TheRequestAsync(app)).Photos.Count);
    }

    [Fact]
    public async Task A_photo_is_turned_upright_and_tells_no_position()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        await ReportPage.SendAsync(visitor, new FormFile[] { new("Photos.Files", "phone.jpg", TestPhotos.RotatedWithPosition()) });
        var request = await ReportPage.TheRequestAsync(app);
        var bytes = await visitor.Client.GetByteArrayAsync(
            new Uri($"/r/{request.Secret}/photos/{request.Photos[0].Key}/full.jpg", UriKind.Relative), TestContext.Current.CancellationToken);
        using var shown = NetVips.Image.NewFromBuffer(bytes);
        Assert.Equal((TestPhotos.RotatedWidth, TestPhotos.RotatedHeight), (shown.Width, shown.Height));
        Assert.DoesNotContain("Secret", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_cannot_see_a_photo_that_nobody_approved()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        await ReportPage.SendAsync(visitor, [Photo("one.jpg")]);
        var request = await ReportPage.TheRequestAsync(app);
        var key = request.Photos[0].Key;

        using var officer = await app.SignInAsync(OfficerRole.Officer);
        foreach (var size in (string[])["full", "thumb"])
        {
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"/officer/photos/{key}/{size}.jpg")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/photos/{key}/{size}.jpg")).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync($"/officer/photos/{key}/{size}.jpg")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/r/AAAAAAAAAAAAAAAAAAAAAA/photos/{key}/{size}.jpg")).Status);
            var own = await visitor.GetAsync($"/r/{request.Secret}/photos/{key}/{size}.jpg");
            Assert.Equal(HttpStatusCode.OK, own.Status);
            Assert.Equal("nosniff", own.Response.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task A_photo_of_the_repair_is_shown_to_everyone_and_kept_by_browsers()
    {
        await using var app = await TestApp.StartAsync();
        var formKey = Infrastructure.Uploads.FormKey.New();
        var key = await app.WithAsync((Infrastructure.Uploads.UploadDesk desk) => desk.ReceiveAsync(
            formKey, new MemoryStream(TestPhotos.Jpeg()), TestApp.Monday.UtcDateTime, TestContext.Current.CancellationToken));
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Checked().Accepted().Completed(photos: [key]));
        using var visitor = app.NewVisitor();
        var shown = await visitor.GetAsync($"/photos/{key}/thumb.jpg");
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal("image/jpeg", shown.Response.Content.Headers.ContentType?.MediaType);

        using var message = new HttpRequestMessage(HttpMethod.Get, $"/photos/{key}/thumb.jpg");
        message.Headers.IfNoneMatch.Add(shown.Response.Headers.ETag!);
        using var again = await visitor.Client.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    static FormFile Photo(string name) => new("Photos.Files", name, TestPhotos.Jpeg());
}
