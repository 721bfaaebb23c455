using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Outages;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Outages;

/// <summary>The program looks whether open reports of darkness have one cause; officers see what it suspects.</summary>
public sealed class LookForOutages(AppDb db, DarkReports reports)
{
    /// <returns>How many suspicions are new or have grown.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        var open = await reports.OpenAsync(now, cancellationToken);
        var candidates = OutageSearch.Candidates([.. open.Select(one => one.Report)]);
        if (candidates.Count == 0)
            return 0;
        var history = await reports.HistoryAsync(candidates, now, cancellationToken);
        var ids = open.ToDictionary(one => one.Report.Reference, one => one.Id, StringComparer.Ordinal);
        var earliest = candidates.Min(candidate => candidate.Reports[0].At) - OutageSearch.Window;
        var waiting = await db.SuspectedOutages.Include(outage => outage.Reports).AsSingleQuery()
            .Where(outage => outage.Verdict == null && outage.LastAt >= earliest).ToListAsync(cancellationToken);
        var news = 0;
        foreach (var found in OutageSearch.Find(candidates, history.Expected))
        {
            var evidence = found.Reports.Select(report => ids[report.Reference]).ToList();
            if (waiting.Find(outage => outage.IsSameAs(found)) is { } known)
            {
                news += known.Follow(found, evidence) ? 1 : 0;
            }
            else
            {
                db.SuspectedOutages.Add(SuspectedOutage.Suspect(found, evidence, now));
                news++;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return news;
    }
}
