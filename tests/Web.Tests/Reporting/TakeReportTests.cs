using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Reporting;

/// <summary>An officer takes down what a citizen says by telephone or at the counter.</summary>
public class TakeReportTests
{
    const string Form = "form.take-form";

    static readonly (string Name, string? Value)[] Told =
    [
        ("Form.Channel", "Counter"), ("Form.Fault", "wire_down"), ("Form.Symptom", "สายห้อยลงมา"), ("Form.Tambon", "140101"),
        ("Form.Road", "ถนนทดสอบ"), ("Form.Landmark", "หน้าวัด"), ("Form.Moo", "๓"), ("Form.PoleNumber", "ก-12"),
        ("Form.Name", "ทดสอบ ใจดี"), ("Form.Phone", "๐๘๑-๒๓๔-๕๖๗๘"), ("Form.NoticedDate", "22/11/2569"), ("Form.NoticedTime", "19.30"),
    ];

    static (string Name, string? Value)[] With(params (string Name, string? Value)[] changes) =>
        [.. Told.Where(field => changes.All(change => change.Name != field.Name)), .. changes];

    static async Task<Page> SendAsync(Visitor officer, params (string Name, string? Value)[] fields) =>
        await officer.SubmitAsync(await officer.GetAsync(Links.TakeReport), Form, fields);

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_sign_in()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        Assert.Contains(Links.SignIn, (await visitor.OpenAsync(Links.TakeReport)).Address.PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OfficerRole.Crew)]
    [InlineData(OfficerRole.Director)]
    public async Task Whoever_only_reads_or_repairs_takes_no_reports_and_is_not_offered_to(OfficerRole role)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = await app.SignInAsync(role);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Links.TakeReport)).Status);
        Assert.False((await visitor.GetAsync(Links.Inbox)).Has($"a[href='{Links.TakeReport}']"));
    }

    [Fact]
    public async Task The_inbox_leads_to_the_form_whose_first_field_waits_for_the_keyboard()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var inbox = await officer.GetAsync(Links.Inbox);
        Assert.True(inbox.Has($"nav a[href='{Links.TakeReport}']"));
        Assert.True(inbox.Has($"main a[href='{Links.TakeReport}']"));

        var page = await officer.GetAsync(Links.TakeReport);
        Assert.Equal("channel-phone", Assert.Single(page.Html.QuerySelectorAll("[autofocus]")).Id);
        Assert.False(page.Has("[tabindex]:not([tabindex='-1'])"));
    }

    [Fact]
    public async Task A_report_that_was_taken_down_is_read_already_and_gives_a_receipt_but_no_mail()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var sent = await SendAsync(officer, Told);

        var request = await ReadAsync(app);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(Links.OfficerRequest(request.Reference), sent.Response.Headers.Location!.ToString());
        Assert.Equal(IntakeChannel.Counter, request.Channel);
        Assert.Equal(new Requester("ทดสอบ ใจดี", "0812345678", "", ToldBy.Phone, "th"), request.Requester);
        Assert.Equal(new Place("140101", "ถนนทดสอบ", "หน้าวัด", "๓", "ก-12", null, null), request.Place);
        Assert.Equal(new DateTime(2026, 11, 22, 12, 30, 0, DateTimeKind.Utc), request.NoticedAt);
        Assert.False(request.IsUnread);
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Opened], request.Timeline.Select(entry => entry.Kind));
        Assert.All(request.Timeline, entry => Assert.Equal((ActorKind.Officer, "ผู้ทดสอบ Officer"), (entry.ActorKind, entry.ActorName)));
        Assert.Equal(0, await app.WithDbAsync(db => db.Outbox.CountAsync(TestContext.Current.CancellationToken)));

        var page = await officer.FollowAsync(sent);
        Assert.Contains(request.Reference, page.TextOf(".flash"), StringComparison.Ordinal);
        var receipt = await officer.GetAsync(page.Html.QuerySelector(".flash a")!.GetAttribute("href")!);
        Assert.Equal(request.Reference, receipt.TextOf(".reference"));
        Assert.True(receipt.Has("[data-print]"));
        Assert.False((await officer.GetAsync(Links.OfficerRequest(request.Reference))).Has(".flash"));
        Assert.Equal(2, (await ReadAsync(app)).Timeline.Count);
    }

    [Fact]
    public async Task Who_took_a_report_is_named_to_nobody_outside()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        await SendAsync(officer, Told);
        var request = await ReadAsync(app);

        using var visitor = app.NewVisitor();
        foreach (var address in (string[])[Links.PublicReport(request.Reference), Links.OwnPage(request.Secret), Links.Receipt(request.Secret)])
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("ผู้ทดสอบ", page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_anonymous_call_needs_no_more_than_fault_and_place()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Administrator);
        var sent = await SendAsync(officer, ("Form.Fault", "lamp_out"), ("Form.PoleNumber", "ก-12"));

        Assert.Equal(HttpStatusCode.OK, (await officer.FollowAsync(sent)).Status);
        var request = await ReadAsync(app);
        Assert.Equal(IntakeChannel.Phone, request.Channel);
        // Nobody can be called without a number.
        Assert.Equal(new Requester("", "", "", ToldBy.OwnPage, "th"), request.Requester);
    }

    [Fact]
    public async Task A_wrong_number_is_marked_and_everything_stays()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var page = await SendAsync(officer, With(("Form.Phone", "12"), ("Form.ToldBy", "OwnPage")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has(".error-summary a[href='#Form_Phone']"));
        Assert.True(page.Has("#Form_Phone[aria-describedby~='Form_Phone-error']"));
        Assert.False(page.Has("[autofocus]"));
        Assert.Equal("สายห้อยลงมา", page.TextOf("textarea"));
        foreach (var (name, value) in With(("Form.Phone", "12"), ("Form.ToldBy", "OwnPage"), ("Form.Symptom", null)).Where(field => field.Value is not null))
        {
            Assert.True(page.Has($"input:not([type=radio])[name='{name}'][value='{value}'], input[name='{name}'][value='{value}'][checked], "
                + $"[name='{name}'] option[selected][value='{value}']"), name);
        }

        Assert.Equal(0, await ReportPage.CountAsync(app));
        Assert.Equal(HttpStatusCode.Redirect, (await officer.SubmitAsync(page, Form, [("Form.Phone", "0812345678")])).Status);
        Assert.Equal(ToldBy.OwnPage, (await ReadAsync(app)).Requester.ToldBy);
    }

    [Theory]
    [InlineData("Form.Channel", "Web", "Form_Channel")]
    [InlineData("Form.Channel", "Pigeon", "Form_Channel")]
    [InlineData("Form.Fault", "", "Form_Fault")]
    [InlineData("Form.Fault", "no_such_fault", "Form_Fault")]
    [InlineData("Form.Tambon", "999999", "Form_Tambon")]
    [InlineData("Form.NoticedDate", "24/11/2569", "Form_NoticedDate")]
    [InlineData("Form.ToldBy", "Email", "Form_ToldBy")]
    public async Task What_cannot_be_is_said_beside_its_field(string name, string value, string field)
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var page = await SendAsync(officer, With((name, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has($".error-summary a[href='#{field}']"), page.TextOf(".error-summary"));
        Assert.True(page.Has($"#{field}"));
        Assert.Equal(0, await ReportPage.CountAsync(app));
    }

    [Fact]
    public async Task A_report_from_nowhere_is_asked_where()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        Assert.True((await SendAsync(officer, ("Form.Fault", "lamp_out"))).Has(".error-summary a[href='#Form_Tambon']"));
    }

    [Fact]
    public async Task Sent_twice_is_one_request_and_another_report_on_the_same_form_is_asked_about()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var page = await officer.GetAsync(Links.TakeReport);
        var first = await officer.SubmitAsync(page, Form, Told);
        app.Time.Advance(TimeSpan.FromMinutes(3));
        var second = await officer.SubmitAsync(page, Form, Told);

        Assert.Equal(first.Response.Headers.Location, second.Response.Headers.Location);
        Assert.Equal(1, await ReportPage.CountAsync(app));

        var other = await officer.SubmitAsync(page, Form, With(("Form.Road", "ถนนอื่น")));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal(1, await ReportPage.CountAsync(app));
        Assert.Equal(HttpStatusCode.Redirect, (await officer.SubmitAsync(other, Form)).Status);
        Assert.Equal(2, await ReportPage.CountAsync(app));
    }

    static async Task<ServiceRequest> ReadAsync(TestApp app) =>
        await Given.ReadAsync(app, await ReportPage.TheRequestAsync(app));
}
