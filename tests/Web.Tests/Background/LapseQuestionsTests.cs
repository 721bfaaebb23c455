using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Background;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Web.Tests.Background;

public class LapseQuestionsTests
{
    [Fact]
    public async Task A_question_that_nobody_answers_lapses_when_its_time_is_over_and_both_sides_are_told()
    {
        await using var app = await OutboxTest.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.ByEmail().Accepted().Asked(answerDays: 7));

        await RunAsync(app, TestApp.Monday.UtcDateTime.AddDays(7).AddMilliseconds(-1));
        Assert.Equal(ServiceRequestStatus.AwaitingInformation, (await Given.ReadAsync(app, request)).Status);
        await RunAsync(app, TestApp.Monday.UtcDateTime.AddDays(7));
        await RunAsync(app, TestApp.Monday.UtcDateTime.AddDays(8));

        var read = await Given.ReadAsync(app, request);
        Assert.Equal(ServiceRequestStatus.Accepted, read.Status);
        Assert.True(read.IsUnread);
        Assert.Single(read.Timeline, entry => entry.Kind == TimelineKind.InformationLapsed);
        Assert.Equal(
            [NoticeRecipient.Requester, NoticeRecipient.DutyDesk],
            (await app.RowsAsync()).Where(row => row.Entry!.Kind == TimelineKind.InformationLapsed).Select(row => row.Recipient));
    }

    [Fact]
    public async Task A_question_that_was_answered_does_not_lapse()
    {
        await using var app = await OutboxTest.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Asked(answerDays: 7).Answered());

        await RunAsync(app, TestApp.Monday.UtcDateTime.AddDays(30));

        Assert.DoesNotContain((await Given.ReadAsync(app, request)).Timeline, entry => entry.Kind == TimelineKind.InformationLapsed);
    }

    [Fact]
    public async Task A_request_that_cannot_be_changed_does_not_hold_up_the_others()
    {
        await using var app = await OutboxTest.StartAsync();
        var broken = await Given.ARequestAsync(app, it => it.Asked(answerDays: 1));
        var other = await Given.ARequestAsync(app, it => it.Asked(answerDays: 2));
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE service_requests SET channel = 'nonsense' WHERE reference = {broken.Reference}", TestContext.Current.CancellationToken));

        await RunAsync(app, TestApp.Monday.UtcDateTime.AddDays(3));

        Assert.NotEqual(ServiceRequestStatus.AwaitingInformation, (await Given.ReadAsync(app, other)).Status);
    }

    [Fact]
    public async Task A_requester_is_reminded_once_two_days_before_the_time_is_over()
    {
        await using var app = await OutboxTest.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.ByEmail().Accepted().Asked("เสาต้นใด", answerDays: 7));

        await RunAsync(app, TestApp.Monday.UtcDateTime.AddDays(5).AddMinutes(-1));
        Assert.DoesNotContain((await Given.ReadAsync(app, request)).Timeline, entry => entry.Kind == TimelineKind.InformationReminded);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RunAsync(app, TestApp.Monday.UtcDateTime.AddDays(5)), TestContext.Current.CancellationToken)));
        await RunAsync(app, TestApp.Monday.UtcDateTime.AddDays(5).AddMinutes(5));
        await RunAsync(app, TestApp.Monday.UtcDateTime.AddDays(6));

        Assert.Single((await Given.ReadAsync(app, request)).Timeline, entry => entry.Kind == TimelineKind.InformationReminded);
        Assert.Equal(
            [NoticeRecipient.Requester],
            (await app.RowsAsync()).Where(row => row.Entry?.Kind == TimelineKind.InformationReminded).Select(row => row.Recipient));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_question_that_is_answered_or_over()
    {
        await using var app = await OutboxTest.StartAsync();
        var answered = await Given.ARequestAsync(app, it => it.ByEmail().Asked(answerDays: 7).Answered());
        var over = await Given.ARequestAsync(app, it => it.ByEmail().Asked(answerDays: 7));

        // The program did not run for a week.
        await RunAsync(app, TestApp.Monday.UtcDateTime.AddDays(8));

        foreach (var request in (ServiceRequest[])[answered, over])
            Assert.DoesNotContain((await Given.ReadAsync(app, request)).Timeline, entry => entry.Kind == TimelineKind.InformationReminded);
    }

    static Task RunAsync(TestApp app, DateTime now) => app.Services.GetServices<IHostedService>()
        .OfType<LapseQuestionsWorker>().Single().RunOnceAsync(now, TestContext.Current.CancellationToken);
}
