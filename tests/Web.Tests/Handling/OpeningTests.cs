using System.Net;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Handling;

public class OpeningTests
{
    [Fact]
    public async Task The_first_officer_who_opens_a_request_stops_step_1_and_later_ones_change_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        app.Time.Advance(TimeSpan.FromMinutes(3));

        var page = await officer.GetAsync("/officer/requests/" + request.Reference);
        await officer.GetAsync("/officer/requests/" + request.Reference);
        await administrator.GetAsync("/officer/requests/" + request.Reference);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var after = await Given.ReadAsync(app, request);
        Assert.False(after.IsUnread);
        var opened = Assert.Single(after.Timeline, entry => entry.Kind == TimelineKind.Opened);
        Assert.Equal("ผู้ทดสอบ Officer", opened.ActorName);
        Assert.Equal(TimeSpan.FromMinutes(3), after.Moments().FirstOpened - after.SubmittedAt);
        Assert.Contains("เจ้าหน้าที่เปิดอ่านเรื่อง", page.TextOf(".story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officers_who_open_it_at_the_same_moment_leave_one_entry()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        var pages = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => officer.GetAsync("/officer/requests/" + request.Reference)));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Single((await Given.ReadAsync(app, request)).Timeline, entry => entry.Kind == TimelineKind.Opened);
    }

    [Fact]
    public async Task Who_does_not_handle_requests_leaves_them_unread()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var reader = await app.SignInAsync(OfficerRole.Director);

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/officer/requests/" + request.Reference)).Status);

        Assert.True((await Given.ReadAsync(app, request)).IsUnread);
    }

    [Fact]
    public async Task A_head_or_a_prefetch_opens_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/officer/requests/" + request.Reference);
        using var prefetch = new HttpRequestMessage(HttpMethod.Get, "/officer/requests/" + request.Reference);
        prefetch.Headers.Add("Sec-Purpose", "prefetch;prerender");

        foreach (var message in new[] { head, prefetch })
            Assert.Equal(HttpStatusCode.OK, (await officer.Client.SendAsync(message)).StatusCode);

        Assert.True((await Given.ReadAsync(app, request)).IsUnread);
    }

    [Fact]
    public async Task An_answer_of_the_requester_is_read_by_opening_without_a_second_entry()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Opened().Asked().Answered());
        using var officer = await Desk.OfficerAsync(app);

        await officer.GetAsync("/officer/requests/" + request.Reference);

        var after = await Given.ReadAsync(app, request);
        Assert.False(after.IsUnread);
        Assert.Equal(request.Timeline.Count, after.Timeline.Count);
    }
}
