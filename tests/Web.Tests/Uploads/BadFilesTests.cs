using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Settings;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Tests.Access;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Settings;
using Songthang.Web.Tests.WorkOrders;

namespace Songthang.Web.Tests.Uploads;

/// <summary>The same bad files go through every door that takes pictures, and nothing of them is kept but pixels.</summary>
[Collection(nameof(Town))]
public sealed class BadFilesTests(Town town)
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    TestApp App => town.App;

    /// <summary>Sends a file in; answers with the status.</summary>
    delegate Task<int> Way(BadFile file);

    [Fact]
    public async Task By_whatever_door_a_bad_file_comes_only_its_pixels_are_kept()
    {
        var store = App.Services.GetRequiredService<PhotoStore>();
        var wrong = new List<string>();
        var ways = await WaysAsync();
        foreach (var (door, way) in ways)
        {
            foreach (var file in BadFile.All)
            {
                var before = await KeysAsync();
                var status = await way(file);
                var kept = (await KeysAsync()).Except(before).ToList();
                if (status >= 500)
                    wrong.Add($"{door} answers {status} to {file.Name}");
                if (kept.Count != (file.IsTaken ? 1 : 0))
                    wrong.Add($"{door} keeps {kept.Count} of {file.Name} ({status})");
                foreach (var key in kept)
                    wrong.AddRange(await FaultsAsync(store, key, $"{door}, {file.Name}"));
            }
        }

        Assert.True(ways.Count >= 12);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_bomb_is_refused_by_its_header_before_anybody_decodes_it()
    {
        var bomb = BadFile.Bomb();
        Assert.InRange(bomb.Length, 1, 150_000);
        using var workshop = new PhotoWorkshop();

        // The header alone says that; of what it would decode to nothing is ever made.
        var refusal = await Assert.ThrowsAsync<Domain.RuleBroken>(() => workshop.PrepareAsync(new MemoryStream(bomb), Stop));

        Assert.Equal("photo.too-many-pixels", refusal.Code);
        Assert.Contains("30,000 × 30,000", refusal.Sentence.English, StringComparison.Ordinal);
    }

    /// <summary>Everything that takes pictures; a new door is one line more, and the route table says when one is missing.</summary>
    async Task<Dictionary<string, Way>> WaysAsync()
    {
        var asked = await Given.ARequestAsync(App, it => it.Checked().Asked());
        var done = await Given.ARequestAsync(App, it => it.SubmittedAgo(days: 3).Accepted().Started().Completed());
        var open = await Given.ARequestAsync(App, it => it.Checked().Accepted().Started());
        var ordered = await Given.ARequestAsync(App, it => it.Accepted());
        var order = (await Lorry.OrderAsync(App, [ordered])).Slug;
        var code = await App.WithDbAsync(db => db.Poles.Select(pole => pole.Code).FirstAsync(Stop));
        var (citizen, officer, crew, administrator) = (Who("anonymous"), Who("officer"), Who("crew"), Who("administrator"));
        var ways = new Dictionary<string, Way>(StringComparer.Ordinal)
        {
            ["/uploads"] = ByScriptAsync,
            ["open311 multipart"] = file => Open311Async(file, isText: false),
            ["open311 base64"] = file => Open311Async(file, isText: true),
            ["/api/v1/photos"] = ApiAsync,
        };
        (Visitor, string)[] pages =
        [
            (citizen, "/report"), (citizen, $"/r/{asked.Secret}/answer"), (citizen, $"/r/{open.Secret}/message"), (citizen, $"/r/{done.Secret}/reopen"),
            (officer, $"/officer/requests/{open.Reference}/write"), (officer, $"/officer/requests/{open.Reference}/complete"),
            (officer, $"/officer/work-orders/{order}/complete"), (officer, $"/officer/poles/{code}/photos"),
            (crew, $"/crew/{order}/{ordered.Reference}/done"), (crew, $"/crew/{order}/{ordered.Reference}/not-done"),
            (administrator, "/officer/settings/agency/logo"),
        ];
        foreach (var (visitor, address) in pages)
            ways[address] = file => ByFormAsync(visitor, address, file);
        return ways;
    }

    Visitor Who(string name) => town.Callers.Single(caller => caller.Name == name).Browser;

    /// <summary>As a browser without scripts adds a photo to a form that is not sent yet.</summary>
    static async Task<int> ByFormAsync(Visitor visitor, string address, BadFile file)
    {
        var page = await visitor.OpenAsync(address);
        var field = page.Html.QuerySelector("main input[type=file][accept*=image]") ?? throw new InvalidOperationException($"No field for photos on {address}: {page.Words}");
        var name = field.GetAttribute("name")!;
        field.Closest("form")!.SetAttribute("data-here", "");
        var attach = page.Html.QuerySelector($"button[name='{name.Replace("Files", "Attach", StringComparison.Ordinal)}']");
        var answer = await visitor.SubmitAsync(page, "form[data-here]", files: [new(name, file.Name, file.Content)],
            submitter: attach is null ? null : $"button[name='{attach.GetAttribute("name")}']");
        return (int)answer.Status;
    }

    async Task<int> ByScriptAsync(BadFile file)
    {
        var citizen = Who("anonymous");
        var page = await citizen.GetAsync("/report");
        var token = page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return (int)(await citizen.PostAsync($"/uploads/{FormKey.New()}", [("__RequestVerificationToken", token)], [new("photo", file.Name, file.Content)])).Status;
    }

    async Task<int> Open311Async(BadFile file, bool isText)
    {
        List<(string, string)> fields =
        [
            ("api_key", Key), ("service_code", "lamp_out"), ("lat", "14.3521"), ("long", "100.5619"), ("description", $"{file.Name} {isText}"),
        ];
        if (isText)
            fields.Add(("media", Convert.ToBase64String(file.Content)));
        return (int)(await Who("anonymous").PostAsync("/open311/v2/requests.json", fields, isText ? null : [new("media", file.Name, file.Content)])).Status;
    }

    async Task<int> ApiAsync(BadFile file)
    {
        using var content = new ByteArrayContent(file.Content) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/photos") { Content = content };
        message.Headers.Add("X-Api-Key", Key);
        message.Headers.Add("Idempotency-Key", FormKey.New());
        using var answer = await Who("anonymous").Client.SendAsync(message, Stop);
        // Whatever is refused, is refused in words.
        if (!answer.IsSuccessStatusCode)
            Assert.NotEmpty((await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(Stop), cancellationToken: Stop)).RootElement.GetProperty("code").GetString()!);
        return (int)answer.StatusCode;
    }

    string Key => town.Callers.Single(caller => caller.Name == "partner").ApiKey!;

    /// <summary>All that is kept: waiting for a form, with a request, with a pole, as an emblem.</summary>
    async Task<HashSet<string>> KeysAsync()
    {
        var keys = await App.WithDbAsync(async db => (await db.Uploads.Select(it => it.Key).ToListAsync(Stop))
            .Concat(await db.Photos.Select(it => it.Key).ToListAsync(Stop)).Concat(await db.PolePhotos.Select(it => it.Key).ToListAsync(Stop)).ToHashSet(StringComparer.Ordinal));
        keys.UnionWith(new[] { App.Current(Topics.Agency).Logo, App.Current(Topics.Papers).Garuda }.Where(key => key.Length > 0));
        return keys;
    }

    static async Task<List<string>> FaultsAsync(PhotoStore store, string key, string what)
    {
        var faults = new List<string>();
        foreach (var stream in (Stream?[])[store.OpenFull(key), store.OpenThumb(key)])
        {
            using var bytes = new MemoryStream();
            await using (stream)
                await stream!.CopyToAsync(bytes, Stop);
            var (photo, text) = (bytes.ToArray(), Encoding.Latin1.GetString(bytes.ToArray()));
            faults.AddRange(BadFile.Marks.Where(mark => text.Contains(mark, StringComparison.Ordinal)).Select(mark => $"{what} keeps {mark}"));
            // One picture from its first byte to its last: inside the coded pixels these pairs cannot occur.
            if (!text.StartsWith("\u00ff\u00d8\u00ff", StringComparison.Ordinal) || !photo.AsSpan().EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9])
                || text.IndexOf("\u00ff\u00d8", 2, StringComparison.Ordinal) >= 0 || text.IndexOf("\u00ff\u00d9", StringComparison.Ordinal) != photo.Length - 2)
                faults.Add($"{what} is more than one picture");
        }

        return faults;
    }
}
