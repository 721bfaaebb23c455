using System.Net;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.WorkOrders;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.WorkOrders;

public class CrewTests
{
    [Fact]
    public async Task A_crew_signs_in_to_its_own_orders_and_goes_from_stop_to_stop_without_scripts()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 2);
        var number = await Lorry.OrderAsync(app, requests);
        await app.CreateAccountAsync("crew", OfficerRole.Crew);
        using var crew = app.NewVisitor();
        var home = await crew.FollowAsync(await crew.SignInAsync("crew", TestApp.Password));
        Assert.Equal("/crew", home.Address.AbsolutePath);

        var order = await crew.GetAsync(home.Html.QuerySelector(".crew-card")!.GetAttribute("href")!);
        order = await crew.FollowAsync(await crew.SubmitAsync(order, "main form"));
        var stop = await crew.GetAsync(order.Html.QuerySelector(".crew-card")!.GetAttribute("href")!);
        Assert.True(stop.Has("a[href^='geo:14.352123,100.561987']"));
        var form = await crew.GetAsync(stop.Html.QuerySelector("a[href$='/done']")!.GetAttribute("href")!);
        var withPhotos = await crew.SubmitAsync(form, Lorry.Form, Lorry.Repaired.Where(value => value.Item1 != "Result.WhatWasDone"),
            [new FormFile("Result.Before.Files", "before.jpg", TestPhotos.Jpeg()), new FormFile("Result.After.Files", "after.jpg", TestPhotos.Jpeg())]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withPhotos.Status);
        Assert.Equal("2", withPhotos.Html.QuerySelector("[name='Result.Used[sodium-lamp]']")!.GetAttribute("value"));
        var next = await crew.FollowAsync(await crew.SubmitAsync(withPhotos, Lorry.Form, [("Result.Ticked", "0")]));

        Assert.Equal($"/crew/{number.Slug}/{requests[1].Reference}", next.Address.AbsolutePath);
        var repaired = await Given.ReadAsync(app, requests[0]);
        Assert.Equal(ServiceRequestStatus.Completed, repaired.Status);
        Assert.Equal([PhotoKind.Before, PhotoKind.After], repaired.Photos.Select(photo => photo.Kind).Order());
        var notDone = await crew.GetAsync(next.Html.QuerySelector("a[href$='/not-done']")!.GetAttribute("href")!);
        var mistake = await crew.SubmitAsync(notDone, Lorry.Form, [("Text", "รถเข้าไม่ได้")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mistake.Status);
        await crew.SubmitAsync(mistake, Lorry.Form, [("ReasonCode", "access")]);

        Assert.Equal(WorkOrderState.Completed, (await Lorry.ReadAsync(app, number)).State);
        var left = await Given.ReadAsync(app, requests[1]);
        Assert.Equal((ServiceRequestStatus.Accepted, ""), (left.Status, left.WorkOrder));
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Accepted, TimelineKind.WorkStarted, TimelineKind.Completed], await Desk.ToldAsync(app, requests[0]));
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Accepted, TimelineKind.WorkStarted, TimelineKind.WorkPaused], await Desk.ToldAsync(app, requests[1]));
        Assert.Contains("ไม่มีงานค้าง", (await crew.GetAsync("/crew")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crew_sees_nothing_of_who_reported_and_no_page_of_the_desk()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 1);
        var number = await Lorry.OrderAsync(app, requests);
        using var crew = await Lorry.CrewAsync(app);
        var stop = $"/crew/{number.Slug}/{requests[0].Reference}";

        foreach (var address in (string[])["/crew", $"/crew/{number.Slug}", stop, $"{stop}/done", $"{stop}/not-done"])
        {
            var page = await crew.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            foreach (var personal in (string[])["ทดสอบ ใจดี", "0812345678", "081-234-5678", "reporter@example.org"])
                Assert.DoesNotContain(personal, page.Text, StringComparison.Ordinal);
        }

        foreach (var address in (string[])["/officer", "/officer/export.csv", "/officer/export.xlsx", "/officer/work-orders", $"/officer/work-orders/{number.Slug}",
            $"/officer/work-orders/{number.Slug}/complete", $"/officer/work-orders/{number.Slug}/sheet", $"/officer/requests/{requests[0].Reference}", $"/officer/requests/{requests[0].Reference}/form"])
            Assert.Equal(HttpStatusCode.Forbidden, (await crew.GetAsync(address)).Status);
    }

    [Fact]
    public async Task To_another_crew_the_order_and_its_photos_do_not_exist()
    {
        await using var app = await TestApp.StartAsync();
        var key = new string('a', 32);
        var request = await Given.ARequestAsync(app, it => it.WithPhotos(key).Accepted());
        var number = await Lorry.OrderAsync(app, [request]);
        using var own = await Lorry.CrewAsync(app);
        using var other = await Lorry.OtherCrewAsync(app);
        var stop = $"/crew/{number.Slug}/{request.Reference}";
        var forms = new[] { $"/crew/{number.Slug}", $"{stop}/done", $"{stop}/not-done" };

        Assert.DoesNotContain("1/2569", (await other.GetAsync("/crew")).Words, StringComparison.Ordinal);
        foreach (var address in (string[])[.. forms, stop, $"/crew/photos/{key}/thumb.jpg"])
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        var token = (await other.GetAsync("/crew")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var address in forms)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(address,
                [("__RequestVerificationToken", token), ("SeenVersion", "1"), ("Result.WhatWasDone", "ซ่อมแล้ว"), ("ReasonCode", "parts")])).Status);
        }

        var order = await Lorry.ReadAsync(app, number);
        Assert.Equal((WorkOrderState.Planned, 1), (order.State, order.Story.Count));
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync(stop)).Status);
    }

    [Fact]
    public async Task An_account_without_a_crew_is_told_whom_to_ask()
    {
        await using var app = await TestApp.StartAsync();
        await Lorry.OrderAsync(app, await Lorry.AcceptedAsync(app, 1));
        await app.CreateAccountAsync("lost", OfficerRole.Crew, crewCode: "");
        using var crew = await app.SignInAsync(OfficerRole.Crew, "lost");

        var page = await crew.GetAsync("/crew");

        Assert.Contains("ยังไม่ได้อยู่ในชุดช่างใด", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await crew.GetAsync("/crew/2569-1")).Status);
    }

    [Fact]
    public async Task On_a_weak_signal_the_same_result_sent_again_and_again_is_one_result()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 2);
        var number = await Lorry.OrderAsync(app, requests);
        using var crew = await Lorry.CrewAsync(app);
        var form = await crew.GetAsync($"/crew/{number.Slug}/{requests[0].Reference}/done");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => crew.SubmitAsync(form, Lorry.Form, Lorry.Repaired)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.Status));
        Assert.Single(await Desk.ToldAsync(app, requests[0]), kind => kind == TimelineKind.Completed);
        Assert.Equal(2, Assert.Single((await Lorry.ReadAsync(app, number)).Materials).Quantity);
    }

    [Fact]
    public async Task Two_colleagues_record_different_stops_at_once_and_the_same_stop_only_once()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 3);
        var number = await Lorry.OrderAsync(app, requests);
        using var first = await Lorry.CrewAsync(app);
        using var second = await app.SignInAsync(OfficerRole.Crew, "colleague");
        var stops = requests.Select(request => $"/crew/{number.Slug}/{request.Reference}/done").ToList();
        var forms = (await first.GetAsync(stops[0]), await second.GetAsync(stops[1]), await first.GetAsync(stops[2]), await second.GetAsync(stops[2]));

        var different = await Task.WhenAll(first.SubmitAsync(forms.Item1, Lorry.Form, Lorry.Repaired), second.SubmitAsync(forms.Item2, Lorry.Form, Lorry.Repaired));
        var same = await Task.WhenAll(first.SubmitAsync(forms.Item3, Lorry.Form, Lorry.Repaired), second.SubmitAsync(forms.Item4, Lorry.Form, Lorry.Repaired));

        Assert.All(different, answer => Assert.Equal(HttpStatusCode.Found, answer.Status));
        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict], same.Select(answer => answer.Status).Order());
        Assert.Equal("เปลี่ยนหลอดแล้ว", same.Single(answer => answer.Status == HttpStatusCode.Conflict).TextOf("textarea[name='Result.WhatWasDone']"));
        foreach (var request in requests)
            Assert.Single(await Desk.ToldAsync(app, request), kind => kind == TimelineKind.Completed);
        Assert.Equal(WorkOrderState.Completed, (await Lorry.ReadAsync(app, number)).State);
    }

    [Fact]
    public async Task A_result_typed_before_the_session_ended_is_given_back_and_sent_again()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 1);
        var number = await Lorry.OrderAsync(app, requests);
        using var crew = await Lorry.CrewAsync(app);
        var form = await crew.GetAsync($"/crew/{number.Slug}/{requests[0].Reference}/done");
        app.Time.Advance(TimeSpan.FromMinutes(61));

        var door = await crew.SubmitAsync(form, Lorry.Form, Lorry.Repaired);
        var kept = await crew.SubmitAsync(door, "main form", [("UserName", "crew"), ("Password", TestApp.Password)]);
        Assert.Contains("เปลี่ยนหลอดแล้ว", kept.TextOf(".kept"), StringComparison.Ordinal);
        await crew.SubmitAsync(kept, "#send-again");

        Assert.Equal(ServiceRequestStatus.Completed, (await Given.ReadAsync(app, requests[0])).Status);
    }

    [Fact]
    public async Task An_administrator_puts_an_account_into_a_crew()
    {
        await using var app = await TestApp.StartAsync();
        var number = await Lorry.OrderAsync(app, await Lorry.AcceptedAsync(app, 1), "crew-2");
        using var crew = await Lorry.CrewAsync(app);
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await crew.GetAsync($"/crew/{number.Slug}")).Status);
        var users = await admin.GetAsync("/officer/settings/users");
        var account = users.Html.QuerySelectorAll("main a").First(link => link.TextContent.Trim() == "crew").GetAttribute("href")!;

        await admin.SubmitAsync(await admin.GetAsync(account), "#save", [("CrewCode", "crew-2")]);

        Assert.Equal(HttpStatusCode.OK, (await crew.GetAsync($"/crew/{number.Slug}")).Status);
    }
}
