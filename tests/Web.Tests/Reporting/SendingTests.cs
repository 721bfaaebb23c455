using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Reporting;

public class SendingTests
{
    [Fact]
    public async Task A_report_without_scripts_is_received_and_answered_with_a_receipt()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var sent = await ReportPage.SendAsync(visitor, ("Form.Symptom", "ดับตั้งแต่เมื่อวาน"), ("Form.Landmark", "ตรงข้ามวัด"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var receipt = await visitor.FollowAsync(sent);
        var request = await ReportPage.TheRequestAsync(app);
        Assert.Equal(HttpStatusCode.OK, receipt.Status);
        Assert.Equal(request.Reference, receipt.TextOf(".reference"));
        Assert.Equal(Reference.Create(2569, 1).ToString(), request.Reference);
        Assert.Equal(22, request.Secret.Length);
        Assert.Equal("0812345678", request.Requester.Phone);
        Assert.Equal("th", request.Requester.Language);
        Assert.Equal(("ดับตั้งแต่เมื่อวาน", "140101", "ตรงข้ามวัด"), (request.Symptom, request.Place.TambonCode, request.Place.Landmark));
        Assert.Null(request.NoticedAt);
        Assert.True(request.IsUnread);
    }

    [Fact]
    public async Task The_receipt_says_what_happens_next_and_by_when()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var receipt = await visitor.FollowAsync(await ReportPage.SendAsync(visitor));

        // A Monday at 10.00: 5 + 5 minutes to check, 10 to decide, 7 days to repair.
        Assert.Contains("23 พฤศจิกายน 2569 เวลา 10.10 น.", receipt.Words, StringComparison.Ordinal);
        Assert.Contains("23 พฤศจิกายน 2569 เวลา 10.20 น.", receipt.Words, StringComparison.Ordinal);
        Assert.Contains("30 พฤศจิกายน 2569", receipt.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("นอกเวลาราชการ", receipt.Words, StringComparison.Ordinal);
        Assert.False(receipt.Has("section.danger"));
        Assert.True(receipt.Has("svg.qr path"));
        Assert.DoesNotContain("081", receipt.Words, StringComparison.Ordinal);
        var link = receipt.Html.QuerySelector(".own-link a")!.GetAttribute("href")!;
        Assert.EndsWith("/r/" + (await ReportPage.TheRequestAsync(app)).Secret, link, StringComparison.Ordinal);
        Assert.Equal("no-store", receipt.Response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task At_night_the_receipt_says_that_the_office_is_closed()
    {
        await using var app = await TestApp.StartAsync();
        app.Time.Advance(TimeSpan.FromHours(12));
        using var visitor = app.NewVisitor();
        var receipt = await visitor.FollowAsync(await ReportPage.SendAsync(visitor));
        Assert.Contains("นอกเวลาราชการ", receipt.Words, StringComparison.Ordinal);
        Assert.Contains("24 พฤศจิกายน 2569 เวลา 08.40 น.", receipt.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dangerous_fault_shows_the_emergency_numbers_on_the_receipt_too()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var receipt = await visitor.FollowAsync(await ReportPage.SendAsync(visitor, ("Form.Fault", "wire_down")));
        Assert.Contains("1129", receipt.TextOf("section.danger"), StringComparison.Ordinal);
        Assert.True((await ReportPage.TheRequestAsync(app)).IsUrgent);
    }

    [Fact]
    public async Task A_position_outside_the_province_is_warned_about_and_accepted()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var receipt = await visitor.FollowAsync(await ReportPage.SendAsync(visitor, ("Form.Latitude", "18.7883"), ("Form.Longitude", "98.9853")));
        Assert.Contains("นอกพื้นที่จังหวัด", receipt.TextOf(".position-warning"), StringComparison.Ordinal);
        Assert.Equal(18.7883, (await ReportPage.TheRequestAsync(app)).Place.Latitude);
    }

    [Fact]
    public async Task An_unknown_secret_has_no_receipt()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/r/AAAAAAAAAAAAAAAAAAAAAA/receipt")).Status);
    }

    [Fact]
    public async Task Sent_twice_is_one_request()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/report");
        FormFile[] files = [new("Photos.Files", "lamp.jpg", TestPhotos.Jpeg())];
        var first = await visitor.SubmitAsync(page, ReportPage.Form, ReportPage.Filled(), files);
        app.Time.Advance(TimeSpan.FromMinutes(3));
        var second = await visitor.SubmitAsync(page, ReportPage.Form, ReportPage.Filled(), files);

        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        Assert.Equal(first.Response.Headers.Location, second.Response.Headers.Location);
        Assert.Single((await ReportPage.TheRequestAsync(app)).Photos);
    }

    [Fact]
    public async Task Sent_many_times_at_once_is_one_request_and_takes_one_number()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/report");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.SubmitAsync(page, ReportPage.Form, ReportPage.Filled())));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Single(answers.Select(answer => answer.Response.Headers.Location).Distinct());
        Assert.Equal(1, await ReportPage.CountAsync(app));
        Assert.Equal(1, await app.WithDbAsync(db => db.ReferenceCounters.Select(counter => counter.Last).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_same_form_with_another_body_is_a_conflict_that_can_be_sent_as_a_new_report()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/report");
        await visitor.SubmitAsync(page, ReportPage.Form, ReportPage.Filled());
        var other = await visitor.SubmitAsync(page, ReportPage.Form, ReportPage.Filled(("Form.Road", "ถนนอื่น")),
            [new("Photos.Files", "lamp.jpg", TestPhotos.Jpeg())]);

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal(1, await ReportPage.CountAsync(app));
        Assert.Contains((await ReportPage.TheRequestAsync(app)).Reference, other.TextOf(".error-summary"), StringComparison.Ordinal);

        var again = await visitor.SubmitAsync(other, ReportPage.Form, [("Form.Acknowledged", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(2, await ReportPage.CountAsync(app));
        Assert.Equal(1, await app.WithDbAsync(db => db.Photos.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Who_reads_english_is_answered_in_english()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        await visitor.GetAsync("/language/en?return=/report");
        var receipt = await visitor.FollowAsync(await ReportPage.SendAsync(visitor, ("Form.ToldBy", "Email"), ("Form.Email", "someone@example.com")));
        Assert.Contains("Your report was received", receipt.TextOf("h1"), StringComparison.Ordinal);
        var requester = (await ReportPage.TheRequestAsync(app)).Requester;
        Assert.Equal(("en", ToldBy.Email, "someone@example.com"), (requester.Language, requester.ToldBy, requester.Email));
    }

    [Theory]
    [InlineData("/privacy", "มาตรา 24 (4)")]
    [InlineData("/accessibility", "WCAG 2.2")]
    [InlineData("/guide", "เลขที่เรื่อง")]
    public async Task Everyone_can_read_what_the_report_page_refers_to(string address, string words)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        Assert.Contains(words, (await visitor.GetAsync(address)).Words, StringComparison.Ordinal);
    }
}
