using System.Net;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Tracking;

public class OwnActsTests
{
    const string Form = "main form";

    [Fact]
    public async Task The_requester_takes_the_report_back_after_being_asked_once_more()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Accepted());
        using var visitor = app.NewVisitor();

        var asked = await visitor.GetAsync((await visitor.GetAsync($"/r/{request.Secret}")).Html.QuerySelector("a.btn-outline-danger")!.GetAttribute("href")!);
        var page = await visitor.FollowAsync(await visitor.SubmitAsync(asked, Form, [("Reason", "ไฟติดแล้ว​ ")]));

        Assert.Equal("ยกเลิกเรื่องเรียบร้อยแล้ว", page.TextOf(".flash"));
        Assert.False(page.Has("a.btn-outline-danger"));
        var stored = await Given.ReadAsync(app, request);
        Assert.Equal(ServiceRequestStatus.Withdrawn, stored.Status);
        Assert.Equal(("ไฟติดแล้ว", ActorKind.Requester), (stored.Timeline[^1].Text, stored.Timeline[^1].ActorKind));
    }

    [Fact]
    public async Task A_report_on_which_a_crew_works_can_no_longer_be_taken_back_and_the_text_stays()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Accepted());
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync($"/r/{request.Secret}/withdraw");
        await Given.LaterAsync(app, request, it => it.Started());

        var page = await visitor.SubmitAsync(form, Form, [("Reason", "เหตุผลที่พิมพ์ไว้")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has(".error-summary"));
        Assert.Contains("เหตุผลที่พิมพ์ไว้", page.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(ServiceRequestStatus.InProgress, (await Given.ReadAsync(app, request)).Status);
    }

    [Fact]
    public async Task What_somebody_does_in_the_same_moment_is_neither_lost_nor_in_the_way()
    {
        var meanwhile = new Meanwhile();
        await using var app = await TestApp.StartAsync(adjust: meanwhile.Watch);
        var request = await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync($"/r/{request.Secret}/withdraw");
        meanwhile.Next = () => Given.LaterAsync(app, request, it => it.Opened());

        var answer = await visitor.SubmitAsync(form, Form, [("Reason", "แจ้งซ้ำ")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(
            [TimelineKind.Submitted, TimelineKind.Opened, TimelineKind.Withdrawn],
            (await Given.ReadAsync(app, request)).Timeline.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task What_somebody_does_in_the_same_moment_can_forbid_the_act_but_not_cost_the_text()
    {
        var meanwhile = new Meanwhile();
        await using var app = await TestApp.StartAsync(adjust: meanwhile.Watch);
        var request = await Given.ARequestAsync(app, it => it.Accepted());
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync($"/r/{request.Secret}/withdraw");
        meanwhile.Next = () => Given.LaterAsync(app, request, it => it.Started());

        var page = await visitor.SubmitAsync(form, Form, [("Reason", "แจ้งซ้ำ")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("แจ้งซ้ำ", page.TextOf(".typed"));
        Assert.Equal(ServiceRequestStatus.InProgress, (await Given.ReadAsync(app, request)).Status);
    }

    [Fact]
    public async Task A_repair_that_did_not_help_is_looked_at_again()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 14).Accepted().Completed());
        using var visitor = app.NewVisitor();

        var form = await visitor.GetAsync((await visitor.GetAsync($"/r/{request.Secret}"))
            .Html.QuerySelector($"a[href='/r/{request.Secret}/reopen']")!.GetAttribute("href")!);
        var empty = await visitor.SubmitAsync(form, Form, [("Reason", " ​ ")]);
        var page = await visitor.FollowAsync(await visitor.SubmitAsync(form, Form, [("Reason", "ดับอีกแล้ว")]));

        Assert.Contains("กรุณาระบุว่ายังมีสิ่งใดไม่เรียบร้อย", empty.TextOf(".error-summary a[href='#Reason']"), StringComparison.Ordinal);
        Assert.Contains("เปิดเรื่องของท่านอีกครั้ง", page.TextOf(".own-status"), StringComparison.Ordinal);
        Assert.Equal(ServiceRequestStatus.Accepted, (await Given.ReadAsync(app, request)).Status);
    }

    [Fact]
    public async Task After_fifteen_days_a_new_report_is_asked_for_instead()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 15).Accepted().Completed());
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync($"/r/{request.Secret}/reopen");
        app.Time.Advance(TimeSpan.FromMinutes(1));

        var page = await visitor.SubmitAsync(form, Form, [("Reason", "ดับอีกแล้ว")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("ดับอีกแล้ว", page.TextOf("main"), StringComparison.Ordinal);
        Assert.True(page.Has("main a[href='/report']"));
        Assert.False((await visitor.GetAsync($"/r/{request.Secret}")).Has($"a[href='/r/{request.Secret}/reopen']"));
    }

    [Fact]
    public async Task A_photo_shows_what_is_still_wrong_and_officers_see_how_often_it_came_back()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Accepted().Completed().Reopened().Completed());
        using var visitor = app.NewVisitor();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var form = await visitor.GetAsync($"/r/{request.Secret}/reopen");

        var attached = await visitor.SubmitAsync(form, Form, [("Photos.Attach", "true")], [new("Photos.Files", "dark.jpg", TestPhotos.Jpeg())]);
        Assert.False(attached.Has(".error-summary"));
        await visitor.SubmitAsync(attached, Form, [("Reason", "ยังไม่ติด")]);

        var photo = Assert.Single((await Given.ReadAsync(app, request)).Photos);
        Assert.Equal((PhotoKind.Reopening, false), (photo.Kind, photo.IsPublic));
        Assert.Contains("เปิดใหม่ครั้งที่ 2", (await officer.GetAsync("/officer?reopened=yes")).TextOf("tbody tr"), StringComparison.Ordinal);
        var page = await officer.GetAsync($"/officer/requests/{request.Reference}");
        Assert.Equal("เปิดใหม่ครั้งที่ 2", page.TextOf(".reopened"));
        Assert.Contains("เมื่อผู้แจ้งขอให้ตรวจสอบอีกครั้ง", page.TextOf(".photo-choices"), StringComparison.Ordinal);
    }
}
