using System.Net;
using Songthang.Domain.Officers;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Assigning;

public class HandOverTests
{
    [Fact]
    public async Task All_open_work_of_somebody_who_leaves_goes_to_a_colleague_after_a_look_at_it()
    {
        await using var app = await TestApp.StartAsync();
        var somsri = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        var somying = await Team.JoinAsync(app, "somying", "สมหญิง รักงาน", hasAddress: true);
        var one = await Given.ARequestAsync(app, it => it.SeenToBy(somsri, "สมศรี ใจดี"));
        var two = await Given.ARequestAsync(app, it => it.SeenToBy(somsri, "สมศรี ใจดี").Accepted().Started());
        var done = await Given.ARequestAsync(app, it => it.SeenToBy(somsri, "สมศรี ใจดี").Accepted().Completed());
        var other = await Given.ARequestAsync(app);
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        var account = await admin.GetAsync($"{Links.Users}/{somsri}");
        Assert.Contains("เรื่องที่เปิดอยู่ 2 เรื่อง", account.TextOf("#open-work"), StringComparison.Ordinal);
        var preview = await admin.GetAsync(account.Html.QuerySelector("#open-work a")!.GetAttribute("href")!);
        Assert.Equal([one.Reference, two.Reference], Team.References(preview, ".several-list a"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.SubmitAsync(preview, "form.several-form")).Status);
        var result = await admin.SubmitAsync(preview, "form.several-form", [("OfficerId", $"{somying}")]);

        Assert.Contains("ดำเนินการแล้ว 2 เรื่อง", result.TextOf(".flash"), StringComparison.Ordinal);
        Assert.Contains("ไม่มีเรื่องที่เปิดอยู่แล้ว", result.Words, StringComparison.Ordinal);
        Assert.Equal((somying, 2), await Team.AssigneeOfAsync(app, one));
        Assert.Equal((somying, 2), await Team.AssigneeOfAsync(app, two));
        Assert.Equal((somsri, 1), await Team.AssigneeOfAsync(app, done));
        Assert.Equal((null, 0), await Team.AssigneeOfAsync(app, other));
        Assert.Equal([somying], await Team.ToldAsync(app));
        // Again there is nothing to do.
        await admin.SubmitAsync(preview, "form.several-form", [("OfficerId", $"{somying}")]);
        Assert.Equal((somying, 2), await Team.AssigneeOfAsync(app, one));
    }

    [Fact]
    public async Task Work_goes_back_to_the_team_when_nobody_takes_it_over()
    {
        await using var app = await TestApp.StartAsync();
        var somsri = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        var request = await Given.ARequestAsync(app, it => it.SeenToBy(somsri, "สมศรี ใจดี"));
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        await admin.SubmitAsync(await admin.GetAsync(Links.HandOver(somsri)), "form.several-form", [("OfficerId", "0")]);

        Assert.Equal((null, 2), await Team.AssigneeOfAsync(app, request));
    }

    [Fact]
    public async Task An_account_that_is_closed_keeps_no_open_work_silently()
    {
        await using var app = await TestApp.StartAsync();
        var somsri = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        var request = await Given.ARequestAsync(app, it => it.SeenToBy(somsri, "สมศรี ใจดี"));
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        var page = await admin.FollowAsync(await admin.SubmitAsync(await admin.GetAsync($"{Links.Users}/{somsri}"), "#close"));

        Assert.Contains("บัญชีนี้ปิดแล้ว แต่ยังเป็นผู้รับผิดชอบ เรื่องที่เปิดอยู่ 1 เรื่อง", page.TextOf("#open-work"), StringComparison.Ordinal);
        Assert.True(page.Has($"#open-work a[href='{Links.HandOver(somsri)}']"));
        Assert.True((await admin.GetAsync(Links.Users)).Has($"td a[href='{Links.HandOver(somsri)}']"));
        Assert.Contains("บัญชีนี้รับงานไม่ได้แล้ว", (await admin.GetAsync(Links.OfficerRequest(request.Reference))).TextOf(".assignee"), StringComparison.Ordinal);
        // Nor does a closed account get any.
        Assert.False((await admin.GetAsync(Links.Handle(request.Reference, "assign"))).Has($"option[value='{somsri}']"));
        await admin.SubmitAsync(await admin.GetAsync(Links.HandOver(somsri)), "form.several-form", [("OfficerId", "0")]);
        Assert.False((await admin.GetAsync($"{Links.Users}/{somsri}")).Has("#open-work"));
    }

    [Fact]
    public async Task Nobody_hands_work_over_to_the_same_or_to_whoever_handles_none()
    {
        await using var app = await TestApp.StartAsync();
        var somsri = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        var crew = await app.CreateAccountAsync("crew", OfficerRole.Crew);
        var request = await Given.ARequestAsync(app, it => it.SeenToBy(somsri, "สมศรี ใจดี"));
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        var preview = await admin.GetAsync(Links.HandOver(somsri));

        foreach (var to in (int[])[somsri, crew])
        {
            var answer = await admin.SubmitAsync(preview, "form.several-form", [("OfficerId", $"{to}")]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.True(answer.Has(".error-summary"));
        }

        Assert.Equal((somsri, 1), await Team.AssigneeOfAsync(app, request));
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(Links.HandOver(somsri))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Links.HandOver(999))).Status);
    }
}
