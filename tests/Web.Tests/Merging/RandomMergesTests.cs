using CsCheck;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Features.Following;
using Songthang.Web.Features.Handling.Merging;
using Songthang.Web.Features.Handling.Withdrawing;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Web.Tests.Merging;

/// <summary>Whatever officers and citizens merge, split and take back in whatever order.</summary>
public sealed class RandomMergesTests : IAsyncLifetime
{
    const int Requests = 5, People = 3;

    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await OutboxTest.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    DateTime Now => app.Time.GetUtcNow().UtcDateTime;

    static readonly string[] Verbs = ["merge", "merge", "merge", "gather", "split", "split", "accept", "complete", "withdraw", "follow"];

    static readonly Gen<(string Verb, int One, int Other)[]> Deeds = Gen.Select(
        Gen.Int[0, Verbs.Length - 1].Select(verb => Verbs[verb]),
        Gen.Int[0, Requests - 1], Gen.Int[0, Requests - 1]).Array[8, 25];

    [Fact]
    public async Task No_request_is_lost_no_circle_closes_and_nobody_is_told_twice()
    {
        await Deeds.SampleAsync(async deeds =>
        {
            var requests = new List<ServiceRequest>();
            for (var i = 0; i < Requests; i++)
                requests.Add(await Given.ARequestAsync(app, it => it.ByEmail($"p{i % People}@example.com").Checked()));
            foreach (var (verb, one, other) in deeds)
            {
                await TryAsync(verb, requests[one], requests[other]);
                await HoldsAsync(requests);
            }

            return true;
        }, iter: 12, threads: 1);
    }

    async Task TryAsync(string verb, ServiceRequest one, ServiceRequest other)
    {
        var seen = (await Given.ReadAsync(app, one)).LastActNumber;
        try
        {
            await (verb switch
            {
                "merge" => (Task)With<MergeServiceRequest>(it => it.RunAsync(new(one.Reference, seen, other.Reference), Given.Officer, Now, Stop)),
                "gather" => With<MergeOtherRequests>(it => it.RunAsync(new(one.Reference, seen, [other.Reference]), Given.Officer, Now, Stop)),
                "split" => With<SplitOffServiceRequest>(it => it.RunAsync(new(one.Reference, seen, "คนละต้น"), Given.Officer, Now, Stop)),
                "withdraw" => With<WithdrawServiceRequest>(it => it.RunAsync(new(one.Reference, seen, ""), Given.Officer, Now, Stop)),
                "accept" => Given.LaterAsync(app, one, it => it.Accepted()),
                "complete" => Given.LaterAsync(app, one, it => it.Completed()),
                _ => FollowAsync(one, other),
            });
        }
        catch (RuleBroken)
        {
            // Refused: then nothing may have changed, which the next look shows.
        }
    }

    Task<int> FollowAsync(ServiceRequest one, ServiceRequest other)
    {
        Assert.True(EmailAddress.TryParse($"p{other.Id % People}@example.com", out var email));
        return With<FollowServiceRequest>(it => it.RunAsync(new(FormKey.New(), one.Reference, email, default, "th"), Actor.Requester, Now, Stop));
    }

    Task<int> With<T>(Func<T, Task> work) where T : notnull => app.WithAsync(async (T it) =>
    {
        await work(it);
        return 0;
    });

    async Task HoldsAsync(List<ServiceRequest> requests)
    {
        var ids = requests.ConvertAll(request => request.Id);
        var after = await app.WithDbAsync(db => db.ServiceRequests.AsNoTracking().Include(r => r.Timeline.OrderBy(e => e.Number))
            .Where(r => ids.Contains(r.Id)).ToListAsync(Stop));
        Assert.Equal(Requests, after.Count);
        foreach (var request in after)
        {
            Assert.Null(TimelineChain.FirstBroken(request.Reference, request.Timeline));
            // Merged or not, and the main request is one that stands for itself: no chain, no circle, nothing lost.
            Assert.Equal(request.Status == ServiceRequestStatus.Duplicate, request.MergedIntoId is not null);
            if (request.MergedIntoId is { } id)
                Assert.True(after.Single(main => main.Id == id) is { MergedIntoId: null, Status: not ServiceRequestStatus.Withdrawn });
        }

        await NobodyIsToldTwiceAsync(ids);
    }

    async Task NobodyIsToldTwiceAsync(List<long> ids)
    {
        var told = await app.WithDbAsync(db => db.Outbox.AsNoTracking().Where(row => ids.Contains(row.ServiceRequestId!.Value)
                && row.Recipient != NoticeRecipient.DutyDesk && row.Entry!.Kind != TimelineKind.Submitted)
            .Select(row => new
            {
                row.EntryId,
                Email = row.Recipient == NoticeRecipient.Follower
                    ? db.Followers.Where(f => f.Id == row.AddresseeId).Select(f => f.Email).First()
                    : row.Recipient == NoticeRecipient.AlsoReported
                        ? db.ServiceRequests.Where(r => r.Id == row.AddresseeId).Select(r => r.Requester.Email).First()
                        : row.ServiceRequest!.Requester.Email,
            }).ToListAsync(Stop));
        Assert.Equal(told.Count, told.Distinct().Count());
    }
}
