using Microsoft.Extensions.Options;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Documents;
using Songthang.Infrastructure.Papers;
using Songthang.Web.Shared.Making;

namespace Songthang.Web.Features.PoleLabels;

/// <summary>Somebody prints the labels of many poles: they come as one file that is made in the background.</summary>
public sealed class PrintPoleLabels(ShowPoleLabels show, PaperQueue queue, PaperFiles files, IOptions<Agency> agency)
{
    /// <summary>Up to so many labels come at once, without a file in the background.</summary>
    public const int MostAtOnce = 260;

    /// <summary>The key of the file, whose progress can be asked for at once.</summary>
    /// <exception cref="RuleBroken"><c>labels.impossible</c> or <c>papers.busy</c>.</exception>
    public async Task<string> RunAsync(LabelChoice input, Actor by, CancellationToken cancellationToken)
    {
        var (facts, mistake) = await show.RunAsync(input, cancellationToken);
        if (mistake is { } why)
            throw new RuleBroken("labels.impossible", why);
        var wanted = FileWanted.New(by, facts.Sheets);
        var author = agency.Value.Name.Thai;
        queue.Add(new(wanted, (now, stop) => files.WriteAsync(wanted, now, file =>
            Pdf.WriteAsync(file, SheetsAsync(facts, wanted, stop), new(PoleLabelPaper.Name, author, now), stop))));
        return wanted.Key;
    }

    async IAsyncEnumerable<Document> SheetsAsync(
        PoleLabelFacts facts, FileWanted wanted, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var sheet in PoleLabelPaper.Each(facts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.CompletedTask;
            yield return sheet;
            files.Report(wanted, new(++done, wanted.Count));
        }
    }
}
