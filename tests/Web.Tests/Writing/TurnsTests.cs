using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Reporting;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Writing;

public class TurnsTests
{
    const int Clients = 16;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sixteen_who_send_at_once_are_all_kept_and_one_that_fails_fails_alone()
    {
        await using var app = await TestApp.StartAsync();
        // A photo that nobody uploaded is found missing after a number was taken.
        var (sent, before) = await SendAtOnceAsync(app, [.. Enumerable.Range(0, Clients), 100], [100]);

        var answered = sent.Where(one => one.Reference is not null).ToList();
        Assert.Equal(Clients, answered.Count);
        Assert.Equal("photo.gone", Assert.IsType<RuleBroken>(Assert.Single(sent, one => one.Reference is null).Problem).Code);
        var kept = await app.WithDbAsync(db => db.ServiceRequests.AsNoTracking().Select(request => request.Reference).ToListAsync(Stop));
        Assert.Equal(answered.Select(one => one.Reference!).Order(), kept.Order());
        // The number that the failed one had taken was given back: there is no gap.
        Assert.Equal(Enumerable.Range(1, Clients), kept.Select(reference => Domain.ServiceRequests.Reference.TryParse(reference, out var it) ? it.Number : 0).Order());
        Assert.Equal(Clients, await app.WithDbAsync(db => db.Timeline.CountAsync(entry => entry.Kind == TimelineKind.Submitted, Stop)));
        if (!TestDatabase.IsPostgres)
        {
            var writer = app.Services.GetRequiredService<SqliteWriter>();
            // The one who held the turn, all sixteen and the one that failed: one wait for the disk.
            Assert.Equal((Clients + 2, 1), (writer.Turns - before.Turns, writer.Groups - before.Groups));
        }
    }

    [Fact]
    public async Task The_same_form_sent_sixteen_times_at_once_is_one_request()
    {
        await using var app = await TestApp.StartAsync();

        var (sent, _) = await SendAtOnceAsync(app, [.. Enumerable.Repeat(7, Clients)], []);

        Assert.Equal((1, 1), (sent.Select(one => one.Reference).Distinct(StringComparer.Ordinal).Count(), await app.WithDbAsync(db => db.ServiceRequests.CountAsync(Stop))));
    }

    [Fact]
    public async Task Whoever_stops_waiting_for_a_turn_is_in_nobodys_way()
    {
        await using var app = await TestApp.StartAsync();
        using var impatient = new CancellationTokenSource();
        await app.WithDbAsync(async holder =>
        {
            await using var turn = await holder.BeginAsync(Stop);
            var waits = TestDatabase.IsPostgres ? Task.FromCanceled<int>(new(canceled: true)) : SaveOneAsync(app, "gone", impatient.Token);
            await UntilWaitingAsync(app, 1);
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
            return 0;
        });

        Assert.Equal(1, await SaveOneAsync(app, "stays", Stop));
        Assert.Equal(["stays"], await app.WithDbAsync(db => db.AnsweredSubmissions.Select(one => one.FormKey).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Long_work_shares_its_commit_with_nobody()
    {
        await using var app = await TestApp.StartAsync();
        if (TestDatabase.IsPostgres)
            return; // Everybody has a transaction there.
        var writer = app.Services.GetRequiredService<SqliteWriter>();
        var before = writer.Groups;
        Task<int>[] others = [];
        await app.WithDbAsync(async db =>
        {
            await using var turn = await db.BeginLongAsync(Stop);
            others = [SaveOneAsync(app, "a", Stop), SaveOneAsync(app, "b", Stop)];
            await UntilWaitingAsync(app, 2);
            await turn.CommitAsync(Stop);
            return 0;
        });
        await Task.WhenAll(others);

        Assert.Equal(2, writer.Groups - before);
    }

    [Fact]
    public async Task What_the_disk_refuses_is_told_to_everybody_who_wrote_together()
    {
        await using var app = await TestApp.StartAsync();
        if (TestDatabase.IsPostgres)
            return; // Everybody has a transaction there.
        var (saved, failed) = (Task.FromResult(0), Task.FromResult(0));
        var held = app.WithDbAsync(async db =>
        {
            await using var turn = await db.BeginAsync(Stop);
            saved = SaveOneAsync(app, "before", Stop);
            await UntilWaitingAsync(app, 1);
            failed = app.WithDbAsync(async other =>
            {
                await using var its = await other.BeginAsync(Stop);
                // What SQLite does by itself when a disk is full.
                await other.Database.ExecuteSqlRawAsync("ROLLBACK", Stop);
                return 1;
            });
            await UntilWaitingAsync(app, 2);
            await turn.CommitAsync(Stop);
            return 0;
        });

        await Assert.ThrowsAsync<DbUpdateException>(() => held);
        await Assert.ThrowsAsync<DbUpdateException>(() => saved);
        await Assert.ThrowsAsync<DbUpdateException>(() => failed);
        Assert.Equal(1, await SaveOneAsync(app, "after", Stop));
        Assert.Equal(["after"], await app.WithDbAsync(db => db.AnsweredSubmissions.Select(one => one.FormKey).ToListAsync(Stop)));
    }

    /// <summary>Lets all of them wait for the one who holds the turn.</summary>
    static async Task<(List<Sent> Sent, (long Turns, long Groups) Before)> SendAtOnceAsync(TestApp app, int[] forms, int[] withoutPhoto)
    {
        var before = TestDatabase.IsPostgres ? default : (app.Services.GetRequiredService<SqliteWriter>().Turns, app.Services.GetRequiredService<SqliteWriter>().Groups);
        Task<Sent>[] sending = [];
        await app.WithDbAsync(async holder =>
        {
            await using var turn = await holder.BeginAsync(Stop);
            holder.AnsweredSubmissions.Add(new AnsweredSubmission { FormKey = "holder", At = app.Time.GetUtcNow().UtcDateTime });
            await holder.SaveChangesAsync(Stop);
            sending = Array.ConvertAll(forms, form => SendAsync(app, form, withoutPhoto.Contains(form)));
            await UntilWaitingAsync(app, forms.Length);
            await turn.CommitAsync(Stop);
            return 0;
        });
        return ([.. await Task.WhenAll(sending)], before);
    }

    static async Task<Sent> SendAsync(TestApp app, int form, bool withoutPhoto)
    {
        var report = new NewReport(
            $"{form:x32}", "", "lamp_out", $"ไฟดับดวงที่ {form}", null, new Place("140101", "ถนนทดสอบ", "", "", "", null, null),
            new Requester("ทดสอบ ใจดี", "0812345678", "", ToldBy.OwnPage, "th"), IntakeChannel.Web, withoutPhoto ? [new string('0', 32)] : []);
        try
        {
            var received = await app.WithAsync<SubmitServiceRequest, ReportReceived>(
                submit => submit.RunAsync(report, Actor.Requester, app.Time.GetUtcNow().UtcDateTime, Stop));
            return new(received.Reference, null);
        }
        catch (RuleBroken problem)
        {
            return new(null, problem);
        }
    }

    static Task<int> SaveOneAsync(TestApp app, string key, CancellationToken cancellationToken) => app.WithDbAsync(db =>
    {
        db.AnsweredSubmissions.Add(new AnsweredSubmission { FormKey = key, At = app.Time.GetUtcNow().UtcDateTime });
        return db.SaveChangesAsync(cancellationToken);
    });

    static async Task UntilWaitingAsync(TestApp app, int count)
    {
        if (TestDatabase.IsPostgres)
            return;
        var writer = app.Services.GetRequiredService<SqliteWriter>();
        while (writer.Waiting < count)
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    sealed record Sent(string? Reference, Exception? Problem);
}
