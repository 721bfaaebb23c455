using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Verifying;

/// <summary>A timeline that is not as it was written.</summary>
/// <param name="Reference">Whose.</param>
/// <param name="Number">The first entry that was altered, or in whose place one is missing.</param>
public sealed record BrokenTimeline(string Reference, int Number);

/// <summary>What a proof came to, or has come to so far.</summary>
/// <param name="Requests">How many requests were looked at.</param>
/// <param name="Entries">How many entries they have.</param>
/// <param name="BrokenCount">How many of them are broken.</param>
/// <param name="Broken">The first of them, at most <see cref="VerifyTimelines.MostNamed"/>; empty when every chain is whole.</param>
public sealed record TimelineProof(int Requests, int Entries, int BrokenCount, IReadOnlyList<BrokenTimeline> Broken);

/// <summary>
/// Proves for every request that no entry of its timeline was altered or removed; changes nothing. Entries are streamed:
/// however many there are, few are in memory.
/// </summary>
public sealed class VerifyTimelines(WrittenTimelines timelines)
{
    /// <summary>So many broken timelines are named; of more only the number is told.</summary>
    public const int MostNamed = 100;

    const int AtOnce = 500;

    /// <param name="report">Is told now and then how far it is; null when nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<TimelineProof> RunAsync(Func<TimelineProof, Task>? report, CancellationToken cancellationToken)
    {
        var (requests, entries, count, broken) = (0, 0, 0, new List<BrokenTimeline>());
        for (var after = 0L; ;)
        {
            var heads = await timelines.HeadsAsync(after, AtOnce, cancellationToken);
            if (heads.Count == 0)
                return Proof();
            foreach (var (head, proof) in await FollowAsync(heads, cancellationToken))
            {
                requests++;
                entries += proof.Count;
                if (proof.End(head.Length, head.LastHash) is not { } number)
                    continue;
                count++;
                if (broken.Count < MostNamed)
                    broken.Add(new(head.Reference, number));
            }

            after = heads[^1].Id;
            if (report is not null)
                await report(Proof());
        }

        TimelineProof Proof() => new(requests, entries, count, [.. broken]);
    }

    async Task<IEnumerable<(TimelineHead Head, ChainProof Proof)>> FollowAsync(
        List<TimelineHead> heads, CancellationToken cancellationToken)
    {
        var proofs = heads.ToDictionary(head => head.Id, head => new ChainProof(head.Reference));
        try
        {
            await foreach (var (id, entry) in timelines.Read(heads[0].Id, heads[^1].Id).WithCancellation(cancellationToken))
                proofs.GetValueOrDefault(id)?.Follow(entry);
        }
        catch (Exception problem) when (WrittenTimelines.IsUnreadable(problem))
        {
            // One of them holds what no entry can hold: all over again, one by one.
            foreach (var head in heads)
                proofs[head.Id] = await FollowCarefullyAsync(head, cancellationToken);
        }

        return heads.Select(head => (head, proofs[head.Id]));
    }

    async Task<ChainProof> FollowCarefullyAsync(TimelineHead head, CancellationToken cancellationToken)
    {
        var proof = new ChainProof(head.Reference);
        await foreach (var entry in timelines.ReadCarefullyAsync(head.Id, cancellationToken))
        {
            if (entry is null)
                proof.FollowUnreadable();
            else
                proof.Follow(entry);
        }

        return proof;
    }
}
