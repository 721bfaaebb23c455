using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Shared;

/// <summary>A crowd that looks at the same is answered once.</summary>
public class KeptAnswersTests
{
    const string Map = "/map/reports.json?zoom=9&bbox=100.2,14.0,100.9,14.8";

    [Fact]
    public async Task Whoever_asks_the_same_within_seconds_gets_the_very_answer_of_the_one_before()
    {
        // What is kept goes by the clock of the machine.
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton(TimeProvider.System));
        using var visitor = app.NewVisitor();

        var first = await AskAsync(visitor, Map);
        var second = await KeptAsync(visitor, Map);

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

    [Fact]
    public async Task The_list_a_request_and_Open311_are_kept_for_everyone_but_those_who_get_an_answer_of_their_own()
    {
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton(TimeProvider.System));
        var request = await Given.ARequestAsync(app, it => it.Checked());
        using var visitor = app.NewVisitor();
        string[] doors = ["/reports", $"/reports/{request.Reference}", "/open311/v2/requests.json", "/open311/v2/requests.xml", "/open311/v2/requests"];

        foreach (var door in doors)
        {
            var kept = await KeptAsync(visitor, door);
            Assert.Contains(request.Reference.ToString(), await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains(Lines(kept), line => line.StartsWith("Content-Security-Policy:", StringComparison.Ordinal));
            Assert.Equal(door.StartsWith("/open311", StringComparison.Ordinal), kept.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.Null((await AskAsync(visitor, door + "?page=1", cookie: "flash=1")).Headers.Age);
            Assert.Null((await AskAsync(visitor, door + "?page=1", cookie: "session=1")).Headers.Age);
            Assert.Equal("br", Assert.Single((await AskAsync(visitor, door, encoding: "br")).Content.Headers.ContentEncoding));
        }

        var english = await AskAsync(visitor, "/reports", cookie: "lang=en");
        Assert.Contains("<html lang=\"en\">", await english.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var json = await AskAsync(visitor, "/open311/v2/requests", accept: "application/json");
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
        // What there is not, and every page that is somebody's own, is made anew.
        Assert.Null((await AskAsync(visitor, "/reports/69-99999-9")).Headers.Age);
        Assert.Null((await AskAsync(visitor, "/reports/69-99999-9")).Headers.Age);
        Assert.Null((await AskAsync(visitor, "/report")).Headers.Age);
        Assert.Null((await AskAsync(visitor, "/report")).Headers.Age);
    }

    /// <summary>On a busy machine the seconds may be over before it is asked again.</summary>
    static async Task<HttpResponseMessage> KeptAsync(Visitor visitor, string door)
    {
        var answer = await AskAsync(visitor, door);
        for (var times = 0; answer.Headers.Age is null && times < 20; times++)
            answer = await AskAsync(visitor, door);
        Assert.NotNull(answer.Headers.Age);
        return answer;
    }

    static async Task<HttpResponseMessage> AskAsync(Visitor visitor, string address, EntityTagHeaderValue? known = null, string? encoding = null, string? cookie = null, string? accept = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
            message.Headers.IfNoneMatch.Add(known);
        if (encoding is not null)
            message.Headers.AcceptEncoding.ParseAdd(encoding);
        if (cookie is not null)
            message.Headers.Add("Cookie", cookie);
        if (accept is not null)
            message.Headers.Accept.ParseAdd(accept);
        return await visitor.Client.SendAsync(message, TestContext.Current.CancellationToken);
    }

    /// <summary>The heads of an answer that do not say when it was given.</summary>
    static string[] Lines(HttpResponseMessage answer) =>
    [
        .. answer.Headers.Concat(answer.Content.Headers).Where(head => head.Key is not ("Age" or "Date" or "Transfer-Encoding" or "Content-Length"))
            .Select(head => $"{head.Key}: {string.Join(", ", head.Value)}").Order(StringComparer.Ordinal),
    ];
}
