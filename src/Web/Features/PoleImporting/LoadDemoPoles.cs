using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.PoleFiles;

namespace Songthang.Web.Features.PoleImporting;

/// <summary>Fills an empty register with the shipped sample poles, so that the first start shows one.</summary>
public sealed class LoadDemoPoles(AppDb db, PoleImportDesk desk, ImportPoles import)
{
    /// <returns>How many poles were added; 0 when there are any already.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (await db.Poles.AnyAsync(cancellationToken))
            return 0;
        var key = PoleImportDesk.NewKey();
        using (var sample = ReferenceData.SamplePoles())
            await desk.KeepAsync(key, sample.BaseStream, cancellationToken);
        try
        {
            var look = PoleFile.Look(desk.PathOf(key));
            var result = await import.RunAsync(
                new(desk.PathOf(key), "sample-poles.csv", look.Kind, new(look.Letters, PoleMapping.Guess(look.Columns), Updates: false), OnlyCheck: false, _ => { }),
                Actor.Import, now, cancellationToken);
            return result.ProblemCount == 0 ? result.New : throw new InvalidOperationException($"The shipped sample poles are broken: {result.Problems[0]}");
        }
        finally
        {
            desk.Delete(key);
        }
    }
}
