using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Open311;

/// <summary>Somebody takes everything away while others write: nothing is missed, nothing comes twice but what changed.</summary>
public class HarvestTests
{
    const int Writers = 4, Each = 25;

    [Fact]
    public async Task Asking_for_what_changed_since_the_newest_change_seen_misses_nothing_and_repeats_nothing()
    {
        await using var app = await TestApp.StartAsync(settings: Client.Unhurried);
        using var client = new Client(app);
        var written = new ConcurrentDictionary<string, int>();
        var writing = WriteAsync(app, written);
        var seen = new List<(string Id, string Changed)>();
        var since = "2026-11-01T00:00:00.000+07:00";

        // Two rounds after the last write: the first may have begun before it.
        for (var quiet = 0; quiet < 2;)
        {
            if (writing.IsCompleted)
                quiet++;
            var found = await client.JsonAsync($"/open311/v2/requests.json?updated_after={Uri.EscapeDataString(since)}");
            foreach (var request in found.EnumerateArray())
                seen.Add((request.GetProperty("service_request_id").GetString()!, request.GetProperty("updated_datetime").GetString()!));
            if (seen is [.., var last])
                since = last.Changed;
        }

        await writing;
        Assert.Equal(written.Keys.Order(), seen.Select(one => one.Id).Distinct().Order());
        Assert.Equal(seen.Count, seen.Select(one => one.Changed).Distinct().Count());
        Assert.Equal(seen.Select(one => one.Changed).Order(StringComparer.Ordinal), seen.Select(one => one.Changed));
        Assert.All(seen.GroupBy(one => one.Id), same => Assert.InRange(same.Count(), 1, written[same.Key]));
        // The last that was seen of each is how it stands now.
        var now = await client.JsonAsync($"/open311/v2/requests.json?updated_after=2026-11-01");
        Assert.All(now.EnumerateArray(), one => Assert.Equal(one.GetProperty("updated_datetime").GetString(),
            seen.Last(known => known.Id == one.GetProperty("service_request_id").GetString()).Changed));
    }

    [Fact]
    public async Task Asking_for_the_updates_since_the_newest_one_seen_misses_none_and_repeats_none()
    {
        await using var app = await TestApp.StartAsync(settings: Client.Unhurried);
        using var client = new Client(app);
        var writing = WriteAsync(app, new());
        var seen = new List<string>();
        var since = "2026-11-01T00:00:00.000+07:00";

        for (var quiet = 0; quiet < 2;)
        {
            if (writing.IsCompleted)
                quiet++;
            foreach (var update in (await client.JsonAsync($"/open311/v2/servicerequestupdates.json?page_size=9&updated_after={Uri.EscapeDataString(since)}")).EnumerateArray())
            {
                quiet = 0;
                seen.Add(update.GetProperty("update_id").GetString()!);
                since = update.GetProperty("updated_datetime").GetString()!;
            }
        }

        await writing;
        var all = (await client.JsonAsync("/open311/v2/servicerequestupdates.json")).EnumerateArray().Select(update => update.GetProperty("update_id").GetString()!).ToList();
        Assert.True(all.Count > Writers * Each);
        Assert.Equal(all.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("page_size=7&status=open", false)]
    [InlineData("page_size=7&status=open", true)]
    [InlineData("page_size=7&updated_after=2026-11-01", false)]
    [InlineData("page_size=7", true)]
    public async Task Paging_while_others_write_gives_each_request_that_was_there_once(string arguments, bool followsLinks)
    {
        await using var app = await TestApp.StartAsync(settings: Client.Unhurried);
        using var client = new Client(app);
        var before = new List<ServiceRequest>();
        for (var i = 0; i < 40; i++)
            before.Add(await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 41)));
        var seen = new List<(string Id, string Changed)>();
        var address = $"/open311/v2/requests.json?{arguments}&page=1";

        for (var page = 1; address is not null; page++)
        {
            var (response, text) = await client.GetAsync(address);
            var found = JsonDocument.Parse(text).RootElement;
            foreach (var request in found.EnumerateArray())
                seen.Add((request.GetProperty("service_request_id").GetString()!, request.GetProperty("updated_datetime").GetString()!));
            // Between two pages one that was seen is closed, and a new one comes in.
            if (page <= 5)
            {
                await Given.LaterAsync(app, before[page - 1], it => it.Checked().Declined());
                await Given.ARequestAsync(app);
            }

            address = found.GetArrayLength() == 0 ? null
                : !followsLinks ? $"/open311/v2/requests.json?{arguments}&page={page + 1}"
                : response.Headers.TryGetValues("Link", out var links) ? new Uri(links.Single().Split('<', '>')[1]).PathAndQuery : null;
        }

        Assert.All(before, request => Assert.Contains(seen, one => one.Id == request.Reference));
        Assert.Equal(seen.Count, seen.Distinct().Count());
        if (!arguments.Contains("updated_after", StringComparison.Ordinal))
            Assert.Equal(seen.Count, seen.Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public async Task Changes_that_an_older_version_gave_one_moment_get_moments_of_their_own()
    {
        await using var app = await TestApp.StartAsync(settings: Client.Unhurried);
        using var client = new Client(app);
        var before = new List<string>();
        for (var i = 0; i < 7; i++)
            before.Add((await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 5))).Reference);
        await app.WithDbAsync(async db =>
        {
            // As that version left them, before the program is brought up to date.
            await db.ServiceRequests.ExecuteUpdateAsync(set => set.SetProperty(request => EF.Property<DateTime>(request, "PublicChangedAt"), TestApp.Monday.UtcDateTime.AddTicks(12_345)));
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%DistinctChanges'");
            await db.Database.MigrateAsync();
            return true;
        });
        var seen = new List<string>();

        for (var since = "2026-11-01"; since is not null;)
        {
            var found = (await client.JsonAsync($"/open311/v2/requests.json?page_size=2&updated_after={Uri.EscapeDataString(since)}")).EnumerateArray().ToList();
            seen.AddRange(found.Select(request => request.GetProperty("service_request_id").GetString()!));
            since = found is [.., var last] ? last.GetProperty("updated_datetime").GetString() : null;
        }

        Assert.Equal(before, seen);
        var later = await Given.ARequestAsync(app);
        Assert.Contains(later.Reference, (await client.JsonAsync("/open311/v2/requests.json?updated_after=2026-11-23T10:00:00.007%2B07:00")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_officers_or_the_requester_know_changes_nothing_for_harvesters()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 5).Checked());
        var before = (await client.JsonAsync($"/open311/v2/requests/{request.Reference}.json"))[0].GetRawText();

        await Given.LaterAsync(app, request, it => it.Noted("ในสำนักงาน").Called("โทรแล้ว").Then((r, at) => r.WriteToOfficers("เมื่อไร", [], at)));

        Assert.Equal(before, (await client.JsonAsync($"/open311/v2/requests/{request.Reference}.json"))[0].GetRawText());
        Assert.Empty((await client.JsonAsync("/open311/v2/requests.json?updated_after=2026-11-23T02:00:00Z")).EnumerateArray());
    }

    /// <summary>Writers who submit and change requests at the same moments, as fast as they can.</summary>
    static Task WriteAsync(TestApp app, ConcurrentDictionary<string, int> written) => Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
    {
        for (var i = 0; i < Each; i++)
        {
            var request = await Given.ARequestAsync(app);
            written[request.Reference] = 1;
            if (i % 3 == 0)
            {
                await Given.LaterAsync(app, request, it => it.Checked(i.ToString(CultureInfo.InvariantCulture)));
                written[request.Reference] = 2;
            }
        }
    })));
}
