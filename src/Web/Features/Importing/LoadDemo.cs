using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Importing;

/// <summary>Fills an empty database with the shipped sample reports, so that the first start shows a living system.</summary>
public sealed class LoadDemo(AppDb db, ImportServiceRequests import)
{
    /// <returns>How many requests were added; 0 when there are any already.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (await db.ServiceRequests.AnyAsync(cancellationToken))
            return 0;
        using var sample = ReferenceData.SampleReports();
        var result = await import.RunAsync(new(sample.BaseStream, ShiftToYesterday: true), now, cancellationToken);
        return result.Problems.Count == 0
            ? result.Added
            : throw new InvalidOperationException($"The shipped sample reports are broken: {result.Problems[0]}");
    }
}
