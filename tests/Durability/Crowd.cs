using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Songthang.Web.Tests.Photos;

namespace Songthang.Durability;

/// <summary>One report of one client.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="HasPhoto">Whether a photo belongs to it.</param>
/// <param name="WantsMail">Whether its requester is told by mail.</param>
public sealed record Sent(string Key, bool HasPhoto, bool WantsMail)
{
    /// <summary>The photo's id, once it was acknowledged.</summary>
    public string? Photo { get; set; }

    /// <summary>The reference and own page that it was answered with; null while it was not.</summary>
    public Receipt? Receipt { get; set; }
}

/// <summary>What a report is answered with.</summary>
public sealed record Receipt(string Reference, string OwnPage);

/// <summary>Clients that submit one report after the other until the program is gone.</summary>
public sealed class Crowd(Uri address, string apiKey) : IDisposable
{
    /// <summary>How many there are.</summary>
    public const int Clients = 16;

    static readonly byte[] Photo = TestPhotos.Jpeg(320, 240);

    readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };

    /// <summary>Everything that was sent, in doubt or acknowledged.</summary>
    public ConcurrentQueue<Sent> All { get; } = [];

    /// <summary>Sends until the line breaks; <paramref name="enough"/> is told of each acknowledgement.</summary>
    public Task RunAsync(Action enough) => Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
    {
        for (var number = client; ; number++)
        {
            var sent = new Sent(Guid.NewGuid().ToString("N"), number % 4 == 0, number % 2 == 0);
            All.Enqueue(sent);
            try
            {
                await SendAsync(sent);
            }
            catch (Exception gone) when (gone is HttpRequestException { StatusCode: null } or IOException)
            {
                return; // The program was ended: what became of this one is in doubt.
            }

            enough();
        }
    })));

    /// <summary>Sends until <paramref name="enough"/> is cancelled, each report again and again until it is acknowledged.</summary>
    public Task InsistAsync(Action acknowledged, CancellationToken enough) => Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
    {
        for (var number = client; !enough.IsCancellationRequested; number++)
        {
            var sent = new Sent(Guid.NewGuid().ToString("N"), number % 4 == 0, number % 2 == 0);
            All.Enqueue(sent);
            await UntilTakenAsync(sent);
            acknowledged();
        }
    })));

    /// <summary>Sends a report again and again while it is told to come later.</summary>
    public async Task UntilTakenAsync(Sent sent)
    {
        while (!await IsTakenAsync(sent))
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
    }

    async Task<bool> IsTakenAsync(Sent sent)
    {
        try
        {
            await SendAsync(sent);
            return true;
        }
        catch (HttpRequestException later) when (later.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            return false;
        }
    }

    /// <summary>Sends a report, the first time or again; what it was answered with before, it must be answered with now.</summary>
    public async Task SendAsync(Sent sent)
    {
        if (sent is { HasPhoto: true, Photo: null })
        {
            using var picture = new ByteArrayContent(Photo);
            picture.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            sent.Photo = (await PostAsync<PhotoReceived>("/api/v1/photos", sent.Key, picture)).Id;
        }

        var receipt = await PostAsync<Receipt>("/api/v1/requests", sent.Key, JsonContent.Create(new
        {
            serviceCode = "lamp_out",
            symptom = $"ไฟดับ {sent.Key}",
            tambonCode = "140101",
            road = "ถนนทดสอบ",
            name = "ทดสอบ ใจดี",
            phone = "0812345678",
            email = sent.WantsMail ? "citizen@example.org" : null,
            toldBy = sent.WantsMail ? "email" : "own-page",
            photoIds = sent.Photo is null ? null : new[] { sent.Photo },
        }));
        Assert.Equal(sent.Receipt ?? receipt, receipt);
        sent.Receipt = receipt;
    }

    /// <exception cref="HttpRequestException">The line broke, or with its status: to be tried again later.</exception>
    async Task<T> PostAsync<T>(string path, string key, HttpContent content)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        message.Headers.Add("Idempotency-Key", key);
        message.Headers.Add("X-Api-Key", apiKey);
        using var answer = await http.SendAsync(message);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.NotNull(answer.Headers.RetryAfter);
            throw new HttpRequestException($"{path} is to be tried again later.", null, answer.StatusCode);
        }

        if (answer.StatusCode != HttpStatusCode.Created)
            Assert.Fail($"{path} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    public void Dispose() => http.Dispose();

    sealed record PhotoReceived(string Id);
}
