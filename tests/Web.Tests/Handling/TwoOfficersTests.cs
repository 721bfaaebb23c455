using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Handling.Accepting;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Handling;

public class TwoOfficersTests
{
    [Fact]
    public async Task Nobody_outside_can_send_a_form_under_the_name_of_an_act_that_is_to_come()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app, it => it.Checked());
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        await officer.ActAsync(request, Act.Accept);

        var act = Assert.Single(await app.WithDbAsync(db => db.AnsweredSubmissions.ToListAsync(TestContext.Current.CancellationToken)));
        Assert.False(Infrastructure.Uploads.FormKey.IsValid(act.FormKey));
    }

    [Theory]
    [InlineData("2569-11-30", HttpStatusCode.Found)]
    [InlineData("9999-12-31", HttpStatusCode.UnprocessableEntity)]
    [InlineData("2028-01-01", HttpStatusCode.UnprocessableEntity)]
    public async Task A_question_never_waits_for_centuries_whatever_year_is_typed(string day, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app);
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var answer = await officer.ActAsync(request, Act.Ask, ("Text", "เสาอยู่ฝั่งใด"), ("AnswerBy", day));

        Assert.Equal(status, answer.Status);
        Assert.False((await Given.ReadAsync(app, request)).AnswerBy > TestApp.Monday.UtcDateTime.AddDays(8));
    }

    [Fact]
    public async Task The_second_learns_what_the_first_did_and_loses_no_word()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app, it => it.Checked());
        using var first = await app.SignInAsync(OfficerRole.Officer);
        using var second = await app.SignInAsync(OfficerRole.Administrator);
        var form = await second.GetAsync(Desk.AddressOf(request, Act.Ask));

        await first.ActAsync(request, Act.Accept, ("Message", "จะไปดูพรุ่งนี้"));
        var conflict = await second.SubmitAsync(form, Desk.Form, [("Text", "เสาอยู่ฝั่งใด"), ("Wanted", "pole-number")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var told = conflict.TextOf(".meanwhile");
        Assert.Contains("มีผู้แก้ไขเรื่องนี้ก่อนหน้า กรุณาตรวจสอบแล้วบันทึกอีกครั้ง", told, StringComparison.Ordinal);
        Assert.Contains("ผู้ทดสอบ Officer", told, StringComparison.Ordinal);
        Assert.Contains("รับเรื่องไว้ดำเนินการ", told, StringComparison.Ordinal);
        Assert.Contains("จะไปดูพรุ่งนี้", told, StringComparison.Ordinal);
        Assert.Equal("เสาอยู่ฝั่งใด", conflict.TextOf("textarea[name=Text]"));
        Assert.True(conflict.Has("#wanted-pole-number[checked]"));

        var again = await second.SubmitAsync(conflict, Desk.Form);

        Assert.Equal(HttpStatusCode.Found, again.Status);
        var after = await Given.ReadAsync(app, request);
        Assert.Equal(ServiceRequestStatus.AwaitingInformation, after.Status);
        Assert.EndsWith("เสาอยู่ฝั่งใด", after.Timeline[^1].Text, StringComparison.Ordinal);
        Assert.Equal(
            [TimelineKind.Submitted, TimelineKind.Accepted, TimelineKind.InformationAsked], await Desk.ToldAsync(app, request));
    }

    [Fact]
    public async Task When_the_act_is_no_longer_possible_the_text_stays_to_be_read_without_a_button()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app, it => it.Checked());
        using var first = await app.SignInAsync(OfficerRole.Officer);
        using var second = await app.SignInAsync(OfficerRole.Administrator);
        var form = await second.GetAsync(Desk.AddressOf(request, Act.Accept));

        await first.ActAsync(request, Act.Forward, Desk.Fields(Act.Forward));
        var conflict = await second.SubmitAsync(form, Desk.Form, [("Message", "ข้อความที่พิมพ์ไว้นาน")]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("ข้อความที่พิมพ์ไว้นาน", conflict.TextOf("textarea[name=Message]"));
        Assert.False(conflict.Has("form.act-form button"));
        Assert.True(conflict.Has($"a[href='/officer/requests/{request.Reference}']"));
        Assert.Equal(ServiceRequestStatus.Forwarded, (await Given.ReadAsync(app, request)).Status);
    }

    [Fact]
    public async Task A_mistake_in_the_form_does_not_hide_that_somebody_acted_meanwhile()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var first = await app.SignInAsync(OfficerRole.Officer);
        using var second = await app.SignInAsync(OfficerRole.Administrator);
        var form = await second.GetAsync(Desk.AddressOf(request, Act.Note));

        await first.ActAsync(request, Act.Note, ("Text", "โทรแล้วไม่รับสาย"));
        var answer = await second.SubmitAsync(form, Desk.Form, [("Text", "")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("โทรแล้วไม่รับสาย", answer.TextOf(".meanwhile"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_acts_and_tells_once()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app, it => it.Checked());
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync(Desk.AddressOf(request, Act.Accept));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => officer.SubmitAsync(form, Desk.Form)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.Status));
        var after = await Given.ReadAsync(app, request);
        Assert.Single(after.Timeline, entry => entry.Kind == TimelineKind.Accepted);
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Accepted], await Desk.ToldAsync(app, request));
    }

    [Fact]
    public async Task Two_who_send_at_the_same_moment_tell_the_requester_once()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app, it => it.Checked());
        using var first = await app.SignInAsync(OfficerRole.Officer);
        using var second = await app.SignInAsync(OfficerRole.Administrator);
        var forms = (await first.GetAsync(Desk.AddressOf(request, Act.Accept)), await second.GetAsync(Desk.AddressOf(request, Act.Accept)));

        var answers = await Task.WhenAll(first.SubmitAsync(forms.Item1, Desk.Form), second.SubmitAsync(forms.Item2, Desk.Form));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Accepted], await Desk.ToldAsync(app, request));
    }

    [Fact]
    public async Task A_message_that_the_program_delivered_meanwhile_spoils_no_form()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app, it => it.Checked());
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync(Desk.AddressOf(request, Act.Accept));

        await Given.LaterAsync(app, request, it => it.Then((r, at) => r.RecordNotice(1, "email", at)));
        var answer = await officer.SubmitAsync(form, Desk.Form);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal(ServiceRequestStatus.Accepted, (await Given.ReadAsync(app, request)).Status);
    }

    [Fact]
    public async Task An_act_is_done_on_top_of_what_the_program_saved_while_it_was_being_done()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app, it => it.Checked());
        var now = app.Time.GetUtcNow().UtcDateTime;

        await Task.WhenAll(
            app.WithAsync<AcceptServiceRequest, int>(async accept =>
            {
                await accept.RunAsync(new Acceptance(request.Reference, request.LastActNumber, ""), Given.Officer, now, CancellationToken.None);
                return 0;
            }),
            app.WithDbAsync(async db =>
            {
                await db.TryToActAsync(request.Reference, it =>
                {
                    it.RecordNotice(1, "email", now);
                    return Task.FromResult(true);
                }, CancellationToken.None);
                return 0;
            }));

        var after = await Given.ReadAsync(app, request);
        Assert.Equal(ServiceRequestStatus.Accepted, after.Status);
        Assert.Contains(after.Timeline, entry => entry.Kind == TimelineKind.NoticeSent);
        Assert.Null(TimelineChain.FirstBroken(after.Reference, after.Timeline));
    }
}
