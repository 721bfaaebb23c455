using System.Net;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.House;

public sealed class HealthTests : IAsyncLifetime
{
    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Whoever_watches_is_answered_without_an_account(string address)
    {
        using var watcher = app.NewVisitor();
        var answer = await watcher.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.Status, answer.Text.Split('\n')[0]));
    }

    [Fact]
    public async Task Behind_a_web_server_with_TLS_browsers_are_told_to_stay_with_it()
    {
        using var visitor = app.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        visitor.Client.DefaultRequestHeaders.Host = "report.example.org";
        var home = await visitor.GetAsync("/");

        Assert.True(home.Response.Headers.Contains("Strict-Transport-Security"));
        Assert.Contains("upgrade-insecure-requests", string.Join(';', home.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
