using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.PublicMap;

/// <summary>A crowd that looks at the same map is answered once.</summary>
public class MapAnswersTests
{
    const string Map = "/map/reports.json?zoom=9&bbox=100.2,14.0,100.9,14.8";

    [Fact]
    public async Task Whoever_asks_the_same_within_seconds_gets_the_very_answer_of_the_one_before()
    {
        // What is kept goes by the clock of the machine.
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton(TimeProvider.System));
        using var visitor = app.NewVisitor();

        var first = await AskAsync(visitor, Map);
        var second = await AskAsync(visitor, Map);
        // On a busy machine the seconds may be over before it is asked again.
        for (var times = 0; second.Headers.Age is null && times < 20; times++)
            second = await AskAsync(visitor, Map);

        Assert.Null(first.Headers.Age);
        Assert.NotNull(second.Headers.Age);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Lines(first), Lines(second));
        Assert.Contains(Lines(second), line => line.StartsWith("Content-Security-Policy:", StringComparison.Ordinal));
        Assert.DoesNotContain(Lines(second), line => line.StartsWith("Set-Cookie:", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(visitor, Map, known: first.Headers.ETag)).StatusCode);
        // Another language, another part, packed: other answers.
        Assert.Null((await AskAsync(visitor, Map + "&lang=en")).Headers.Age);
        Assert.Null((await AskAsync(visitor, Map.Replace("zoom=9", "zoom=10", StringComparison.Ordinal))).Headers.Age);
        var packed = await AskAsync(visitor, Map, encoding: "br");
        Assert.Equal((null, "br"), (packed.Headers.Age, Assert.Single(packed.Content.Headers.ContentEncoding)));
    }

    static async Task<HttpResponseMessage> AskAsync(Visitor visitor, string address, EntityTagHeaderValue? known = null, string? encoding = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
            message.Headers.IfNoneMatch.Add(known);
        if (encoding is not null)
            message.Headers.AcceptEncoding.ParseAdd(encoding);
        return await visitor.Client.SendAsync(message, TestContext.Current.CancellationToken);
    }

    /// <summary>The heads of an answer that do not say when it was given.</summary>
    static string[] Lines(HttpResponseMessage answer) =>
    [
        .. answer.Headers.Concat(answer.Content.Headers).Where(head => head.Key is not ("Age" or "Date" or "Transfer-Encoding" or "Content-Length"))
            .Select(head => $"{head.Key}: {string.Join(", ", head.Value)}").Order(StringComparer.Ordinal),
    ];
}
