using System.Net;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Handling;

public class EveryActTests
{
    public static TheoryData<Act> Every { get; } = [.. Acts.All];

    public static TheoryData<Act> Refusable { get; } = [.. Acts.All.Where(act => act is not (Act.Write or Act.Call or Act.Note or Act.Print))];

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_sign_in()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();

        foreach (var address in Acts.All.Select(act => Desk.AddressOf(request, act))
            .Append($"/officer/requests/{request.Reference}").Append($"/officer/requests/{request.Reference}/form"))
        {
            var answer = await visitor.GetAsync(address);

            Assert.Equal(HttpStatusCode.Found, answer.Status);
            Assert.Contains("/officer/sign-in", answer.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_director_reads_and_acts_on_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var director = await app.SignInAsync(OfficerRole.Director);

        foreach (var act in Acts.All)
            Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync(Desk.AddressOf(request, act))).Status);
        var page = await director.GetAsync($"/officer/requests/{request.Reference}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(page.Has(".acts"));
    }

    [Fact]
    public async Task A_crew_works_on_its_orders_and_acts_on_no_request_by_itself()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Accepted());
        using var crew = await app.SignInAsync(OfficerRole.Crew);

        foreach (var act in Acts.All)
        {
            var status = (await crew.GetAsync(Desk.AddressOf(request, act))).Status;
            Assert.Equal(HttpStatusCode.Forbidden, status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await crew.GetAsync($"/officer/requests/{request.Reference}")).Status);
    }

    [Fact]
    public async Task A_forbidden_act_cannot_be_sent_either()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);
        using var director = await app.SignInAsync(OfficerRole.Director);
        var form = await director.GetAsync("/officer/requests/" + request.Reference);
        var token = form.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await director.PostAsync(Desk.AddressOf(request, Act.Check),
            [("__RequestVerificationToken", token), ("SeenNumber", "1")]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Null((await Given.ReadAsync(app, request)).CheckedAt);
    }

    [Fact]
    public async Task A_reference_that_does_not_exist_is_not_found()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await Desk.OfficerAsync(app);

        foreach (var path in Acts.All.Select(act => "/" + act.Slug()).Append("").Append("/form"))
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/officer/requests/69-99999-9" + path)).Status);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task An_allowed_act_is_done_and_leads_back_to_the_request(Act act)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ReadyForAsync(app, act);
        using var officer = await Desk.OfficerAsync(app);

        var answer = await officer.ActAsync(request, act, Desk.Fields(act));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var page = await officer.FollowAsync(answer);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var after = await Given.ReadAsync(app, request);
        Assert.True(after.Timeline.Count > request.Timeline.Count);
        Assert.Equal("ผู้ทดสอบ Officer", after.Timeline[^1].ActorName);
        Assert.Null(TimelineChain.FirstBroken(after.Reference, after.Timeline));
    }

    [Theory]
    [MemberData(nameof(Refusable))]
    public async Task An_act_that_the_state_forbids_shows_why_and_offers_no_button(Act act)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.NotReadyForAsync(app, act);
        using var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync(Desk.AddressOf(request, act));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("ทำขั้นตอนนี้ไม่ได้", page.TextOf(".refused"), StringComparison.Ordinal);
        Assert.False(page.Has("form.act-form button"));
    }

    [Theory]
    [MemberData(nameof(Refusable))]
    public async Task An_act_that_the_state_forbids_changes_nothing_when_sent_all_the_same(Act act)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.NotReadyForAsync(app, act);
        using var officer = await Desk.OfficerAsync(app);

        var answer = await officer.ActAsync(request, act, Desk.Fields(act));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var after = await Given.ReadAsync(app, request);
        Assert.Equal((request.Status, request.Version), (after.Status, after.Version));
    }

    [Theory]
    [InlineData(Act.Ask, "Text")]
    [InlineData(Act.Decline, "Text")]
    [InlineData(Act.Complete, "WhatWasDone")]
    [InlineData(Act.Split, "Reason")]
    [InlineData(Act.Reopen, "Reason")]
    [InlineData(Act.Withdraw, "Reason")]
    [InlineData(Act.Note, "Text")]
    [InlineData(Act.Forward, "Receiver")]
    [InlineData(Act.Pause, "ReasonCode")]
    public async Task What_is_needed_and_missing_is_said_on_the_form(Act act, string field)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ReadyForAsync(app, act);
        using var officer = await Desk.OfficerAsync(app);

        // Invisible characters are no text.
        var answer = await officer.ActAsync(request, act, (field, field == "ReasonCode" ? null : " \u200B\n"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".error-summary li"));
        Assert.Equal(request.Version, (await Given.ReadAsync(app, request)).Version);
    }

    [Theory]
    [InlineData(Act.Accept, "Message")]
    [InlineData(Act.Ask, "Text")]
    [InlineData(Act.Check, "PublicSymptom")]
    [InlineData(Act.Complete, "WhatWasDone")]
    [InlineData(Act.Note, "Text")]
    public async Task A_text_that_is_too_long_is_refused_and_kept(Act act, string field)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ReadyForAsync(app, act);
        using var officer = await Desk.OfficerAsync(app);
        var text = new string('ก', ServiceRequest.MaxSymptom + 1);

        var answer = await officer.ActAsync(request, act, (field, text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(text, answer.TextOf($"[name={field}]"), StringComparison.Ordinal);
        Assert.True(answer.Has($"#{field}-error"));
        Assert.Equal(request.Version, (await Given.ReadAsync(app, request)).Version);
    }
}
