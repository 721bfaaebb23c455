using System.Threading.Channels;
using Songthang.Domain;

namespace Songthang.Web.Shared.Making;

/// <summary>A file to be made.</summary>
/// <param name="Wanted">Which one.</param>
/// <param name="WriteAsync">Makes it; the moment is UTC.</param>
public sealed record PaperJob(FileWanted Wanted, Func<DateTime, CancellationToken, Task> WriteAsync);

/// <summary>What waits to be made, one file after the other.</summary>
public sealed class PaperQueue(PaperFiles files)
{
    // An officer makes a few at a time; a full queue says that something is wrong.
    readonly Channel<PaperJob> waiting = Channel.CreateBounded<PaperJob>(100);

    /// <summary>Puts a file in the queue; its progress can be asked for at once.</summary>
    /// <exception cref="RuleBroken"><c>papers.busy</c>.</exception>
    public void Add(PaperJob job)
    {
        files.Report(job.Wanted, new(0, job.Wanted.Count));
        if (waiting.Writer.TryWrite(job))
            return;
        files.Finish(job.Wanted);
        throw new RuleBroken("papers.busy", new("ขณะนี้มีงานพิมพ์รออยู่มาก กรุณาลองอีกครั้งภายหลัง", "Many files are waiting to be made. Please try again later."));
    }

    /// <summary>Each of them as it comes.</summary>
    public IAsyncEnumerable<PaperJob> ReadAllAsync(CancellationToken cancellationToken) => waiting.Reader.ReadAllAsync(cancellationToken);
}
