using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Features.Handling.Merging;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Web.Tests.Merging;

public sealed class EveryoneToldTests : IAsyncLifetime
{
    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await OutboxTest.StartAsync(demo: true);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Task<ServiceRequest> ByAsync(string address) => Given.ARequestAsync(app, it => it.ByEmail(address).Checked());

    async Task MergeAsync(ServiceRequest request, ServiceRequest main)
    {
        var seen = (await Given.ReadAsync(app, request)).LastActNumber;
        await app.WithAsync(async (MergeServiceRequest merge) =>
        {
            await merge.RunAsync(new(request.Reference, seen, main.Reference), Given.Officer, app.Time.GetUtcNow().UtcDateTime, Stop);
            return 0;
        });
    }

    /// <summary>Who is told of the newest step of this kind.</summary>
    async Task<List<(NoticeRecipient Recipient, long Addressee)>> ToldOfAsync(TimelineKind kind) =>
        [.. (await app.RowsAsync()).Where(row => row.Entry!.Kind == kind).Select(row => (row.Recipient, row.AddresseeId))];

    [Fact]
    public async Task Each_step_is_told_to_each_reporter_once_and_questions_to_the_main_one_alone()
    {
        var (main, second, third) = (await ByAsync("a@example.com"), await ByAsync("b@example.com"), await ByAsync("c@example.com"));
        await MergeAsync(second, main);
        await MergeAsync(third, main);

        await Given.LaterAsync(app, main, it => it.Accepted().Asked().Answered().Started().Paused().Started().Completed().Reopened());

        foreach (var kind in new[] { TimelineKind.Accepted, TimelineKind.WorkPaused, TimelineKind.Completed, TimelineKind.Reopened })
        {
            Assert.Equal([(NoticeRecipient.Requester, 0), (NoticeRecipient.AlsoReported, second.Id), (NoticeRecipient.AlsoReported, third.Id)],
                (await ToldOfAsync(kind)).Where(told => told.Recipient != NoticeRecipient.DutyDesk));
        }

        Assert.Equal([(NoticeRecipient.Requester, 0)], await ToldOfAsync(TimelineKind.InformationAsked));
    }

    [Fact]
    public async Task Somebody_who_reported_twice_is_told_once()
    {
        var (main, same, other) = (await ByAsync("a@example.com"), await ByAsync("A@example.com"), await ByAsync("b@example.com"));
        await MergeAsync(same, main);
        await MergeAsync(other, main);

        await Given.LaterAsync(app, main, it => it.Accepted());

        Assert.Equal([(NoticeRecipient.Requester, 0), (NoticeRecipient.AlsoReported, other.Id)], await ToldOfAsync(TimelineKind.Accepted));
    }

    [Fact]
    public async Task The_letter_speaks_of_the_own_report_and_leads_to_its_own_page()
    {
        var (main, merged) = (await ByAsync("a@example.com"), await ByAsync("b@example.com"));
        await MergeAsync(merged, main);
        await Given.LaterAsync(app, main, it => it.Accepted("ข้อความถึงผู้แจ้งเรื่องหลัก"));
        while (await app.SendAsync() > 0)
        {
            // Until all is sent.
        }

        var letters = Directory.GetFiles(Path.Combine(app.DataDirectory, "inbox")).Select(File.ReadAllText)
            .Where(letter => letter.Contains("b@example.com", StringComparison.Ordinal)).ToList();
        using var reader = app.NewVisitor();
        var page = await reader.OpenAsync($"/r/{merged.Secret}");

        Assert.Equal(3, letters.Count);
        Assert.Contains("รับเรื่องไว้ดำเนินการ", page.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.DoesNotContain("ข้อความถึงผู้แจ้งเรื่องหลัก", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(main.Secret, string.Join('\n', letters), StringComparison.Ordinal);
        // Sent to the merged reporter, the main request's own step 3 is not done by it.
        var notices = (await Given.ReadAsync(app, main)).Timeline.Count(entry => entry.Kind == TimelineKind.NoticeSent);
        Assert.Equal(2, notices);
    }

    [Fact]
    public async Task All_of_them_see_how_it_stands_rate_the_repair_and_may_question_it()
    {
        var (main, merged) = (await ByAsync("a@example.com"), await ByAsync("b@example.com"));
        await MergeAsync(merged, main);
        await Given.LaterAsync(app, main, it => it.Accepted().Started().Completed("เปลี่ยนโคมแล้ว"));
        using var citizen = app.NewVisitor();

        var own = await citizen.GetAsync($"/r/{merged.Secret}");
        Assert.Contains("ดำเนินการแล้ว", own.TextOf(".own-status .status"), StringComparison.Ordinal);
        Assert.Contains("เปลี่ยนโคมแล้ว", own.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.Contains("เปลี่ยนโคมแล้ว", (await citizen.GetAsync($"/reports/{merged.Reference}")).TextOf(".timeline"), StringComparison.Ordinal);
        var form = await citizen.GetAsync($"/r/{merged.Secret}/rate");
        await citizen.SubmitAsync(form, "form[action$='/rate']", [("Fixed", "true"), ("Satisfaction", "4")]);
        Assert.Equal(4, (await Given.ReadAsync(app, merged)).Satisfaction);
        Assert.False((await citizen.GetAsync($"/r/{merged.Secret}")).Has("a[href$='/rate']"));

        var reopen = await citizen.GetAsync($"/r/{merged.Secret}/reopen");
        await citizen.SubmitAsync(reopen, "form[action$='/reopen']", [("Reason", "หน้าบ้านผมยังดับ")]);

        var after = await Given.ReadAsync(app, main);
        Assert.Equal((ServiceRequestStatus.Accepted, true), (after.Status, after.IsUnread));
        var mains = await citizen.GetAsync($"/r/{main.Secret}");
        Assert.Contains("ผู้แจ้งอีกราย", mains.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.DoesNotContain("หน้าบ้านผม", mains.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_main_reporter_takes_it_back_the_eldest_of_the_others_takes_its_place()
    {
        var (main, second, third) = (await ByAsync("a@example.com"), await ByAsync("b@example.com"), await ByAsync("c@example.com"));
        await MergeAsync(second, main);
        await MergeAsync(third, main);
        using var citizen = app.NewVisitor();

        await citizen.SubmitAsync(await citizen.GetAsync($"/r/{main.Secret}/withdraw"), "form[action$='/withdraw']");

        var heir = await Given.ReadAsync(app, second);
        Assert.Equal(ServiceRequestStatus.Withdrawn, (await Given.ReadAsync(app, main)).Status);
        Assert.Equal((ServiceRequestStatus.Submitted, null, true), (heir.Status, heir.MergedIntoId, heir.IsUnread));
        Assert.Equal(heir.Id, (await Given.ReadAsync(app, third)).MergedIntoId);
        Assert.Equal([(NoticeRecipient.Requester, 0)], await ToldOfAsync(TimelineKind.SplitOff));
    }
}
