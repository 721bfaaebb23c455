using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Background;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;
using Songthang.Web.Tests.WorkOrders;
using Sylvan.Data.Csv;

namespace Songthang.Web.Tests.Rating;

public sealed class EvaluationTests : IAsyncLifetime
{
    // Sunset in Ayutthaya on 23 November is at 17.46; half an hour later it is dark.
    static readonly DateTime Evening = new(2026, 11, 23, 11, 18, 0, DateTimeKind.Utc);

    TestApp app = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await OutboxTest.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_lamp_repaired_by_day_is_asked_about_once_more_after_dark()
    {
        var request = await Given.ARequestAsync(app, it => it.ByEmail().Accepted().Completed());

        await RoundAsync(Evening.AddMinutes(-4));
        Assert.DoesNotContain((await Given.ReadAsync(app, request)).Timeline, entry => entry.Kind == TimelineKind.EvaluationAsked);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RoundAsync(Evening), Stop)));
        await RoundAsync(Evening.AddHours(1));

        var read = await Given.ReadAsync(app, request);
        Assert.Single(read.Timeline, entry => entry.Kind == TimelineKind.EvaluationAsked);
        Assert.Equal(NoticeRecipient.Requester, Assert.Single(await app.RowsAsync(), row => row.Entry!.Kind == TimelineKind.EvaluationAsked).Recipient);
        using var citizen = app.NewVisitor();
        Assert.True((await citizen.GetAsync($"/r/{request.Secret}")).Has("a[href$='/rate']"));
        Assert.DoesNotContain("สอบถามผู้แจ้ง", (await citizen.GetAsync($"/reports/{request.Reference}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_again_who_answered_questioned_the_repair_or_reported_what_is_seen_by_day()
    {
        var rated = await Given.ARequestAsync(app, it => it.Accepted().Completed());
        await Given.ARequestAsync(app, it => it.Accepted().Completed().Reopened());
        var reopenedLater = await Given.ARequestAsync(app, it => it.Accepted().Completed());
        await Given.LaterAsync(app, reopenedLater, it => it.Reopened());
        await Given.ARequestAsync(app, it => it.Of("pole_damaged").Accepted().Completed());
        await Given.ARequestAsync(app, it => it.Accepted());
        await RateAsync(rated, fixedToo: true, 5, "");

        await RoundAsync(Evening);

        Assert.Equal(0, await app.WithDbAsync(db => db.Timeline.CountAsync(entry => entry.Kind == TimelineKind.EvaluationAsked, Stop)));
    }

    [Fact]
    public async Task A_repair_in_the_dark_and_one_of_an_evening_long_ago_are_not_asked_about_again()
    {
        await Given.ARequestAsync(app, it => it.Accepted().After(hours: 10).Completed());
        await RoundAsync(Evening.AddDays(2));
        await Given.ARequestAsync(app, it => it.Accepted().Completed());
        await RoundAsync(Evening.AddHours(25));

        Assert.Equal(0, await app.WithDbAsync(db => db.Timeline.CountAsync(entry => entry.Kind == TimelineKind.EvaluationAsked, Stop)));
    }

    [Fact]
    public async Task A_lamp_repaired_a_second_time_is_asked_about_a_second_time()
    {
        var request = await Given.ARequestAsync(app, it => it.Accepted().Completed());
        await RoundAsync(Evening);
        await Given.LaterAsync(app, request, it => it.After(days: 1).Reopened().Completed());

        await RoundAsync(Evening.AddDays(1));

        Assert.Equal(2, (await Given.ReadAsync(app, request)).Timeline.Count(entry => entry.Kind == TimelineKind.EvaluationAsked));
    }

    [Fact]
    public async Task The_results_count_who_was_asked_who_answered_and_what_they_said()
    {
        await ResultsAsync();
        using var director = await app.SignInAsync(OfficerRole.Director);

        var page = await director.GetAsync("/officer/evaluations");

        Assert.Equal(["พ.ย. 69 4 3 67% 3.3", "ต.ค. 69 1 0 – –", "รวม 5 3 67% 3.3"], Rows(page, "months"));
        Assert.Equal(["ไฟกะพริบ ติด ๆ ดับ ๆ 1 1 0% 1.0", "ไฟดับ 1 ดวง 4 2 100% 4.5"], Rows(page, "faults"));
        Assert.Equal(2, page.Html.QuerySelectorAll(".talk li").Length);
        Assert.Contains("ยังใช้ไม่ได้", page.TextOf(".talk"), StringComparison.Ordinal);
        Assert.Equal(["ต.ค. 69 1 0 – –", "รวม 1 0 – –"], Rows(await director.GetAsync("/officer/evaluations?from=2026-10-01&to=2026-10-31"), "months"));
        Assert.True((await director.GetAsync("/officer/evaluations?from=2020-01-01&to=2020-12-31")).Has(".empty"));
    }

    [Fact]
    public async Task The_results_say_which_crew_repaired()
    {
        var requests = await Lorry.AcceptedAsync(app, 2);
        var order = await Lorry.OrderAsync(app, requests, "crew-2");
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var form = await officer.GetAsync($"/officer/work-orders/{order.Slug}/complete");
        await officer.SubmitAsync(form, Lorry.Form, Lorry.Repaired);
        await Given.ARequestAsync(app, it => it.Accepted().Completed());
        await RateAsync(requests[0], fixedToo: true, 5, "");

        var page = await officer.GetAsync("/officer/evaluations");

        Assert.Equal(["ไม่มีใบสั่งงาน 1 0 – –", "ชุดช่างไฟฟ้า 2 2 1 100% 5.0"], Rows(page, "crews"));
        Assert.Contains("ชุดช่างไฟฟ้า 2", (await officer.GetAsync("/officer/evaluations/export.csv")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_results_are_taken_away_as_a_file_without_formulas()
    {
        await ResultsAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var bytes = await officer.Client.GetByteArrayAsync("/officer/evaluations/export.csv", Stop);

        using var file = await CsvDataReader.CreateAsync(new StreamReader(new MemoryStream(bytes)), cancel: Stop);
        var comments = new List<string>();
        while (await file.ReadAsync(Stop))
            comments.Add(file.GetString(8));
        Assert.Equal(5, comments.Count);
        Assert.Contains("'=1+1", comments);
        Assert.Equal(1, await app.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.EvaluationsExported, Stop)));
    }

    [Fact]
    public async Task A_crew_does_not_read_what_citizens_say_of_it()
    {
        using var crew = await app.SignInAsync(OfficerRole.Crew);

        Assert.Equal(HttpStatusCode.Forbidden, (await crew.GetAsync("/officer/evaluations")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await crew.GetAsync("/officer/evaluations/export.csv")).Status);
    }

    async Task ResultsAsync()
    {
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 40).Accepted().After(days: 1).Completed());
        await Given.ARequestAsync(app, it => it.Accepted().Completed());
        await RateAsync(await Given.ARequestAsync(app, it => it.Accepted().Completed()), fixedToo: true, 5, "");
        await RateAsync(await Given.ARequestAsync(app, it => it.Accepted().Completed()), fixedToo: true, 4, "=1+1");
        await RateAsync(await Given.ARequestAsync(app, it => it.Of("flicker").Accepted().Completed()), fixedToo: false, 1, "");
    }

    async Task RateAsync(ServiceRequest request, bool fixedToo, int satisfaction, string comment)
    {
        using var citizen = app.NewVisitor();
        var form = await citizen.GetAsync($"/r/{request.Secret}/rate");
        var sent = await citizen.SubmitAsync(form, "form[action$='/rate']",
            [("Fixed", fixedToo ? "true" : "false"), ("Satisfaction", $"{satisfaction}"), ("Comment", comment)]);
        Assert.Equal(HttpStatusCode.Found, sent.Status);
    }

    static List<string> Rows(Page page, string id) =>
    [
        .. page.Html.QuerySelectorAll($"[aria-labelledby={id}] tbody tr").Select(row => string.Join(' ',
            row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))),
    ];

    Task RoundAsync(DateTime now) => app.Services.GetServices<IHostedService>().OfType<EveningQuestionsWorker>().Single().RunOnceAsync(now, Stop);
}
