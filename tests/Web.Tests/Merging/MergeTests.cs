using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Merging;

public sealed class MergeTests : IAsyncLifetime
{
    TestApp app = null!;
    Visitor officer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        officer = await app.SignInAsync(OfficerRole.Officer);
    }

    public ValueTask DisposeAsync()
    {
        officer.Dispose();
        return app.DisposeAsync();
    }

    Task<ServiceRequest> AtAsync(double north, string fault = "lamp_out", Func<Story, Story>? tell = null) => Given.ARequestAsync(app, it =>
    {
        it.Of(fault).Sent(s => s with { Place = s.Place with { Latitude = 14.352 + north, PoleNumber = "", Road = "" } });
        return tell is null ? it : tell(it);
    });

    Task<Page> SendAsync(ServiceRequest request, string main) => officer.ActAsync(request, Act.Merge, ("Main", main), ("Step", "send"));

    [Fact]
    public async Task The_officer_is_offered_what_may_be_the_same_and_nothing_else()
    {
        var request = await AtAsync(0);
        var near = await AtAsync(0.0006, "wire_down");
        var far = await AtAsync(0.0020);
        var settled = await AtAsync(0.0001, tell: it => it.Accepted().Completed());
        var pole = await Given.ARequestAsync(app, it => it.Sent(s => s with { Place = new Place("140102", "", "", "", "อย.12/3", null, null) }));
        var samePole = await Given.ARequestAsync(app, it => it.Sent(s => s with { Place = new Place("", "", "", "", "อย 12-3", null, null) }));

        var offered = (await officer.GetAsync(Desk.AddressOf(request, Act.Merge))).Html.QuerySelectorAll("input[name=Main]")
            .Select(input => input.GetAttribute("value"));
        var byPole = await officer.GetAsync(Desk.AddressOf(pole, Act.Merge));

        Assert.Equal([near.Reference], offered);
        Assert.DoesNotContain(far.Reference, offered);
        Assert.DoesNotContain(settled.Reference, offered);
        Assert.Equal(samePole.Reference, byPole.Html.QuerySelector("input[name=Main]")!.GetAttribute("value"));
        Assert.Contains("หมายเลขเสาเดียวกัน", byPole.TextOf(".candidate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_follows_is_shown_before_it_is_done()
    {
        var (main, request) = (await AtAsync(0), await AtAsync(0.0001));
        var page = await officer.GetAsync(Desk.AddressOf(request, Act.Merge));
        Assert.Contains("ห่าง 11 เมตร", page.TextOf(".candidate"), StringComparison.Ordinal);

        var preview = await officer.SubmitAsync(page, Desk.Form, [("Main", main.Reference)], submitter: "button[value=preview]");

        Assert.Contains(main.Reference, preview.TextOf(".preview"), StringComparison.Ordinal);
        Assert.Equal(ServiceRequestStatus.Submitted, (await Given.ReadAsync(app, request)).Status);
        var done = await officer.SubmitAsync(preview, Desk.Form, submitter: "button[value=send]");
        Assert.Equal(HttpStatusCode.Found, done.Status);
        var (merged, after) = (await Given.ReadAsync(app, request), await Given.ReadAsync(app, main));
        Assert.Equal((ServiceRequestStatus.Duplicate, main.Id), (merged.Status, merged.MergedIntoId!.Value));
        Assert.Equal((TimelineKind.DuplicateAdded, request.Reference), (after.Timeline[^1].Kind, after.Timeline[^1].Detail));
        var detail = await officer.GetAsync($"/officer/requests/{main.Reference}");
        Assert.Contains("ผู้ที่แจ้งหรือติดตามจุดนี้ 2 คน", detail.Words, StringComparison.Ordinal);
        Assert.Contains("2 คน", (await officer.GetAsync("/officer")).TextOf(".mark-people"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("69-99999-9")]
    [InlineData("ไม่ใช่เลข")]
    [InlineData("")]
    public async Task A_reference_that_leads_nowhere_is_said(string typed)
    {
        var request = await AtAsync(0);

        var answer = await officer.ActAsync(request, Act.Merge, ("Typed", typed), ("Step", "preview"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".error-summary li"));
    }

    [Fact]
    public async Task Merging_into_a_merged_request_means_its_main_one()
    {
        var (main, merged, third) = (await AtAsync(0), await AtAsync(0.0001), await AtAsync(0.0002));
        await SendAsync(merged, main.Reference);

        var preview = await officer.ActAsync(third, Act.Merge, ("Typed", merged.Reference), ("Step", "preview"));
        Assert.Contains("อยู่แล้ว", preview.TextOf(".preview"), StringComparison.Ordinal);
        await officer.SubmitAsync(preview, Desk.Form, submitter: "button[value=send]");

        Assert.Equal(main.Id, (await Given.ReadAsync(app, third)).MergedIntoId);
    }

    [Fact]
    public async Task What_was_merged_into_a_request_goes_along_with_it()
    {
        var (main, middle, last) = (await AtAsync(0), await AtAsync(0.0001), await AtAsync(0.0002));
        await SendAsync(last, middle.Reference);

        await SendAsync(middle, main.Reference);

        Assert.Equal((main.Id, main.Id), ((await Given.ReadAsync(app, middle)).MergedIntoId!.Value, (await Given.ReadAsync(app, last)).MergedIntoId!.Value));
        // The circle would close here.
        var back = await SendAsync(main, last.Reference);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.Status);
        Assert.Null((await Given.ReadAsync(app, main)).MergedIntoId);
    }

    [Fact]
    public async Task Nothing_is_merged_with_itself_or_with_what_is_settled()
    {
        var request = await AtAsync(0);
        var settled = await AtAsync(0.0001, tell: it => it.Accepted().Completed());

        foreach (var main in new[] { request.Reference, settled.Reference })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.ActAsync(request, Act.Merge, ("Typed", main), ("Step", "preview"))).Status);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(request, main)).Status);
        }

        Assert.Equal(ServiceRequestStatus.Submitted, (await Given.ReadAsync(app, request)).Status);
    }

    [Fact]
    public async Task Several_are_merged_at_once_or_none_of_them()
    {
        var (main, second, third) = (await AtAsync(0), await AtAsync(0.0001), await AtAsync(0.0002));
        var started = await AtAsync(0.0003, tell: it => it.Accepted().Started());
        var page = await officer.GetAsync(Desk.AddressOf(main, Act.Gather));
        Assert.True(page.Html.QuerySelector($"input[value='{started.Reference}']")!.HasAttribute("disabled"));

        var refused = await officer.SubmitAsync(page, Desk.Form, [("Others", second.Reference), ("Others", started.Reference)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(started.Reference, refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(ServiceRequestStatus.Submitted, (await Given.ReadAsync(app, second)).Status);

        var done = await officer.SubmitAsync(page, Desk.Form, [("Others", second.Reference), ("Typed", third.Reference)]);
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.Equal(2, await app.WithDbAsync(db => db.ServiceRequests.CountAsync(r => r.MergedIntoId == main.Id, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Split_off_again_it_waits_to_be_decided_and_both_stories_say_so()
    {
        var (main, request) = (await AtAsync(0), await AtAsync(0.0001));
        await SendAsync(request, main.Reference);

        await officer.ActAsync(request, Act.Split, ("Reason", "เสาคนละต้น"));

        var (after, left) = (await Given.ReadAsync(app, request), await Given.ReadAsync(app, main));
        Assert.Equal((ServiceRequestStatus.Submitted, (long?)null), (after.Status, after.MergedIntoId));
        Assert.Equal(TimelineKind.DuplicateRemoved, left.Timeline[^1].Kind);
        Assert.Null(TimelineChain.FirstBroken(left.Reference, left.Timeline));
        using var citizen = app.NewVisitor();
        Assert.Contains("เสาคนละต้น", (await citizen.GetAsync($"/r/{request.Secret}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("เสาคนละต้น", (await citizen.GetAsync($"/reports/{request.Reference}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_officers_who_merge_two_requests_into_each_other_leave_one_main_request()
    {
        var (one, other) = (await AtAsync(0), await AtAsync(0.0001));
        using var colleague = await app.SignInAsync(OfficerRole.Officer, "colleague");
        var pages = (await officer.GetAsync(Desk.AddressOf(one, Act.Merge)), await colleague.GetAsync(Desk.AddressOf(other, Act.Merge)));

        await Task.WhenAll(
            officer.SubmitAsync(pages.Item1, Desk.Form, [("Main", other.Reference), ("Step", "send")]),
            colleague.SubmitAsync(pages.Item2, Desk.Form, [("Main", one.Reference), ("Step", "send")]));

        var after = new[] { await Given.ReadAsync(app, one), await Given.ReadAsync(app, other) };
        Assert.Single(after, request => request.MergedIntoId is not null);
    }
}
