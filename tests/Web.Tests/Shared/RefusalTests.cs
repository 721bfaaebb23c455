using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;
using Songthang.Web.Tests.Reporting;

namespace Songthang.Web.Tests.Shared;

public class RefusalTests
{
    [Fact]
    public async Task What_is_refused_stands_in_the_log_by_route_and_reason_and_tells_of_nobody()
    {
        var log = new ConcurrentQueue<string>();
        await using var app = await TestApp.StartAsync(
            settings: new() { ["Logging:LogLevel:Default"] = "Information", ["Songthang:RateLimits:Track:Permits"] = "1" },
            adjust: builder => builder.Logging.ClearProviders().AddProvider(new Remembering(log)));
        using var visitor = app.NewVisitor();

        // A form with mistakes, a file that is none, one from another site, too many tries.
        await ReportPage.SendAsync(visitor, [new FormFile("Photos.Files", "กานดา.jpg", TestPhotos.TextNamedJpg())], ("Form.Phone", "12"), ("Form.Name", "กานดา"));
        var key = FormKey.New();
        await visitor.PostAsync($"/uploads/{key}", [("__RequestVerificationToken", "made up")]);
        var track = await visitor.GetAsync("/track");
        await visitor.SubmitAsync(track, "main form", [("Reference", "69-00001-1"), ("Phone", "0812345678")]);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.SubmitAsync(track, "main form", [("Reference", "69-00001-1"), ("Phone", "0812345678")])).Status);

        // One that cannot even be read.
        using var unreadable = new StringContent("Reference=%00", Encoding.UTF8, "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Client.PostAsync("/reports/69-00001-1/follow", unreadable, TestContext.Current.CancellationToken)).StatusCode);

        var lines = log.ToList();
        Assert.Contains(lines, line => line.Contains("Refused with 400: POST reports/{reference}/follow", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("unhandled exception", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Refused with 422: POST report", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("A file is refused: photo.not-an-image", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Refused with 400: POST /uploads/{formKey", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Refused with 429: POST track", StringComparison.Ordinal));
        foreach (var mark in (string[])["กานดา", "0812345678", "69-00001", key, "127.0.0.1"])
            Assert.DoesNotContain(lines, line => line.Contains(mark, StringComparison.Ordinal) && !line.Contains("listening", StringComparison.Ordinal));
    }

    sealed class Remembering(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
