using System.Net;
using System.Net.Http.Headers;

namespace Songthang.Web.Tests.Access;

/// <summary>Every door is opened over https by somebody who gets in, and every answer carries what protects its reader.</summary>
[Collection(nameof(Town))]
public sealed class EveryResponseTests(Town town) : IDisposable
{
    const string Host = "lights.example";
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    static readonly string[] Staff = ["/officer", "/crew"];
    // Papers on the screen, which lead back to a page with the way out.
    static readonly string[] Papers = ["/sheet", "/labels", "/completion-report", "/form", "/preview", "/monthly"];
    static readonly string[] Personal = ["/officer", "/crew", "/r/", "/follow/"];
    readonly HttpClient browser = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = town.App.Address };

    [Fact]
    public async Task Every_answer_carries_what_protects_its_reader()
    {
        var wrong = new List<string>();
        foreach (var door in town.Doors)
        {
            var caller = WhoGetsIn(door);
            using var answer = await OpenAsync(door.Method, town.AddressOf(door, caller), caller);
            var text = answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync(Now) : "";
            wrong.AddRange(Missing(door, answer, text).Select(lack => $"{door.Name} ({answer.StatusCode}): {lack}"));
        }

        using var style = await OpenAsync("GET", "/dist/site.css", town.Callers[0]);
        wrong.AddRange(Missing(town.Doors[0], style, "").Select(lack => $"/dist/site.css: {lack}"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    static IEnumerable<string> Missing(Door door, HttpResponseMessage answer, string page)
    {
        var embedded = door.Route == "/embed";
        var policy = One(answer, "Content-Security-Policy");
        foreach (var part in (string[])["default-src 'self'", "script-src 'self';", "style-src 'self';", "object-src 'none'", "base-uri 'self'", "form-action 'self'"])
            if (!policy.Contains(part, StringComparison.Ordinal))
                yield return $"the policy lacks {part}";
        if (policy.Contains("unsafe", StringComparison.Ordinal))
            yield return "the policy lets in what stands in the page";
        if (policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) == embedded)
            yield return "frames";
        if (One(answer, "X-Content-Type-Options") != "nosniff")
            yield return "nosniff";
        if (One(answer, "Strict-Transport-Security") != "max-age=31536000; includeSubDomains")
            yield return "HSTS";
        if (answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"))
            yield return "a banner";
        var isOwn = door.Route.StartsWith("/r/", StringComparison.Ordinal) || door.Route.StartsWith("/follow/", StringComparison.Ordinal);
        if (One(answer, "Referrer-Policy") != (isOwn ? "no-referrer" : "same-origin"))
            yield return "Referrer-Policy";
        if (Array.Exists(Personal, start => door.Route.StartsWith(start, StringComparison.Ordinal)) && answer.Headers.CacheControl?.NoStore != true)
            yield return "no-store";
        if (One(answer, "Access-Control-Allow-Credentials").Length > 0)
            yield return "cookies for other sites";
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            if (!IsSafe(cookie))
                yield return $"cookie {cookie}";
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            yield return "a mistake of ours";
        if (answer.Content.Headers.ContentLength > 0 && !IsNamed(answer.Content.Headers.ContentType))
            yield return $"the type {answer.Content.Headers.ContentType}";
        if (page.Length > 0 && answer.StatusCode == HttpStatusCode.OK && Array.Exists(Staff, start => door.Route.StartsWith(start, StringComparison.Ordinal))
            && door.Route != "/officer/sign-in" && !Array.Exists(Papers, end => door.Route.EndsWith(end, StringComparison.Ordinal)) && !page.Contains("/officer/sign-out\"", StringComparison.Ordinal))
            yield return "the way out";
    }

    /// <summary>Words say in which signs they are written; JSON is UTF-8 by its standard, and a style sheet takes the page's.</summary>
    static bool IsNamed(MediaTypeHeaderValue? type) => type is { MediaType: { } name }
        && (type.CharSet is not null || name == "text/css" || !(name.StartsWith("text/", StringComparison.Ordinal) || name.EndsWith("xml", StringComparison.Ordinal)));

    static bool IsSafe(string cookie) => cookie.StartsWith("__Host-", StringComparison.Ordinal)
        && ((string[])["; path=/;", "; secure", "; httponly", "; samesite="]).All(part => $"{cookie};".Contains(part, StringComparison.OrdinalIgnoreCase))
        && !cookie.Contains("; domain=", StringComparison.OrdinalIgnoreCase);

    static string One(HttpResponseMessage answer, string header) => answer.Headers.TryGetValues(header, out var values) ? values.Single() : "";

    Caller WhoGetsIn(Door door) => town.Callers.Single(caller => caller.Name == door.Route switch
    {
        _ when door.Route.StartsWith("/officer", StringComparison.Ordinal) => "administrator",
        _ when door.Route.StartsWith("/crew", StringComparison.Ordinal) => "crew",
        _ => "requester",
    });

    [Fact]
    public async Task Over_https_a_cookie_without_the_prefix_of_the_host_is_nobodys()
    {
        var officer = town.Callers.Single(caller => caller.Name == "officer");

        using var known = await OpenAsync("GET", "/officer/account", officer);
        using var unknown = await OpenAsync("GET", "/officer/account", officer, prefix: "");
        using var plain = await OpenAsync("GET", "/officer/account", officer, prefix: "", scheme: "http");

        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal(HttpStatusCode.Found, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_sent_back_what_was_sent()
    {
        using var answer = await OpenAsync("TRACE", "/", town.Callers.Single(caller => caller.Name == "officer"));

        Assert.DoesNotContain("__Host-session", await answer.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        Assert.NotEqual("message/http", answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>As a web server with TLS hands it on.</summary>
    async Task<HttpResponseMessage> OpenAsync(string method, string address, Caller caller, string prefix = "__Host-", string scheme = "https")
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), address);
        message.Headers.Host = Host;
        message.Headers.Add("X-Forwarded-Proto", scheme);
        message.Headers.Add("Cookie", string.Join("; ", caller.Browser.Cookies.GetCookies(town.App.Address).Select(cookie => $"{prefix}{cookie.Name}={cookie.Value}")));
        if (method == "POST")
            message.Content = new FormUrlEncodedContent([]);
        var answer = await browser.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, Now);
        if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
            await answer.Content.LoadIntoBufferAsync(Now);
        return answer;
    }

    public void Dispose() => browser.Dispose();
}
