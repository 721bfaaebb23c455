using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Outbox;
using Songthang.Web.Background;
using Songthang.Web.Features.Verifying;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;
using Songthang.Web.Tests.Reporting;

namespace Songthang.Web.Tests.House;

/// <summary>The machine's clock leaps by an hour, back and forth, while the program goes on.</summary>
public class ClockTests
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_clock_that_leaps_in_the_middle_of_the_work_never_lets_a_story_run_backwards()
    {
        await using var server = await MailServer.StartAsync();
        var wall = new Wall();
        await using var app = await TestApp.StartAsync(settings: server.Settings, adjust: builder =>
        {
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(OutboxWorker)));
            wall.Show(builder);
        });
        using var citizen = app.NewVisitor();
        using var officer = await Desk.OfficerAsync(app);
        var receipt = await ReportPage.SendAsync(citizen, ("Form.Email", "citizen@example.org"), ("Form.ToldBy", "Email"));
        Assert.Equal(HttpStatusCode.Redirect, receipt.Status);
        var request = await ReportPage.TheRequestAsync(app);

        wall.Leap(-Hour);
        await ActAsync(app, officer, request, Act.Check);
        await ActAsync(app, officer, request, Act.Accept);
        var told = await SendAsync(app);
        wall.Leap(Hour);
        await ActAsync(app, officer, request, Act.Start);
        wall.Leap(-Hour);
        await ActAsync(app, officer, request, Act.Complete);
        app.Time.Advance(2 * Hour);
        while (await SendAsync(app) is > 0 and var more)
            told += more;

        var stored = await Given.ReadAsync(app, request);
        Assert.Equal(ServiceRequestStatus.Completed, stored.Status);
        Assert.Equal(stored.Timeline.Select(entry => entry.At).Order(), stored.Timeline.Select(entry => entry.At));
        var clocks = await app.WithAsync<ServiceLevel, IReadOnlyList<StepClock>>(level => Task.FromResult(StepClocks.Of(stored.Moments(), level)));
        Assert.All(clocks, clock => Assert.True(clock.Taken(app.Time.GetUtcNow().UtcDateTime) >= TimeSpan.Zero));
        // Each message once.
        var rows = await app.RowsAsync();
        Assert.All(rows, row => Assert.NotNull(row.SentAt));
        Assert.Equal((rows.Count, rows.Count), (told, server.Messages.Count));
        using var another = await Desk.OfficerAsync(app);
        Assert.Equal(HttpStatusCode.OK, (await another.GetAsync($"/officer/requests/{request.Reference}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await citizen.GetAsync($"/r/{request.Secret}")).Status);
        Assert.Equal(0, (await app.WithAsync<VerifyTimelines, TimelineProof>(verify => verify.RunAsync(null, TestContext.Current.CancellationToken))).BrokenCount);
    }

    [Fact]
    public async Task A_form_holds_and_is_taken_once_and_an_ended_session_stays_ended_when_the_clock_is_set_back()
    {
        var wall = new Wall();
        await using var app = await TestApp.StartAsync(adjust: wall.Show);
        using var citizen = app.NewVisitor();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var form = await citizen.GetAsync("/report");
        wall.Leap(-Hour);
        var first = await citizen.SubmitAsync(form, ReportPage.Form, ReportPage.Filled());
        wall.Leap(Hour);
        var second = await citizen.SubmitAsync(form, ReportPage.Form, ReportPage.Filled());

        Assert.Equal((HttpStatusCode.Redirect, 1), (first.Status, await ReportPage.CountAsync(app)));
        Assert.Equal(first.Response.Headers.Location, second.Response.Headers.Location);
        var request = await ReportPage.TheRequestAsync(app);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"/officer/requests/{request.Reference}")).Status);

        wall.Leap(-Hour);
        // As another node does.
        await app.WithDbAsync(db => db.OfficerSessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, app.Time.GetUtcNow().UtcDateTime)));
        app.Time.Advance(TimeSpan.FromSeconds(2));
        var ended = await officer.GetAsync($"/officer/requests/{request.Reference}");
        Assert.Equal(HttpStatusCode.Found, ended.Status);
        Assert.Contains("/officer/sign-in", ended.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    static async Task ActAsync(TestApp app, Visitor officer, ServiceRequest request, Act act)
    {
        var now = await Given.ReadAsync(app, request);
        Assert.Equal(HttpStatusCode.Found, (await officer.ActAsync(now, act, Desk.Fields(act))).Status);
    }

    static Task<int> SendAsync(TestApp app) => app.Services.GetRequiredService<OutboxSender>()
        .RunOnceAsync(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken);

    /// <summary>A clock on the wall that somebody sets: how much time has passed goes on evenly, as the system's does.</summary>
    sealed class Wall : TimeProvider
    {
        TimeProvider even = System;
        TimeSpan by;

        public void Show(WebApplicationBuilder builder)
        {
            even = (TimeProvider)builder.Services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
            builder.Services.AddSingleton<TimeProvider>(this);
        }

        public void Leap(TimeSpan further) => by += further;

        public override DateTimeOffset GetUtcNow() => even.GetUtcNow() + by;

        public override long GetTimestamp() => even.GetTimestamp();

        public override long TimestampFrequency => even.TimestampFrequency;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => even.CreateTimer(callback, state, dueTime, period);
    }
}
