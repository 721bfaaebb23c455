using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Officers;
using Songthang.Web.Features.Inbox;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Inbox;

public class BellTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_report_that_arrives_is_told_to_the_open_page()
    {
        using var waits = new Waits();
        await using var app = await TestApp.StartAsync(adjust: waits.Watch);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var patience = new CancellationTokenSource(Patience);
        await using var events = (await ListenAsync(officer, patience.Token)).GetAsyncEnumerator(patience.Token);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("0", events.Current.Data);
        Assert.Equal("unread", events.Current.EventType);

        var request = await Given.ARequestAsync(app);
        await waits.LookAsync(app, patience.Token);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("1", events.Current.Data);

        await Given.LaterAsync(app, request, it => it.Opened());
        await waits.LookAsync(app, patience.Token);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("0", events.Current.Data);
    }

    [Fact]
    public async Task The_number_stands_on_the_page_and_answers_whoever_asks()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        Assert.True((await officer.GetAsync("/officer")).Has("[data-bell-count][hidden]"));
        await Given.ARequestAsync(app);
        await Given.ARequestAsync(app);

        Assert.Equal("2", (await officer.GetAsync("/officer")).TextOf("[data-bell-count]"));
        using var answer = JsonDocument.Parse((await officer.GetAsync("/officer/bell")).Text);
        Assert.Equal(2, answer.RootElement.GetProperty("unread").GetInt32());
    }

    [Theory]
    [InlineData("/officer/bell")]
    [InlineData("/officer/bell/events")]
    public async Task Who_is_not_signed_in_hears_nothing(string url)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync(url);

        Assert.True(page.Status is HttpStatusCode.Found or HttpStatusCode.Unauthorized, page.Status.ToString());
    }

    [Fact]
    public async Task Listening_does_not_keep_a_session_alive()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        app.Time.Advance(TimeSpan.FromMinutes(40));

        using var answer = await officer.Client.GetAsync("/officer/bell/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var asked = await officer.GetAsync("/officer/bell");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(asked.Response.Headers.Contains("Set-Cookie"));
        Assert.True((await officer.GetAsync("/officer")).Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Pages_beyond_the_bound_are_told_to_ask_instead()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var leave = new CancellationTokenSource();
        var bell = app.Services.GetRequiredService<Bell>();
        var listeners = Enumerable.Range(0, Bell.MostListeners).Select(_ => bell.ListenAsync(leave.Token).GetAsyncEnumerator(leave.Token)).ToList();
        await Task.WhenAll(listeners.Select(listener => listener.MoveNextAsync().AsTask()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await officer.GetAsync("/officer/bell/events")).Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/officer/bell")).Status);

        await leave.CancelAsync();
        foreach (var listener in listeners)
        {
            Assert.False(await listener.MoveNextAsync());
            await listener.DisposeAsync();
        }

        Assert.True(bell.HasRoom);
    }

    [Fact]
    public async Task A_page_that_listens_does_not_keep_the_program_from_stopping()
    {
        var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var patience = new CancellationTokenSource(Patience);
        await using var events = (await ListenAsync(officer, patience.Token)).GetAsyncEnumerator(patience.Token);
        Assert.True(await events.MoveNextAsync());

        var stopping = app.DisposeAsync().AsTask();

        Assert.False(await events.MoveNextAsync());
        await stopping.WaitAsync(Patience, patience.Token);
    }

    [Fact]
    public async Task After_ten_minutes_the_page_has_to_come_back_with_its_session()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var patience = new CancellationTokenSource(Patience);
        await using var events = (await ListenAsync(officer, patience.Token)).GetAsyncEnumerator(patience.Token);
        Assert.True(await events.MoveNextAsync());

        app.Time.Advance(Bell.LongestListening);

        while (await events.MoveNextAsync())
            Assert.Equal("0", events.Current.Data);
        Assert.False(patience.IsCancellationRequested);
    }

    static async Task<IAsyncEnumerable<SseItem<string>>> ListenAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        var answer = await visitor.Client.GetAsync("/officer/bell/events", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return SseParser.Create(await answer.Content.ReadAsStreamAsync(cancellationToken)).EnumerateAsync(cancellationToken);
    }

    /// <summary>Tells when the bell's loop waits for the clock, which a test then moves.</summary>
    sealed class Waits : IDisposable
    {
        readonly SemaphoreSlim waiting = new(0);

        public void Watch(WebApplicationBuilder builder)
        {
            var inner = (TimeProvider)builder.Services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
            builder.Services.AddSingleton<TimeProvider>(new Watched(inner, waiting));
        }

        /// <summary>Lets the loop look once more.</summary>
        public async Task LookAsync(TestApp app, CancellationToken cancellationToken)
        {
            await waiting.WaitAsync(cancellationToken);
            app.Time.Advance(Bell.Pause);
        }

        public void Dispose() => waiting.Dispose();

        sealed class Watched(TimeProvider inner, SemaphoreSlim waiting) : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

            public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            {
                var timer = inner.CreateTimer(callback, state, dueTime, period);
                if (dueTime == Bell.Pause)
                    waiting.Release();
                return timer;
            }
        }
    }
}
