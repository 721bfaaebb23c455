using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Songthang.Web.Tests.Photos;

namespace Songthang.Durability;

/// <summary>What a call of the API came to.</summary>
public sealed record Called(HttpStatusCode Status, string? MediaType, TimeSpan? RetryAfter, JsonElement Body)
{
    /// <summary>The code of a problem.</summary>
    public string? Code => Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>What a report was answered with.</summary>
    public Receipt Receipt => Body.Deserialize<Receipt>(JsonSerializerOptions.Web)!;
}

/// <summary>A partner's program.</summary>
public sealed class Caller(HttpClient http, string apiKey) : IDisposable
{
    /// <summary>One that calls the program itself.</summary>
    public static Caller Of(Uri address, string apiKey) => new(new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) }, apiKey);

    /// <summary>Hands a report in under an idempotency key.</summary>
    public Task<Called> ReportAsync(string key, string symptom = "ไฟดับ", string? email = null) => PostAsync("/api/v1/requests", key, JsonContent.Create(new
    {
        serviceCode = "lamp_out",
        symptom,
        tambonCode = "140101",
        road = "ถนนทดสอบ",
        name = "ทดสอบ ใจดี",
        phone = "0812345678",
        email,
        toldBy = email is null ? "own-page" : "email",
    }));

    /// <summary>Hands a photo in.</summary>
    public Task<Called> PhotoAsync(string key)
    {
        var picture = new ByteArrayContent(TestPhotos.Jpeg(320, 240));
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return PostAsync("/api/v1/photos", key, picture);
    }

    /// <summary>Reads a page or a list.</summary>
    public async Task<(HttpStatusCode Status, TimeSpan? RetryAfter, string Text)> GetAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return (answer.StatusCode, answer.Headers.RetryAfter?.Delta, await answer.Content.ReadAsStringAsync());
    }

    async Task<Called> PostAsync(string path, string key, HttpContent content)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        message.Headers.Add("Idempotency-Key", key);
        message.Headers.Add("X-Api-Key", apiKey);
        using var answer = await http.SendAsync(message);
        return new(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.RetryAfter?.Delta,
            await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public void Dispose() => http.Dispose();
}
