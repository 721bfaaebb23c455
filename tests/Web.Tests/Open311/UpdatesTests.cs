using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Open311;

public class UpdatesTests
{
    [Fact]
    public async Task What_happened_is_told_in_order_without_what_is_not_for_everyone()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 5).Opened().Checked().Accepted("ข้อความลับ").Noted("บันทึกลับ").After(hours: 1).Completed("เปลี่ยนหลอดแล้ว"));

        var json = await client.JsonAsync("/open311/v2/servicerequestupdates.json?start_date=2026-11-22T00:00:00Z&end_date=2026-11-23T03:00:00Z");
        var xml = await client.XmlAsync("/open311/v2/servicerequestupdates.xml");
        var later = await client.JsonAsync("/open311/v2/servicerequestupdates.json?start_date=2026-11-22T22:30:00Z");

        Assert.Equal(["open", "open", "open", "open", "closed"], json.EnumerateArray().Select(update => update.GetProperty("status").GetString()));
        var last = json[4];
        Assert.Equal(["update_id", "service_request_id", "status", "updated_datetime", "description", "external_status_code"], last.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("เปลี่ยนหลอดแล้ว", request.Reference, "2026-11-23T06:00:00+07:00"),
            (last.GetProperty("description").GetString(), last.GetProperty("service_request_id").GetString(), last.GetProperty("updated_datetime").GetString()));
        Assert.DoesNotContain("ลับ", json.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("service_request_updates", xml.Name.LocalName);
        Assert.Equal(5, xml.Elements("request_update").Count());
        Assert.Equal(5, xml.Elements("request_update").Select(update => update.Element("update_id")!.Value).Distinct().Count());
        Assert.Single(later.EnumerateArray());
    }

    [Fact]
    public async Task Updates_of_one_moment_are_paged_by_links_without_missing_or_repeating_one()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        // Four entries of each, all at the same moment.
        for (var i = 0; i < 3; i++)
            await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 5).Opened().Checked().Accepted());
        var whole = (await client.JsonAsync("/open311/v2/servicerequestupdates.json")).EnumerateArray().Select(Id).ToList();
        var seen = new List<string>();

        for (var next = "/open311/v2/servicerequestupdates.json?page_size=5"; next is not null;)
        {
            var (response, text) = await client.GetAsync(next);
            seen.AddRange(JsonDocument.Parse(text).RootElement.EnumerateArray().Select(Id));
            next = response.Headers.TryGetValues("Link", out var links) ? new Uri(links.Single().Split('<', '>')[1]).PathAndQuery : null;
            // What happens meanwhile is of the next question.
            app.Time.Advance(TimeSpan.FromSeconds(1));
            await Given.ARequestAsync(app);
        }

        Assert.Equal(12, whole.Count);
        Assert.Equal(whole, seen);
        static string Id(JsonElement update) => update.GetProperty("update_id").GetString()!;
    }

    [Fact]
    public async Task What_is_written_down_late_is_found_by_who_asks_for_what_is_new()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var late = await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 6).Checked());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 1).Checked());
        const string updates = "/open311/v2/servicerequestupdates.json?updated_after=";
        var first = (await client.JsonAsync(updates + "2026-11-01")).EnumerateArray().ToList();
        var since = first[^1].GetProperty("updated_datetime").GetString()!;

        // Accepted five hours ago, as its officer says; saved only now.
        await app.WithDbAsync(async db =>
        {
            var request = await db.FindRequestAsync(late.Reference, CancellationToken.None);
            request!.Accept("", Given.Officer, app.Time.GetUtcNow().UtcDateTime.AddHours(-5));
            return await db.SaveChangesAsync();
        });
        var (_, next) = await client.GetAsync($"{updates}{Uri.EscapeDataString(since)}&page_size=1");
        var then = JsonDocument.Parse(next).RootElement;
        var rest = await client.JsonAsync(updates + Uri.EscapeDataString(then[0].GetProperty("updated_datetime").GetString()!));
        var span = await client.JsonAsync($"{updates}2026-11-01&start_date=2026-11-23T08:00:00&end_date=2026-11-23T12:00:00");

        Assert.Equal(4, first.Count);
        Assert.Equal(first.Count, first.Select(one => one.GetProperty("updated_datetime").GetString()).Distinct().Count());
        Assert.Equal((late.Reference, "accepted"), (then[0].GetProperty("service_request_id").GetString(), then[0].GetProperty("external_status_code").GetString()));
        Assert.Empty(rest.EnumerateArray());
        // Both narrow: the late request happened before this span.
        Assert.DoesNotContain(late.Reference, span.GetRawText(), StringComparison.Ordinal);
        Assert.Empty((await client.JsonAsync($"{updates}2026-11-01&updated_before=2026-11-02")).EnumerateArray());
    }

    [Fact]
    public async Task What_happened_before_moments_were_kept_gets_them_in_the_order_of_its_times()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        for (var i = 3; i > 0; i--)
            await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: i).Opened().Checked().Accepted().Noted("บันทึก"));
        await app.WithDbAsync(async db =>
        {
            // As an older version left them, before the program is brought up to date.
            await db.Timeline.ExecuteUpdateAsync(set => set.SetProperty(entry => EF.Property<DateTime?>(entry, "PublicAt"), (DateTime?)null));
            await db.Database.ExecuteSqlAsync($"DELETE FROM work_sums");
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%OpenFiguresFilled'");
            await db.Database.MigrateAsync();
            return true;
        });
        var whole = (await client.JsonAsync("/open311/v2/servicerequestupdates.json")).EnumerateArray().Select(Id).ToList();
        var seen = new List<string>();

        for (var since = "2026-11-01"; since is not null;)
        {
            var found = (await client.JsonAsync($"/open311/v2/servicerequestupdates.json?page_size=2&updated_after={Uri.EscapeDataString(since)}")).EnumerateArray().ToList();
            seen.AddRange(found.Select(Id));
            since = found is [.., var last] ? last.GetProperty("updated_datetime").GetString() : null;
        }

        Assert.Equal(12, whole.Count);
        Assert.Equal(whole, seen);
        static string Id(JsonElement update) => update.GetProperty("update_id").GetString()!;
    }

    [Fact]
    public async Task A_partner_writes_on_its_own_request_as_the_requester_does_and_on_others_as_a_note()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        (_, client.Key) = await Client.KeyAsync(app);
        var own = await client.SendAsync();
        var other = await Given.ARequestAsync(app);

        for (var again = 0; again < 2; again++)
        {
            foreach (var id in new[] { own, other.Reference })
            {
                var (status, text) = await client.PostAsync("/open311/v2/servicerequestupdates.json",
                    ("service_request_id", id), ("update_id", "77"), ("description", "ยังดับอยู่"), ("status", "OPEN"), ("updated_datetime", "2026-11-23T10:00:00+07:00"));
                Assert.True(status == HttpStatusCode.OK, text);
                Assert.NotEqual("", JsonDocument.Parse(text).RootElement[0].GetProperty("update_id").GetString());
            }
        }

        var mine = await app.WithDbAsync(db => db.ReadRequestAsync(own, CancellationToken.None));
        var theirs = await app.WithDbAsync(db => db.ReadRequestAsync(other.Reference, CancellationToken.None));
        Assert.Equal("ยังดับอยู่", Assert.Single(mine!.Timeline, entry => entry.Kind == TimelineKind.RequesterWrote).Text);
        Assert.Equal("เทศบาลตัวอย่าง: ยังดับอยู่", Assert.Single(theirs!.Timeline, entry => entry.Kind == TimelineKind.NoteAdded).Text);
        Assert.Equal(ServiceRequestStatus.Submitted, theirs.Status);
    }

    [Fact]
    public async Task An_update_needs_its_own_right_a_request_and_words()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var request = await Given.ARequestAsync(app);
        async Task<HttpStatusCode> Try(string id, string words) =>
            (await client.PostAsync("/open311/v2/servicerequestupdates.xml", ("service_request_id", id), ("description", words))).Status;

        (_, client.Key) = await Client.KeyAsync(app, PartnerScopes.Open311Write);
        Assert.Equal(HttpStatusCode.Forbidden, await Try(request.Reference, "ดับ"));
        (_, client.Key) = await Client.KeyAsync(app, PartnerScopes.UpdatesWrite);
        Assert.Equal(HttpStatusCode.NotFound, await Try("69-99999-9", "ดับ"));
        Assert.Equal(HttpStatusCode.BadRequest, await Try("", "ดับ"));
        Assert.Equal(HttpStatusCode.BadRequest, await Try(request.Reference, " "));
    }
}
