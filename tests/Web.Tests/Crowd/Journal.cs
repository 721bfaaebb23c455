using System.Collections.Concurrent;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Web.Tests.Crowd;

/// <summary>What the program said to somebody that it did: each of these must be in the story of its request once, and nothing else.</summary>
/// <param name="Reference">The request.</param>
/// <param name="Kind">What was done.</param>
/// <param name="By">The officer's name as it stands in the story.</param>
/// <param name="SeenNumber">The number that the form carried: the same form sent twice is one act.</param>
sealed record Deed(string Reference, TimelineKind Kind, string By, string SeenNumber);

/// <summary>What everybody believes to have done, and what went wrong.</summary>
sealed class Journal
{
    readonly ConcurrentDictionary<Deed, bool> deeds = new();
    readonly ConcurrentQueue<string> mistakes = new();
    int refused;

    public IEnumerable<Deed> Deeds => deeds.Keys;

    public IReadOnlyCollection<string> Mistakes => mistakes;

    /// <summary>How often somebody was told that another was faster, or that it is no longer possible.</summary>
    public int Refused => refused;

    public void Done(Deed deed) => deeds[deed] = true;

    public void WasRefused() => Interlocked.Increment(ref refused);

    public void Mistake(string what) => mistakes.Enqueue(what);
}
