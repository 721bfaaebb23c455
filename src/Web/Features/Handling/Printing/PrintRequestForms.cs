using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>What waits to be made, one file after the other.</summary>
public sealed class FormQueue
{
    // An officer makes a few at a time; a full queue says that something is wrong.
    readonly Channel<FormsWanted> waiting = Channel.CreateBounded<FormsWanted>(100);

    internal bool TryAdd(FormsWanted wanted) => waiting.Writer.TryWrite(wanted);

    /// <summary>Each of them as it comes.</summary>
    public IAsyncEnumerable<FormsWanted> ReadAllAsync(CancellationToken cancellationToken) => waiting.Reader.ReadAllAsync(cancellationToken);
}

/// <summary>An officer prints the forms of many requests: they come as one file that is made in the background.</summary>
public sealed class PrintRequestForms(AppDb db, FormQueue queue, FormFiles files)
{
    /// <summary>At most so many forms in one file.</summary>
    public const int Most = 500;

    /// <summary>The key of the file, whose progress can be asked for at once.</summary>
    /// <exception cref="RuleBroken"><c>forms.none</c>, <c>forms.too-many</c> or <c>forms.busy</c>.</exception>
    public async Task<string> RunAsync(IReadOnlyList<string> input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var references = input.Distinct(StringComparer.Ordinal).ToList();
        if (references.Count > Most)
            throw new RuleBroken("forms.too-many", new($"พิมพ์ได้ครั้งละไม่เกิน {Most} เรื่อง กรุณาเลือกใหม่", $"At most {Most} forms make one file. Please choose fewer."));
        var known = await db.ServiceRequests.Where(request => references.Contains(request.Reference))
            .Select(request => request.Reference).ToListAsync(cancellationToken);
        if (known.Count == 0)
            throw new RuleBroken("forms.none", new("กรุณาเลือกเรื่องที่จะพิมพ์แบบคำร้อง", "Please choose the requests whose forms to print."));
        var wanted = FormsWanted.New(by, [.. references.Intersect(known, StringComparer.Ordinal)]);
        files.Report(wanted, new(0, wanted.References.Count));
        if (queue.TryAdd(wanted))
            return wanted.Key;
        files.Finish(wanted);
        throw new RuleBroken("forms.busy", new("ขณะนี้มีงานพิมพ์รออยู่มาก กรุณาลองอีกครั้งภายหลัง", "Many files are waiting to be made. Please try again later."));
    }
}
