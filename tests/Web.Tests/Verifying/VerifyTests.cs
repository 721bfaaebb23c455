using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Features.Verifying;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Verifying;

public sealed class VerifyTests : IAsyncLifetime
{
    const string Address = "/officer/settings/verify";

    TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        for (var i = 0; i < 3; i++)
            await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 9).Opened().Checked("ไฟดับ").Accepted("จะเข้าซ่อม").After(days: 2).Started().Completed());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_was_written_by_the_program_is_whole()
    {
        var proof = await ProveAsync();

        Assert.Equal((3, 18), (proof.Requests, proof.Entries));
        Assert.Empty(proof.Broken);
    }

    [Theory]
    [InlineData("number = 40")]
    [InlineData("kind = 'Withdrawn'")]
    [InlineData("kind = 'Nonsense'")]
    [InlineData("kind = 'accepted'")]
    [InlineData("actor_kind = 'System'")]
    [InlineData("actor_kind = ''")]
    [InlineData("actor_officer_id = 2")]
    [InlineData("actor_officer_id = NULL")]
    [InlineData("actor_name = actor_name || ' '")]
    [InlineData("audience = 'Public'")]
    [InlineData("audience = 'Nobody'")]
    [InlineData("text = text || ' '")]
    [InlineData("text = ''")]
    [InlineData("text = '', salt = ''")]
    [InlineData("text = '', salt = '', text_digest = ''")]
    [InlineData("salt = 'x'")]
    [InlineData("text_digest = ''")]
    [InlineData("text_digest = substr(text_digest, 2) || substr(text_digest, 1, 1)")]
    [InlineData("detail = 'x'")]
    [InlineData("\"from\" = 'Accepted'")]
    [InlineData("\"to\" = 'Submitted'")]
    [InlineData("\"to\" = '9'")]
    [InlineData("hash = substr(hash, 2) || substr(hash, 1, 1)")]
    public async Task One_changed_byte_in_any_column_is_found_and_located(string change)
    {
        await TamperAsync($"UPDATE timeline_entries SET {change} WHERE id = (SELECT id FROM timeline_entries WHERE service_request_id = 2 AND kind = 'Accepted')");

        Assert.Equal([new BrokenTimeline(await ReferenceAsync(2), 4)], (await ProveAsync()).Broken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(86_400_000)]
    public async Task A_changed_time_is_found_to_the_millisecond(int milliseconds)
    {
        await app.WithDbAsync(async db =>
        {
            var at = await db.Timeline.Where(entry => entry.ServiceRequestId == 2 && entry.Number == 4).Select(entry => entry.At).SingleAsync();
            return await db.Timeline.Where(entry => entry.ServiceRequestId == 2 && entry.Number == 4)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.At, at.AddMilliseconds(milliseconds)));
        });

        Assert.Equal([new BrokenTimeline(await ReferenceAsync(2), 4)], (await ProveAsync()).Broken);
    }

    [Fact]
    public async Task A_time_that_is_none_is_found_too()
    {
        // PostgreSQL stores no such thing, but something beyond every calendar.
        await TamperAsync(TestDatabase.IsPostgres
            ? "UPDATE timeline_entries SET at = 'infinity' WHERE service_request_id = 2 AND number = 4"
            : "UPDATE timeline_entries SET at = 'x' || at WHERE service_request_id = 2 AND number = 4");

        Assert.Equal([new BrokenTimeline(await ReferenceAsync(2), 4)], (await ProveAsync()).Broken);
    }

    [Theory]
    [InlineData("DELETE FROM timeline_entries WHERE service_request_id = 2 AND number = 1", 1)]
    [InlineData("DELETE FROM timeline_entries WHERE service_request_id = 2 AND number = 3", 3)]
    [InlineData("DELETE FROM timeline_entries WHERE service_request_id = 2 AND number = 6", 6)]
    [InlineData("DELETE FROM timeline_entries WHERE service_request_id = 2 AND number > 3", 4)]
    [InlineData("DELETE FROM timeline_entries WHERE service_request_id = 2", 1)]
    public async Task A_removed_entry_is_missed_also_the_newest(string tampering, int number)
    {
        await TamperAsync($"DELETE FROM outbox_messages; {tampering}");

        Assert.Equal([new BrokenTimeline(await ReferenceAsync(2), number)], (await ProveAsync()).Broken);
    }

    [Fact]
    public async Task An_entry_moved_to_another_request_is_missed_in_one_and_too_many_in_the_other()
    {
        await TamperAsync("UPDATE timeline_entries SET service_request_id = 3, number = 7 WHERE service_request_id = 2 AND number = 6");

        Assert.Equal([new BrokenTimeline(await ReferenceAsync(2), 6), new BrokenTimeline(await ReferenceAsync(3), 7)], (await ProveAsync()).Broken);
    }

    [Fact]
    public async Task The_director_has_everything_verified_and_reads_where_it_is_broken()
    {
        using var director = await app.SignInAsync(OfficerRole.Director);
        Assert.True((await director.GetAsync(Address)).Has(".empty"));

        var whole = await VerifyAsync(director);
        Assert.Contains("ถูกต้องครบถ้วน", whole.TextOf("#result"), StringComparison.Ordinal);
        Assert.Contains("จำนวนรายการในประวัติ 18", whole.TextOf("#result"), StringComparison.Ordinal);
        await TamperAsync("UPDATE timeline_entries SET text = 'x' WHERE service_request_id = 3 AND number = 6");
        var broken = await VerifyAsync(director);

        Assert.Contains($"{await ReferenceAsync(3)} รายการที่ 6", broken.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(2, await app.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.TimelinesVerified)));
    }

    [Fact]
    public async Task Nobody_starts_a_second_proof_beside_one_that_is_going_on()
    {
        var now = app.Time.GetUtcNow().UtcDateTime;
        await app.WithDbAsync(db =>
        {
            db.Add(new Verification { StartedAt = now, UpdatedAt = now, Total = 10, Requests = 4 });
            return db.SaveChangesAsync();
        });
        using var director = await app.SignInAsync(OfficerRole.Director);

        var page = await director.GetAsync(Address);
        Assert.Contains("4 จาก 10 เรื่อง", page.Words, StringComparison.Ordinal);
        Assert.True(page.Has("[data-refresh=true]"));
        Assert.False(page.Has("#start"));
        Assert.False(await app.WithAsync((StartVerification start) => start.RunAsync(Given.Officer, now, CancellationToken.None)));
        // It has died with its program.
        app.Time.Advance(Verification.LongestSilence);
        Assert.Contains("หยุดไปก่อนเสร็จ", (await director.GetAsync(Address)).Words, StringComparison.Ordinal);
        Assert.True(await app.WithAsync((StartVerification start) => start.RunAsync(Given.Officer, now + Verification.LongestSilence, CancellationToken.None)));
    }

    [Fact]
    public async Task An_officer_may_not_start_a_proof()
    {
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(Address)).Status);
    }

    /// <summary>Presses the button and looks until it is done.</summary>
    static async Task<Page> VerifyAsync(Visitor director)
    {
        var page = await director.FollowAsync(await director.SubmitAsync(await director.GetAsync(Address), "#start"));
        var patience = Stopwatch.StartNew();
        while (page.Has("[data-refresh=true]") && patience.Elapsed < TimeSpan.FromSeconds(30))
            page = await director.GetAsync(Address);
        return page;
    }

    Task<int> TamperAsync(string sql) => app.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    Task<string> ReferenceAsync(long id) => app.WithDbAsync(db => db.ServiceRequests.Where(request => request.Id == id).Select(request => request.Reference).SingleAsync());

    Task<TimelineProof> ProveAsync() => app.WithAsync<VerifyTimelines, TimelineProof>(verify => verify.RunAsync(null, CancellationToken.None));
}
