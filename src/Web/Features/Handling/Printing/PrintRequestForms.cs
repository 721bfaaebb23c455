using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared.Making;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>Forms that somebody asked for in one file.</summary>
/// <param name="File">The file.</param>
/// <param name="References">Whose forms, in this order.</param>
public sealed record FormsWanted(FileWanted File, IReadOnlyList<string> References)
{
    /// <summary>Who asked.</summary>
    public Actor By => File.By;

    /// <summary>A new one.</summary>
    public static FormsWanted New(Actor by, IReadOnlyList<string> references) => new(FileWanted.New(by, references.Count), references);
}

/// <summary>An officer prints the forms of many requests: they come as one file that is made in the background.</summary>
public sealed class PrintRequestForms(AppDb db, PaperQueue queue, WriteRequestForms write)
{
    /// <summary>At most so many forms in one file.</summary>
    public const int Most = 500;

    /// <summary>The key of the file, whose progress can be asked for at once.</summary>
    /// <exception cref="RuleBroken"><c>forms.none</c>, <c>forms.too-many</c> or <c>papers.busy</c>.</exception>
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
        queue.Add(new(wanted.File, (moment, stop) => write.RunAsync(wanted, moment, stop)));
        return wanted.File.Key;
    }
}
