using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.ApiKeys;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Open311;

/// <summary>A program that speaks Open311 and knows nothing of ours.</summary>
sealed class Client(TestApp app) : IDisposable
{
    public static Dictionary<string, string?> Unhurried { get; } = new() { ["Songthang:RateLimits:Harvest:Permits"] = "1000000" };

    public HttpClient Http { get; } = new() { BaseAddress = app.Address };

    public string Key { get; set; } = "";

    /// <summary>Makes a key that may do this.</summary>
    public static async Task<(int Id, string Key)> KeyAsync(
        TestApp app, PartnerScopes scopes = PartnerScopes.Open311Write | PartnerScopes.UpdatesWrite, int perMinute = 1000, int perDay = 10_000, string partner = "เทศบาลตัวอย่าง") =>
        await app.WithAsync<CreateApiKey, (int, string)>(create => create.RunAsync(
            new KeyLimits(partner, "", scopes, perMinute, perDay), Actor.Officer(1, "ผู้ดูแล"), app.Time.GetUtcNow().UtcDateTime, CancellationToken.None));

    public async Task<(HttpResponseMessage Response, string Text)> GetAsync(string address, string? accept = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null)
            message.Headers.TryAddWithoutValidation("Accept", accept);
        var response = await Http.SendAsync(message);
        return (response, await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> JsonAsync(string address)
    {
        var (response, text) = await GetAsync(address);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}: {text}");
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        return JsonDocument.Parse(text).RootElement;
    }

    public async Task<XElement> XmlAsync(string address)
    {
        var (response, text) = await GetAsync(address);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}: {text}");
        Assert.Equal("text/xml; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", text, StringComparison.Ordinal);
        return XDocument.Parse(text).Root!;
    }

    public async Task<(HttpStatusCode Status, string Text)> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var all = fields.AsEnumerable();
        if (Key.Length > 0)
            all = all.Append(("api_key", Key));
        using var content = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        var response = await Http.PostAsync(address, content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Hands a request in and returns its id.</summary>
    public async Task<string> SendAsync(params (string Name, string Value)[] fields)
    {
        var (status, text) = await PostAsync("/open311/v2/requests.json",
            [("service_code", "lamp_out"), ("lat", "14.352123"), ("long", "100.561987"), .. fields]);
        Assert.True(status == HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement[0].GetProperty("service_request_id").GetString()!;
    }

    public static DateTimeOffset Time(JsonElement request, string field) =>
        DateTimeOffset.Parse(request.GetProperty(field).GetString()!, CultureInfo.InvariantCulture);

    public void Dispose() => Http.Dispose();
}
