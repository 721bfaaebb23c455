using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Verifying;

/// <summary>A timeline that is not as it was written.</summary>
/// <param name="Reference">Whose.</param>
/// <param name="Number">The first entry that was altered, or in whose place one is missing.</param>
public sealed record BrokenTimeline(string Reference, int Number);

/// <summary>What a proof came to.</summary>
/// <param name="Requests">How many requests were looked at.</param>
/// <param name="Entries">How many entries they have.</param>
/// <param name="Broken">What was found; empty when every chain is whole.</param>
public sealed record TimelineProof(int Requests, int Entries, IReadOnlyList<BrokenTimeline> Broken);

/// <summary>Proves for every request that no entry of its timeline was altered or removed; changes nothing.</summary>
public sealed class VerifyTimelines(AppDb db)
{
    const int AtOnce = 500;

    public async Task<TimelineProof> RunAsync(CancellationToken cancellationToken)
    {
        var (requests, entries, broken) = (0, 0, new List<BrokenTimeline>());
        for (var after = 0L; ;)
        {
            var some = await db.ServiceRequests.AsNoTracking().Where(request => request.Id > after).OrderBy(request => request.Id).Take(AtOnce)
                .Include(request => request.Timeline.OrderBy(entry => entry.Number)).ToListAsync(cancellationToken);
            if (some.Count == 0)
                return new(requests, entries, broken);
            foreach (var request in some)
            {
                requests++;
                entries += request.Timeline.Count;
                if (TimelineChain.FirstBroken(request) is { } number)
                    broken.Add(new(request.Reference, number));
            }

            after = some[^1].Id;
        }
    }
}
