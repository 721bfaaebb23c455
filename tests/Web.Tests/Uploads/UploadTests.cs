using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Uploads;

public class UploadTests
{
    readonly string formKey = FormKey.New();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static DateTime Now => TestApp.Monday.UtcDateTime;

    [Fact]
    public async Task A_photo_that_arrived_waits_for_its_form_and_for_no_other()
    {
        await using var app = await TestApp.StartAsync();
        var key = await app.WithAsync((UploadDesk desk) => Receive(desk));

        Assert.Equal([key], await app.WithAsync((UploadDesk desk) => desk.ListAsync(formKey, Stop)));
        Assert.Empty(await app.WithAsync((UploadDesk desk) => desk.ListAsync(FormKey.New(), Stop)));
        using var visitor = app.NewVisitor();
        var shown = await visitor.GetAsync($"/uploads/{formKey}/{key}.jpg");
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal("image/jpeg", shown.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/uploads/{FormKey.New()}/{key}.jpg")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/photos/{key}/full.jpg")).Status);
    }

    [Fact]
    public async Task A_sixth_photo_is_refused_also_when_many_come_at_once()
    {
        await using var app = await TestApp.StartAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 9).Select(async _ =>
        {
            try
            {
                return await app.WithAsync((UploadDesk desk) => Receive(desk));
            }
            catch (RuleBroken rule)
            {
                return rule.Code;
            }
        }));

        Assert.Contains("photo.too-many", outcomes);
        Assert.InRange((await app.WithAsync((UploadDesk desk) => desk.ListAsync(formKey, Stop))).Count, 1, 5);
    }

    [Fact]
    public async Task A_form_takes_its_own_photos_only_and_takes_them_once()
    {
        await using var app = await TestApp.StartAsync();
        var key = await app.WithAsync((UploadDesk desk) => Receive(desk));

        await Assert.ThrowsAsync<RuleBroken>(() => Take(app, FormKey.New(), key));
        Assert.Equal([key], await Take(app, formKey, key));
        var again = await Assert.ThrowsAsync<RuleBroken>(() => Take(app, formKey, key));
        Assert.Equal("photo.gone", again.Code);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("../../songthang.db")]
    public async Task What_can_be_no_photo_is_gone_rather_than_looked_for(string bad)
    {
        await using var app = await TestApp.StartAsync();

        var gone = await Assert.ThrowsAsync<RuleBroken>(() => Take(app, formKey, bad));

        Assert.Equal("photo.gone", gone.Code);
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync("/report");
        Assert.Equal(HttpStatusCode.OK, (await visitor.SubmitAsync(form, Reporting.ReportPage.Form, [("Photos.Remove", bad.Replace('\0', '.'))])).Status);
    }

    [Fact]
    public async Task Spent_records_are_swept_when_nobody_needs_them_any_more()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = await app.SignInAsync(Domain.Officers.OfficerRole.Officer);
        await Reporting.ReportPage.SendAsync(visitor);

        Assert.Equal((1, 1), await CountAfterSweepAsync(30));
        Assert.Equal((0, 1), await CountAfterSweepAsync(31));
        Assert.Equal((0, 0), await CountAfterSweepAsync(91));

        Task<(int Submissions, int Sessions)> CountAfterSweepAsync(int days) => app.WithDbAsync(async db =>
        {
            await app.WithAsync(async (SweepRecords sweep) =>
            {
                await sweep.RunAsync(Now.AddDays(days), Stop);
                return days;
            });
            return (await db.AnsweredSubmissions.CountAsync(Stop), await db.OfficerSessions.CountAsync(Stop));
        });
    }

    [Fact]
    public async Task What_nobody_sent_is_swept_after_two_days_and_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        var old = await app.WithAsync((UploadDesk desk) => Receive(desk));
        var fresh = await app.WithAsync((UploadDesk desk) => desk.ReceiveAsync(formKey, Photo(), Now.AddDays(1), Stop));
        var taken = await app.WithAsync((UploadDesk desk) => Receive(desk));
        await Take(app, formKey, taken);

        // Files are dated by the machine's clock; a day ago nothing of today is old.
        var swept = await app.WithAsync((SweepUploads sweep) => sweep.RunAsync(Now.AddDays(2).AddMinutes(1), Stop));

        var store = app.Services.GetRequiredService<PhotoStore>();
        Assert.Null(store.OpenFull(old));
        Assert.True(swept >= 1);
        Assert.Equal([fresh], await app.WithAsync((UploadDesk desk) => desk.ListAsync(formKey, Stop)));
        await using var kept = store.OpenFull(fresh);
        Assert.NotNull(kept);
    }

    [Fact]
    public async Task Files_that_nothing_refers_to_are_swept_when_they_are_old()
    {
        await using var app = await TestApp.StartAsync();
        var waiting = await app.WithAsync((UploadDesk desk) => desk.ReceiveAsync(formKey, Photo(), DateTime.UnixEpoch.AddYears(200), Stop));
        var lost = await app.WithAsync((UploadDesk desk) => Receive(desk));
        await Take(app, formKey, lost);
        foreach (var file in Directory.GetFiles(Path.Combine(app.DataDirectory, "photos")))
            File.SetLastWriteTimeUtc(file, Now.AddDays(-3));

        Assert.Equal(1, await app.WithAsync((SweepUploads sweep) => sweep.RunAsync(Now, Stop)));

        var store = app.Services.GetRequiredService<PhotoStore>();
        Assert.Null(store.OpenFull(lost));
        await using var kept = store.OpenFull(waiting);
        Assert.NotNull(kept);
    }

    [Fact]
    public async Task The_script_is_answered_with_the_key_of_the_photo()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var answer = await SendAsync(app, visitor, TestPhotos.Jpeg());

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal($"/uploads/{formKey}/{body.GetProperty("key").GetString()}.jpg", body.GetProperty("url").GetString());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(body.GetProperty("url").GetString()!)).Status);
    }

    [Fact]
    public async Task What_is_no_photo_is_answered_with_a_sentence_in_both_languages()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var answer = await SendAsync(app, visitor, TestPhotos.TextNamedJpg());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal("photo.not-an-image", body.GetProperty("code").GetString());
        Assert.Contains("ไฟล์นี้ไม่ใช่ภาพที่อ่านได้", body.GetProperty("th").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(body.GetProperty("en").GetString()!);
    }

    [Fact]
    public async Task A_photo_beyond_the_limit_is_refused_in_words()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var answer = await SendAsync(app, visitor, new byte[PhotoWorkshop.LargestUpload + 1]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("photo.too-large", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Another_site_cannot_upload_or_remove()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(app, visitor, TestPhotos.Jpeg(), token: "wrong")).StatusCode);
        var key = await app.WithAsync((UploadDesk desk) => Receive(desk));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync($"/uploads/{formKey}/{key}/remove", [])).Status);
        Assert.Single(await app.WithAsync((UploadDesk desk) => desk.ListAsync(formKey, Stop)));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("..%2f..%2f..%2fetc%2fpasswd%2f%2f%2f%2f%2f%2f%2f%2f%2f")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_form_key_that_can_be_none_is_not_found(string bad)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/uploads/{bad}", [])).Status);
    }

    Task<string> Receive(UploadDesk desk) => desk.ReceiveAsync(formKey, Photo(), Now, Stop);

    static MemoryStream Photo() => new(TestPhotos.Jpeg());

    static Task<IReadOnlyList<string>> Take(TestApp app, string form, string key) => app.WithDbAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        var keys = await UploadDesk.TakeAsync(db, form, [key], Stop);
        await transaction.CommitAsync(Stop);
        return keys;
    });

    async Task<HttpResponseMessage> SendAsync(TestApp app, Visitor visitor, byte[] photo, string? token = null)
    {
        var tokens = Tokens(app);
        using var parts = new MultipartFormDataContent();
        var part = new ByteArrayContent(photo);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse("image/jpeg");
        parts.Add(part, "photo", "photo.jpg");
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/uploads/{formKey}") { Content = parts };
        message.Headers.Add("Cookie", tokens.Cookie);
        message.Headers.Add("RequestVerificationToken", token ?? tokens.Request);
        return await visitor.Client.SendAsync(message, Stop);
    }

    static (string Cookie, string Request) Tokens(TestApp app)
    {
        var antiforgery = app.Services.GetRequiredService<Microsoft.AspNetCore.Antiforgery.IAntiforgery>();
        var options = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>>();
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = app.Services };
        var set = antiforgery.GetTokens(context);
        return ($"{options.Value.Cookie.Name}={set.CookieToken}", set.RequestToken!);
    }
}
