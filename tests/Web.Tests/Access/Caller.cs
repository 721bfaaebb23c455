using System.Net;
using System.Text;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Access;

/// <summary>Somebody who tries every door.</summary>
/// <param name="Name">Heading of the column of <c>docs/security/access.md</c>.</param>
/// <param name="Browser">With what the person's cookies are.</param>
/// <param name="Token">What a form of this person carries against forgery.</param>
/// <param name="ApiKey">Of a partner's program; null for people.</param>
sealed record Caller(string Name, Visitor Browser, string Token, string? ApiKey = null)
{
    /// <param name="door">Where to.</param>
    /// <param name="address">Its address, filled.</param>
    /// <param name="withToken">Whether a form carries its token. Without it nothing is done: whoever gets as far as its check was let in.</param>
    public async Task<HttpResponseMessage> TryAsync(Door door, string address, bool withToken)
    {
        using var message = new HttpRequestMessage(new HttpMethod(door.Method), address);
        if (ApiKey is not null)
            message.Headers.Add("X-Api-Key", ApiKey);
        if (door.Method != "GET")
        {
            // As a script sends it, so that a form without a session is refused and not kept for after the sign-in.
            message.Headers.Add("Sec-Fetch-Mode", "cors");
            message.Content = Body(door.Route, withToken);
        }

        var answer = await Browser.Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        // Read to its end, unless it has none.
        if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
            await answer.Content.LoadIntoBufferAsync();
        return answer;
    }

    ByteArrayContent Body(string route, bool withToken) => route switch
    {
        "/api/v1/photos" => new ByteArrayContent([0]) { Headers = { ContentType = new("image/jpeg") } },
        _ when route.StartsWith("/api/", StringComparison.Ordinal) || route == "/report/here" => new StringContent("{}", Encoding.UTF8, "application/json"),
        _ => new FormUrlEncodedContent(withToken ? [new("__RequestVerificationToken", Token)] : []),
    };

    /// <summary>What the table calls this answer.</summary>
    public static string Judge(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.NotFound => "404",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed => "no",
        HttpStatusCode.Found or HttpStatusCode.SeeOther when answer.Headers.Location!.OriginalString.StartsWith("/officer/sign-in", StringComparison.Ordinal) => "no",
        _ => "yes",
    };
}
