using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Web.Tests.Following;

public sealed class FollowTests : IAsyncLifetime
{
    const string Form = "main form", Email = "somsri@example.com";

    TestApp app = null!;
    Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        app = await OutboxTest.StartAsync(demo: true);
        visitor = app.NewVisitor();
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return app.DisposeAsync();
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    async Task<Page> FollowAsync(ServiceRequest request, string email = Email, string phone = "") => await visitor.SubmitAsync(
        await visitor.GetAsync($"/reports/{request.Reference}/follow"), Form, [("Email", email), ("Phone", phone), ("Acknowledged", "true")]);

    Task<List<Follower>> FollowersAsync() => app.WithDbAsync(db => db.Followers.AsNoTracking().OrderBy(f => f.Id).ToListAsync(Stop));

    [Fact]
    public async Task Somebody_follows_a_report_sees_how_it_goes_on_and_is_told_each_step_once()
    {
        var request = await Given.ARequestAsync(app, it => it.Checked());
        var page = await visitor.FollowAsync(await FollowAsync(request));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("/follow/", page.Address.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Response.Headers.CacheControl?.ToString());
        Assert.DoesNotContain(Email, page.Text, StringComparison.Ordinal);
        await Given.LaterAsync(app, request, it => it.Accepted("คุณมานะ เราจะไปวันจันทร์").Asked().Answered().Started().Completed("เปลี่ยนหลอดแล้ว"));

        var told = (await app.RowsAsync()).Where(row => row.Recipient == NoticeRecipient.Follower).Select(row => row.Entry!.Kind);
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Accepted, TimelineKind.WorkStarted, TimelineKind.Completed], told);
        while (await app.SendAsync() > 0)
        {
            // Until all is sent.
        }

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(page.Address.PathAndQuery)).Status);
        var letters = string.Join('\n', Directory.GetFiles(Path.Combine(app.DataDirectory, "inbox")).Select(File.ReadAllText));
        Assert.DoesNotContain(request.Secret, letters, StringComparison.Ordinal);
        Assert.DoesNotContain("มานะ", (await visitor.GetAsync(page.Address.PathAndQuery)).Words, StringComparison.Ordinal);
        Assert.Contains("เปลี่ยนหลอดแล้ว", (await visitor.GetAsync(page.Address.PathAndQuery)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everyone_sees_how_many_follow_and_nobody_who()
    {
        var request = await Given.ARequestAsync(app);
        await FollowAsync(request);
        await FollowAsync(request, "", "089-123-4567");

        var page = await visitor.GetAsync($"/reports/{request.Reference}");

        Assert.Contains("มีผู้ติดตาม 2 คน", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("somsri", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("4567", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_many_times_at_once_is_one_follower_and_one_link()
    {
        var request = await Given.ARequestAsync(app);
        var form = await visitor.GetAsync($"/reports/{request.Reference}/follow");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            visitor.SubmitAsync(form, Form, [("Email", Email), ("Acknowledged", "true")])));

        Assert.Single(answers.Select(answer => answer.Response.Headers.Location).Distinct());
        Assert.Single(await FollowersAsync());
        Assert.Single(await app.RowsAsync(), row => row.Recipient == NoticeRecipient.Follower);
    }

    [Fact]
    public async Task Whoever_follows_twice_counts_once_is_told_once_and_learns_nothing_of_the_first_time()
    {
        var request = await Given.ARequestAsync(app, it => it.Checked());
        var first = await FollowAsync(request);
        var second = await FollowAsync(request, Email.ToUpperInvariant());

        Assert.Equal(first.Status, second.Status);
        Assert.NotEqual(first.Response.Headers.Location, second.Response.Headers.Location);
        Assert.Equal((await visitor.FollowAsync(first)).Words, (await visitor.FollowAsync(second)).Words);
        await Given.LaterAsync(app, request, it => it.Accepted());
        Assert.Contains("มีผู้ติดตาม 1 คน", (await visitor.GetAsync($"/reports/{request.Reference}")).Words, StringComparison.Ordinal);
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Accepted],
            (await app.RowsAsync()).Where(row => row.Recipient == NoticeRecipient.Follower).Select(row => row.Entry!.Kind));
    }

    [Fact]
    public async Task Who_stops_is_forgotten_and_told_nothing_more()
    {
        var request = await Given.ARequestAsync(app, it => it.Checked());
        var page = await visitor.FollowAsync(await FollowAsync(request));

        var stopped = await visitor.FollowAsync(await visitor.SubmitAsync(page, Form));

        Assert.Contains("หยุดติดตามแล้ว", stopped.TextOf(".flash"), StringComparison.Ordinal);
        Assert.Empty(await FollowersAsync());
        await Given.LaterAsync(app, request, it => it.Accepted());
        Assert.DoesNotContain(await app.RowsAsync(), row => row.Recipient == NoticeRecipient.Follower);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(page.Address.PathAndQuery)).Status);
    }

    [Theory]
    [InlineData("", "", "true", "#Email-error")]
    [InlineData("kein", "", "true", "#Email-error")]
    [InlineData("", "12", "true", "#Phone-error")]
    [InlineData(Email, "", null, "#Acknowledged-error")]
    public async Task What_is_missing_is_said_and_what_was_typed_stays(string email, string phone, string? read, string error)
    {
        var request = await Given.ARequestAsync(app);

        var answer = await visitor.SubmitAsync(await visitor.GetAsync($"/reports/{request.Reference}/follow"), Form,
            [("Email", email), ("Phone", phone), ("Acknowledged", read)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(error));
        Assert.Equal(email, answer.Html.QuerySelector("#Email")!.GetAttribute("value") ?? "");
        Assert.Empty(await FollowersAsync());
    }

    [Fact]
    public async Task A_settled_report_cannot_be_followed_and_a_merged_one_leads_to_its_main_one()
    {
        var settled = await Given.ARequestAsync(app, it => it.Accepted().Completed());
        var open = await Given.ARequestAsync(app);
        var form = await visitor.GetAsync($"/reports/{open.Reference}/follow");
        var merged = await Given.ARequestAsync(app, it => it.MergedInto(open));

        Assert.False((await visitor.GetAsync($"/reports/{settled.Reference}/follow")).Has(Form));
        await Given.LaterAsync(app, open, it => it.Accepted().Completed());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync(form, Form, [("Email", Email), ("Acknowledged", "true")])).Status);
        Assert.Equal($"/reports/{open.Reference}/follow", (await visitor.GetAsync($"/reports/{merged.Reference}/follow")).Response.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/reports/69-99999-9/follow")).Status);
    }

    [Fact]
    public async Task Whoever_was_slower_than_the_merging_follows_the_main_report()
    {
        var (main, merged) = (await Given.ARequestAsync(app), await Given.ARequestAsync(app));
        var form = await visitor.GetAsync($"/reports/{merged.Reference}/follow");
        await Given.LaterAsync(app, merged, it => it.MergedInto(main));

        var page = await visitor.FollowAsync(await visitor.SubmitAsync(form, Form, [("Email", Email), ("Acknowledged", "true")]));

        Assert.Contains(main.Reference, page.TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal(main.Id, (await FollowersAsync()).Single().ServiceRequestId);
    }

    [Fact]
    public async Task An_expired_form_gives_everything_back_also_when_it_came_from_the_report_page()
    {
        var request = await Given.ARequestAsync(app);

        var expired = await visitor.PostAsync($"/reports/{request.Reference}/follow?handler=Instead", [("Form.Email", Email), ("Form.Phone", "0812345678")]);

        Assert.Equal(HttpStatusCode.BadRequest, expired.Status);
        Assert.Equal((Email, "0812345678"),
            (expired.Html.QuerySelector("#Email")!.GetAttribute("value"), expired.Html.QuerySelector("#Phone")!.GetAttribute("value")));
        var done = await visitor.SubmitAsync(expired, Form, [("Acknowledged", "true")]);
        Assert.StartsWith("/follow/", done.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follower_of_a_merged_report_hears_of_the_main_one_and_of_its_withdrawal()
    {
        var (main, merged) = (await Given.ARequestAsync(app, it => it.Checked()), await Given.ARequestAsync(app));
        var page = await visitor.FollowAsync(await FollowAsync(merged));
        await Given.LaterAsync(app, merged, it => it.MergedInto(main));
        await Given.LaterAsync(app, main, it => it.Accepted());

        Assert.Contains(main.Reference, (await visitor.GetAsync(page.Address.PathAndQuery)).TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Accepted],
            (await app.RowsAsync()).Where(row => row.Recipient == NoticeRecipient.Follower).Select(row => row.Entry!.Kind));
        var lone = await Given.ARequestAsync(app);
        await FollowAsync(lone, "other@example.com");
        await Given.LaterAsync(app, lone, it => it.Withdrawn());
        Assert.Single(await app.RowsAsync(), row => row.Recipient == NoticeRecipient.Follower && row.Entry!.Kind == TimelineKind.Withdrawn);
    }

    [Fact]
    public async Task Followers_are_forgotten_some_time_after_the_report_is_settled()
    {
        var (request, open) = (await Given.ARequestAsync(app, it => it.Checked()), await Given.ARequestAsync(app));
        var merged = await Given.ARequestAsync(app);
        await FollowAsync(request);
        await FollowAsync(open, "open@example.com");
        await FollowAsync(merged, "merged@example.com");
        await Given.LaterAsync(app, merged, it => it.MergedInto(open));
        await Given.LaterAsync(app, request, it => it.Accepted().Completed());

        await SweepAsync(TimeSpan.FromDays(new Retention().FollowerDays) - TimeSpan.FromDays(1));
        Assert.Equal(3, (await FollowersAsync()).Count);
        await SweepAsync(TimeSpan.FromDays(new Retention().FollowerDays) + TimeSpan.FromDays(1));

        Assert.Equal([open.Id, merged.Id], (await FollowersAsync()).Select(follower => follower.ServiceRequestId));
    }

    [Fact]
    public async Task One_address_cannot_follow_without_end()
    {
        await using var small = await TestApp.StartAsync(settings: new() { ["Songthang:RateLimits:Submit:Permits"] = "2" });
        var request = await Given.ARequestAsync(small);
        using var eager = small.NewVisitor();
        var form = await eager.GetAsync($"/reports/{request.Reference}/follow");

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
            answers.Add((await eager.SubmitAsync(form, Form, [("Email", Email), ("Acknowledged", "true")])).Status);

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Found, HttpStatusCode.TooManyRequests], answers);
    }

    async Task SweepAsync(TimeSpan later)
    {
        await app.WithAsync(async (SweepRecords sweep) =>
        {
            await sweep.RunAsync(app.Time.GetUtcNow().UtcDateTime + later, Stop);
            return 0;
        });
    }
}
