using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Host;
using ReportPage = Songthang.Web.Tests.Reporting.ReportPage;

namespace Songthang.Web.Tests.Assigning;

public class DutyTests
{
    static async Task<Page> PutOnDutyAsync(Visitor director, int officer, string from, string to) => await director.SubmitAsync(
        await director.GetAsync(Links.Duty), "#add", [("OfficerId", $"{officer}"), ("From", from), ("To", to)]);

    /// <summary>Somebody calls and an officer writes it down.</summary>
    static async Task<ServiceRequest> TakeAsync(TestApp app, Visitor officer)
    {
        await officer.SubmitAsync(await officer.GetAsync(Links.TakeReport), "form.take-form", [("Form.Fault", "lamp_out"), ("Form.PoleNumber", "ก-12")]);
        return await app.WithDbAsync(db => db.ServiceRequests.AsNoTracking().Include(r => r.Timeline.OrderBy(e => e.Number))
            .OrderByDescending(r => r.Id).FirstAsync());
    }

    [Fact]
    public async Task A_new_request_gets_the_officer_on_duty_who_is_told()
    {
        await using var app = await TestApp.StartAsync();
        var somsri = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี", hasAddress: true);
        using var director = await app.SignInAsync(OfficerRole.Director);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        // Yesterday's duty is over and tomorrow's has not begun.
        await PutOnDutyAsync(director, somsri, "2026-11-20", "2026-11-22");
        await PutOnDutyAsync(director, somsri, "2026-11-24", "2026-11-30");
        Assert.Null((await TakeAsync(app, officer)).AssigneeId);
        Assert.Contains("วันนี้ไม่มีเจ้าหน้าที่เวร", (await officer.GetAsync(Links.Duty)).Words, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await PutOnDutyAsync(director, somsri, "2026-11-23", "2569-11-23")).Status);

        var request = await TakeAsync(app, officer);
        Assert.Equal(somsri, request.AssigneeId);
        Assert.Equal((TimelineKind.Assigned, ActorKind.System), (request.Timeline[^1].Kind, request.Timeline[^1].ActorKind));
        Assert.Equal([somsri], await Team.ToldAsync(app));
        Assert.Contains("สมศรี ใจดี", (await officer.GetAsync(Links.Duty)).TextOf("tr.duty-now"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizens_report_goes_to_the_duty_officer_and_the_duty_desk_is_told_as_ever()
    {
        await using var app = await TestApp.StartAsync();
        var somsri = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี", hasAddress: true);
        using var director = await app.SignInAsync(OfficerRole.Director);
        await PutOnDutyAsync(director, somsri, "2026-11-23", "2026-11-23");
        using var citizen = app.NewVisitor();

        await ReportPage.SendAsync(citizen);

        var request = await Given.ReadAsync(app, await ReportPage.TheRequestAsync(app));
        Assert.Equal(somsri, request.AssigneeId);
        Assert.True(request.IsUnread);
        Assert.Equal(1, await app.WithDbAsync(db => db.Outbox.CountAsync(row => row.Recipient == NoticeRecipient.DutyDesk)));
        Assert.Equal([somsri], await Team.ToldAsync(app));
    }

    [Fact]
    public async Task Several_on_duty_take_turns_and_whoever_left_is_passed_over()
    {
        await using var app = await TestApp.StartAsync();
        var somsri = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        var somying = await Team.JoinAsync(app, "somying", "สมหญิง รักงาน");
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        await PutOnDutyAsync(admin, somsri, "2026-11-23", "2026-11-30");
        await PutOnDutyAsync(admin, somying, "2026-11-20", "2026-11-23");

        var turns = new List<int?>();
        for (var i = 0; i < 4; i++)
            turns.Add((await TakeAsync(app, admin)).AssigneeId);
        Assert.Equal(2, turns.Count(id => id == somsri));
        Assert.Equal(turns[0], turns[2]);
        Assert.NotEqual(turns[0], turns[1]);

        await admin.SubmitAsync(await admin.GetAsync($"{Links.Users}/{somying}"), "#close");
        Assert.Equal(somsri, (await TakeAsync(app, admin)).AssigneeId);
        Assert.Equal(somsri, (await TakeAsync(app, admin)).AssigneeId);
        Assert.Contains("บัญชีนี้รับงานไม่ได้แล้ว", (await admin.GetAsync(Links.Duty)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-11-24")]
    [InlineData("2026-11-24", "")]
    [InlineData("2026-11-24", "2026-11-23")]
    [InlineData("today", "2026-11-23")]
    public async Task A_period_that_cannot_be_is_refused_and_nothing_typed_is_lost(string from, string to)
    {
        await using var app = await TestApp.StartAsync();
        var somsri = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        using var director = await app.SignInAsync(OfficerRole.Director);

        var answer = await PutOnDutyAsync(director, somsri, from, to);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".error-summary"));
        Assert.True(answer.Has($"option[value='{somsri}'][selected]"));
        Assert.False(answer.Has("table.duty"));
    }

    [Fact]
    public async Task Two_who_change_the_roster_at_once_lose_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var somsri = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        using var director = await app.SignInAsync(OfficerRole.Director);
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        var late = await admin.GetAsync(Links.Duty);
        await PutOnDutyAsync(director, somsri, "2026-11-23", "2026-11-23");

        (string, string?)[] own = [("OfficerId", $"{somsri}"), ("From", "2026-12-01"), ("To", "2026-12-07")];
        var answer = await admin.SubmitAsync(late, "#add", own);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("มีผู้แก้ไขการตั้งค่านี้ก่อนหน้า", answer.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await admin.SubmitAsync(answer, "#add")).Status);

        var page = await director.GetAsync(Links.Duty);
        Assert.Equal(2, page.Html.QuerySelectorAll("table.duty tbody tr").Length);
        await director.SubmitAsync(page, "table.duty tbody tr form");
        Assert.Single((await director.GetAsync(Links.Duty)).Html.QuerySelectorAll("table.duty tbody tr"));
    }

    [Fact]
    public async Task Officers_see_the_roster_but_only_directors_and_administrators_change_it()
    {
        await using var app = await TestApp.StartAsync();
        var somsri = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        using var visitor = await app.SignInAsync(OfficerRole.Officer, "other");
        var page = await visitor.GetAsync(Links.Duty);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(page.Has("#add"));
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await visitor.PostAsync(Links.Duty + "?handler=Add",
            [("__RequestVerificationToken", token), ("OfficerId", $"{somsri}"), ("From", "2026-11-23"), ("To", "2026-11-23")]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.False((await visitor.GetAsync(Links.Duty)).Has("table.duty"));
    }
}
