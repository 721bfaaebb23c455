using System.Net;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.WorkOrders;
using Songthang.Web.Features.Accounts;
using Songthang.Web.Features.Importing;
using Songthang.Web.Features.WorkOrders;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.WorkOrders;

public class DeskTests
{
    [Fact]
    public async Task An_order_is_made_from_a_request_and_takes_neighbours_along()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 2);
        var far = await Given.ARequestAsync(app, it => it.Accepted().Sent(s => s with { Place = s.Place with { Longitude = 100.3, Road = "ถนนไกล" } }));
        using var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync("/officer/requests/" + requests[0].Reference);
        var form = await officer.GetAsync(page.Html.QuerySelector("a[href*='work-orders/new']")!.GetAttribute("href")!);
        Assert.True(form.Has($"#request-{requests[0].Reference}[checked]"));
        Assert.True(form.Has($"#request-{requests[1].Reference}:not([checked])"));
        Assert.False(form.Has($"#request-{far.Reference}"));
        var answer = await officer.SubmitAsync(form, Lorry.Form, [
            ("References", requests[0].Reference), ("References", requests[1].Reference), ("CrewCode", "crew-2"), ("PlannedOn", "2569-11-25"),
            ("Instructions", "ใช้รถกระเช้า")]);

        Assert.Equal("/officer/work-orders/2569-1", answer.Response.Headers.Location!.ToString());
        var order = await Lorry.ReadAsync(app, new(2569, 1));
        Assert.Equal(("crew-2", new DateOnly(2026, 11, 25), "ใช้รถกระเช้า", 2), (order.CrewCode, order.PlannedOn, order.Instructions, order.Items.Count));
        var request = await Given.ReadAsync(app, requests[1]);
        Assert.Equal((TimelineKind.WorkOrdered, Audience.Officers, "1/2569"), (request.Timeline[^1].Kind, request.Timeline[^1].Audience, request.Timeline[^1].Detail));
        Assert.DoesNotContain(TimelineKind.WorkOrdered, await Desk.ToldAsync(app, request));
        Assert.Contains("ใบสั่งงาน 1/2569", (await officer.GetAsync("/officer/requests/" + request.Reference)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_keeps_what_was_chosen_and_one_more_can_be_added_by_its_reference()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 1);
        var far = await Given.ARequestAsync(app, it => it.Accepted().Sent(s => s with { Place = s.Place with { Longitude = 100.3, Road = "ถนนไกล" } }));
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync($"/officer/work-orders/new?request={requests[0].Reference}");

        var unknown = await officer.SubmitAsync(form, Lorry.Form, [("Add", "69-99999-9"), ("Look", "true")]);
        Assert.Contains("ไม่พบเลขที่เรื่องนี้", unknown.TextOf(".error-summary"), StringComparison.Ordinal);
        var added = await officer.SubmitAsync(unknown, Lorry.Form, [("Add", far.Reference.Replace("-", " ", StringComparison.Ordinal)), ("Look", "true"), ("Instructions", "สองจุด")]);
        var mistake = await officer.SubmitAsync(added, Lorry.Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, mistake.Status);
        Assert.Contains("กรุณาเลือกชุดช่าง", mistake.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("สองจุด", mistake.TextOf("textarea[name=Instructions]"));
        await officer.SubmitAsync(mistake, Lorry.Form, [("CrewCode", "crew-1")]);
        Assert.Equal([requests[0].Reference, far.Reference], (await Lorry.ReadAsync(app, new(2569, 1))).Items.Select(item => item.Reference));
    }

    [Fact]
    public async Task What_is_on_an_order_already_or_settled_does_not_go_along_and_is_named()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 3);
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync($"/officer/work-orders/new?request={requests[0].Reference}&request={requests[1].Reference}&request={requests[2].Reference}");
        await Lorry.OrderAsync(app, [requests[0]]);
        await Given.LaterAsync(app, requests[1], it => it.Withdrawn());

        var made = await officer.FollowAsync(await officer.SubmitAsync(form, Lorry.Form, [("CrewCode", "crew-1")]));

        Assert.Contains($"{requests[0].Reference} (อยู่ในใบสั่งงาน 1/2569 แล้ว)", made.TextOf(".flash"), StringComparison.Ordinal);
        Assert.Contains($"{requests[1].Reference} (ผู้แจ้งขอยกเลิก)", made.TextOf(".flash"), StringComparison.Ordinal);
        Assert.Equal(requests[2].Reference, Assert.Single((await Lorry.ReadAsync(app, new(2569, 2))).Items).Reference);
    }

    [Fact]
    public async Task The_same_form_sent_at_once_makes_one_order_and_two_forms_never_share_a_request()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 1);
        using var officer = await Desk.OfficerAsync(app);
        var address = $"/officer/work-orders/new?request={requests[0].Reference}";
        var (form, other) = (await officer.GetAsync(address), await officer.GetAsync(address));

        var answers = await Task.WhenAll(new[] { form, form, form, other }.Select(page => officer.SubmitAsync(page, Lorry.Form, [("CrewCode", "crew-1")])));

        Assert.Equal(1, (await Given.ReadAsync(app, requests[0])).Timeline.Count(entry => entry.Kind == TimelineKind.WorkOrdered));
        Assert.Single(answers.Where(answer => answer.Status == HttpStatusCode.Found).Select(answer => answer.Response.Headers.Location!.ToString()).Distinct());
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_order_is_started_paused_started_again_and_completed_and_each_reporter_told_of_each_once()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 2);
        var number = await Lorry.OrderAsync(app, requests);
        using var officer = await Desk.OfficerAsync(app);
        var address = $"/officer/work-orders/{number.Slug}";

        await officer.SubmitAsync(await officer.GetAsync(address), "#start");
        await officer.SubmitAsync(await officer.GetAsync(address), "#pause", [("ReasonCode", "weather"), ("Text", "น้ำสูง")]);
        Assert.Equal(WorkOrderState.Planned, (await Lorry.ReadAsync(app, number)).State);
        await officer.SubmitAsync(await officer.GetAsync(address), "#start");
        var form = await officer.GetAsync(address + "/complete");
        var attached = await officer.SubmitAsync(form, Lorry.Form, [], [new FormFile("Result.After.Files", "after.jpg", TestPhotos.Jpeg())], submitter: "[name='Result.After.Attach']");
        Assert.Equal(HttpStatusCode.OK, attached.Status);
        var done = await officer.SubmitAsync(attached, Lorry.Form, [.. Lorry.Repaired, ("PhotosOf", requests[1].Reference)]);

        Assert.Equal(HttpStatusCode.Found, done.Status);
        var order = await Lorry.ReadAsync(app, number);
        Assert.Equal(WorkOrderState.Completed, order.State);
        Assert.Equal(("sodium-lamp", "หลอดโซเดียมความดันสูง", "หลอด", 2), (order.Materials[0].Code, order.Materials[0].NameThai, order.Materials[0].UnitThai, order.Materials[0].Quantity));
        Assert.All(order.Items, item => Assert.Equal("lamp", item.CauseCode));
        foreach (var request in requests)
        {
            Assert.Equal(
                [TimelineKind.Submitted, TimelineKind.Accepted, TimelineKind.WorkStarted, TimelineKind.WorkPaused, TimelineKind.WorkStarted, TimelineKind.Completed],
                await Desk.ToldAsync(app, request));
        }

        Assert.Equal(PhotoKind.After, Assert.Single((await Given.ReadAsync(app, requests[1])).Photos).Kind);
    }

    [Fact]
    public async Task What_is_not_ticked_stays_and_what_changed_meanwhile_blocks_nobody()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 3);
        var number = await Lorry.OrderAsync(app, requests);
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync($"/officer/work-orders/{number.Slug}/complete");
        await Given.LaterAsync(app, requests[1], it => it.Withdrawn());

        var answer = await officer.FollowAsync(await officer.SubmitAsync(form, Lorry.Form,
            [.. Lorry.Repaired, ("References", requests[0].Reference), ("References", requests[1].Reference)]));

        Assert.Contains($"{requests[1].Reference} (ผู้แจ้งขอยกเลิก)", answer.TextOf(".flash"), StringComparison.Ordinal);
        var order = await Lorry.ReadAsync(app, number);
        Assert.Equal([ItemOutcome.Repaired, ItemOutcome.FellOut, ItemOutcome.Pending], order.Items.Select(item => item.Outcome));
        Assert.True(order.State.IsOpen());
        Assert.Equal(ServiceRequestStatus.Completed, (await Given.ReadAsync(app, requests[0])).Status);
    }

    [Fact]
    public async Task One_is_taken_out_the_rest_cancelled_and_all_can_go_on_a_new_order()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 2);
        var number = await Lorry.OrderAsync(app, requests);
        using var officer = await Desk.OfficerAsync(app);
        var address = $"/officer/work-orders/{number.Slug}";

        await officer.SubmitAsync(await officer.GetAsync(address), $"[data-remove='{requests[0].Reference}']");
        var mistake = await officer.SubmitAsync(await officer.GetAsync(address), "#cancel");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mistake.Status);
        await officer.SubmitAsync(mistake, "#cancel", [("Reason", "รถเสีย")]);

        var order = await Lorry.ReadAsync(app, number);
        Assert.Equal(WorkOrderState.Cancelled, order.State);
        Assert.Equal([ItemOutcome.TakenOut, ItemOutcome.TakenOut], order.Items.Select(item => item.Outcome));
        Assert.Equal(2, (await Lorry.ReadAsync(app, await Lorry.OrderAsync(app, requests))).Items.Count);
        var page = await officer.GetAsync(address);
        Assert.False(page.Has("#start, #cancel, #pause, [data-remove]"));
        Assert.Contains("รถเสีย", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_complete_at_once_tell_each_reporter_once_and_the_second_loses_no_word()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 2);
        var number = await Lorry.OrderAsync(app, requests);
        using var first = await app.SignInAsync(OfficerRole.Officer);
        using var second = await app.SignInAsync(OfficerRole.Administrator);
        var address = $"/officer/work-orders/{number.Slug}/complete";
        var forms = (await first.GetAsync(address), await second.GetAsync(address));

        var answers = await Task.WhenAll(
            first.SubmitAsync(forms.Item1, Lorry.Form, [("Result.WhatWasDone", "เปลี่ยนหลอดแล้ว")]),
            second.SubmitAsync(forms.Item2, Lorry.Form, [("Result.WhatWasDone", "เปลี่ยนหลอดแล้ว")]));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        var late = answers.Single(answer => answer.Status == HttpStatusCode.Conflict);
        Assert.Equal("เปลี่ยนหลอดแล้ว", late.TextOf("textarea[name='Result.WhatWasDone']"));
        Assert.Contains("งานเสร็จสิ้น", late.TextOf(".meanwhile"), StringComparison.Ordinal);
        foreach (var request in requests)
            Assert.Single(await Desk.ToldAsync(app, request), kind => kind == TimelineKind.Completed);
    }

    [Fact]
    public async Task A_quantity_that_cannot_be_is_told_beside_its_field_and_saves_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var number = await Lorry.OrderAsync(app, await Lorry.AcceptedAsync(app, 1));
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync($"/officer/work-orders/{number.Slug}/complete");

        foreach (var wrong in (string[])["-1", "10000"])
        {
            var answer = await officer.SubmitAsync(form, Lorry.Form, [.. Lorry.Repaired.Where(value => value.Item1 != "Result.Used[cable]"), ("Result.Used[cable]", wrong)]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            var field = answer.Html.QuerySelector("[name='Result.Used[cable]']")!;
            Assert.Equal((wrong, "true"), (field.GetAttribute("value"), field.GetAttribute("aria-invalid")));
        }

        Assert.Empty((await Lorry.ReadAsync(app, number)).Materials);
    }

    [Fact]
    public async Task The_demo_sends_its_crews_out_once()
    {
        await using var app = await TestApp.StartAsync(demo: true);
        var now = app.Time.GetUtcNow().UtcDateTime;
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await app.WithAsync<CreateDemoAccounts, int>(async demo => { await demo.RunAsync(now, CancellationToken.None); return 0; });
            await app.WithAsync<LoadDemo, int>(demo => demo.RunAsync(now, CancellationToken.None));
            await app.WithAsync<LoadDemoWorkOrders, int>(async demo => { await demo.RunAsync(now, CancellationToken.None); return 0; });
        }

        using var crew = app.NewVisitor();
        var home = await crew.FollowAsync(await crew.SignInAsync("crew", "songthang-demo-2569"));
        Assert.Equal("ใบสั่งงาน 1/2569", home.TextOf(".crew-card strong"));
        Assert.Equal(WorkOrderState.Started, (await Lorry.ReadAsync(app, new(2569, 2))).State);
    }

    [Fact]
    public async Task The_sheet_has_the_stops_in_the_order_of_the_way_and_lines_to_write_on()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 3);
        var number = await Lorry.OrderAsync(app, [requests[0], requests[2], requests[1]]);
        using var director = await app.SignInAsync(OfficerRole.Director);

        var sheet = await director.GetAsync($"/officer/work-orders/{number.Slug}/sheet");

        Assert.Equal(
            [requests[0].Reference, requests[1].Reference, requests[2].Reference],
            sheet.Html.QuerySelectorAll(".paper-stops strong").Select(stop => stop.TextContent));
        foreach (var words in (string[])["ใบสั่งงาน เลขที่ ๑/๒๕๖๙", "ชุดช่างไฟฟ้า 1", "ระวังรถ", "วัสดุที่ใช้", "ลงชื่อ"])
            Assert.Contains(words, sheet.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("0812345678", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_director_reads_orders_and_changes_none()
    {
        await using var app = await TestApp.StartAsync();
        var number = await Lorry.OrderAsync(app, await Lorry.AcceptedAsync(app, 1));
        using var director = await app.SignInAsync(OfficerRole.Director);
        var page = await director.GetAsync($"/officer/work-orders/{number.Slug}");
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        Assert.False(page.Has("#start"));
        Assert.Equal(HttpStatusCode.Forbidden, (await director.PostAsync(
            $"/officer/work-orders/{number.Slug}?handler=Start", [("__RequestVerificationToken", token), ("SeenVersion", "1")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync($"/officer/work-orders/{number.Slug}/complete")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync("/officer/work-orders/new")).Status);
        Assert.Equal(WorkOrderState.Planned, (await Lorry.ReadAsync(app, number)).State);
    }

    [Theory]
    [InlineData("2569-99")]
    [InlineData("nothing")]
    [InlineData("2569-1-1")]
    public async Task What_is_no_order_is_not_found(string slug)
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await Desk.OfficerAsync(app);

        foreach (var address in (string[])[$"/officer/work-orders/{slug}", $"/officer/work-orders/{slug}/complete", $"/officer/work-orders/{slug}/sheet", $"/crew/{slug}", $"/crew/{slug}/69-00001-8"])
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).Status);
    }
}
