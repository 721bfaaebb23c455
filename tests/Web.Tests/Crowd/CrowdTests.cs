using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Features.Verifying;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Web.Tests.Crowd;

/// <summary>Many people on few requests, at random, through the pages, with the mail going out all the while.</summary>
public sealed class CrowdTests : IAsyncLifetime
{
    const int Officers = 20, Citizens = 4, Requests = 40;

    /// <summary>It would prove little if people had hardly met: they go on until so much was done and refused.</summary>
    const int Deeds = 250, Refusals = 20;

    /// <summary>However slow the machine is, it ends.</summary>
    static readonly TimeSpan AtMost = TimeSpan.FromMinutes(5);

    readonly Journal journal = new();
    MailServer mail = null!;
    TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        mail = await MailServer.StartAsync();
        app = await OutboxTest.StartAsync(mail);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await mail.DisposeAsync();
    }

    [Fact]
    public async Task Twenty_officers_acting_at_random_break_no_rule_lose_no_act_and_tell_nobody_twice()
    {
        var requests = new List<ServiceRequest>();
        for (var i = 0; i < Requests; i++)
            requests.Add(await Desk.ByEmailAsync(app, it => it.From("ทดสอบ ใจดี", "0812345678", $"reporter{requests.Count}@example.org", ToldBy.Email)));

        await PlayAsync(requests);

        Assert.True(journal.Mistakes.Count == 0, string.Join('\n', journal.Mistakes));
        var stories = new List<ServiceRequest>();
        foreach (var request in requests)
            stories.Add(await Given.ReadAsync(app, request));
        Assert.All(stories, EachStepIsInTheTable);
        AssertThatEachActIsThereOnce(stories);
        var proof = await app.WithAsync<VerifyTimelines, TimelineProof>(verify => verify.RunAsync(null, TestContext.Current.CancellationToken));
        Assert.Empty(proof.Broken);
        Assert.Equal(Requests, proof.Requests);
        await AssertThatEachNoticeCameOnceAsync(stories);
        Assert.InRange(journal.Deeds.Count(), Deeds, int.MaxValue);
        Assert.InRange(journal.Refused, Refusals, int.MaxValue);
    }

    async Task PlayAsync(List<ServiceRequest> requests)
    {
        var people = new List<Visitor>();
        var acting = new List<Func<Task>>();
        for (var i = 0; i < Officers; i++)
        {
            var name = $"เจ้าหน้าที่ {i}";
            await app.CreateAccountAsync($"officer{i}", OfficerRole.Officer, displayName: name);
            people.Add(await app.SignInAsync(OfficerRole.Officer, $"officer{i}"));
            acting.Add(new OfficerAtRandom(people[^1], name, requests, journal, new Random(i)).ActAsync);
        }

        for (var i = 0; i < Citizens; i++)
        {
            people.Add(app.NewVisitor());
            acting.Add(new CitizenAtRandom(people[^1], requests, journal, new Random(100 + i)).ActAsync);
        }

        var since = Stopwatch.GetTimestamp();
        var done = () => (journal.Deeds.Count() >= Deeds && journal.Refused >= Refusals) || Stopwatch.GetElapsedTime(since) > AtMost;
        await Task.WhenAll([.. acting.Select(act => RepeatAsync(act, done)), RepeatAsync(() => app.SendAsync(), done)]);
        people.ForEach(person => person.Dispose());
        // What the last ones did is still on its way.
        while (await app.SendAsync() > 0) { }
    }

    async Task RepeatAsync(Func<Task> act, Func<bool> isOver)
    {
        while (!isOver())
        {
            app.Time.Advance(TimeSpan.FromMilliseconds(100));
            await act();
        }
    }

    static void EachStepIsInTheTable(ServiceRequest request)
    {
        var status = ServiceRequestStatus.Submitted;
        foreach (var entry in request.Timeline)
        {
            Assert.Equal(status, entry.From);
            Assert.True(entry.From == entry.To || Workflow.Allows(entry.From, entry.To), $"{request.Reference}: {entry.From} -> {entry.To}");
            status = entry.To;
        }

        Assert.Equal(status, request.Status);
        Assert.Equal([.. Enumerable.Range(1, request.Timeline.Count)], request.Timeline.Select(entry => entry.Number));
    }

    void AssertThatEachActIsThereOnce(List<ServiceRequest> stories)
    {
        var told = journal.Deeds.CountBy(deed => (deed.Reference, deed.Kind, deed.By)).ToDictionary();
        var stored = stories
            .SelectMany(request => request.Timeline
                .Where(entry => entry.ActorKind == ActorKind.Officer && OfficerAtRandom.Kinds.Contains(entry.Kind))
                .Select(entry => (request.Reference, entry.Kind, By: entry.ActorName)))
            .CountBy(act => act).ToDictionary();
        Assert.Equal(told.OrderBy(pair => pair.Key), stored.OrderBy(pair => pair.Key));
    }

    /// <summary>Everything that concerns the requester was written once and taken by the mail server once.</summary>
    async Task AssertThatEachNoticeCameOnceAsync(List<ServiceRequest> stories)
    {
        var letters = mail.Messages.SelectMany(letter => letter.To.Mailboxes).CountBy(mailbox => mailbox.Address).ToDictionary();
        var written = await app.WithDbAsync(db => db.Outbox.AsNoTracking()
            .Where(message => message.Recipient == NoticeRecipient.Requester)
            .GroupBy(message => message.ServiceRequestId!.Value)
            .Select(group => new { group.Key, Entries = group.Select(message => message.EntryId).Distinct().Count(), Letters = group.Count() })
            .ToDictionaryAsync(group => group.Key, TestContext.Current.CancellationToken));
        foreach (var story in stories)
        {
            var due = story.Timeline.Count(entry => NotificationPolicy.ConcernsRequester(entry.Kind));
            Assert.Equal((due, due), (written[story.Id].Entries, written[story.Id].Letters));
            Assert.Equal(due, letters[story.Requester.Email]);
        }
    }
}
