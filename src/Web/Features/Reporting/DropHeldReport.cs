using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Reporting;

/// <param name="Id">The held report.</param>
/// <param name="Reason">Why it is none; whoever sent it can read it.</param>
public sealed record HeldReportDropped(long Id, string Reason);

/// <summary>An officer sees that a held report is none. It stays for thirty days, should somebody ask.</summary>
public sealed class DropHeldReport(AppDb db, AuditLog audit)
{
    /// <returns>Whether there is such a report.</returns>
    /// <exception cref="RuleBroken">It was decided before.</exception>
    public async Task<bool> RunAsync(HeldReportDropped input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.HeldReports.SingleOrDefaultAsync(held => held.Id == input.Id, cancellationToken) is not { } held)
            return false;
        if (held.DecidedAt is not null)
            throw TakeInHeldReport.Decided();
        (held.DecidedAt, held.DecidedByName, held.Reason) = (now, by.Name, input.Reason);
        audit.Add(AuditAction.HeldReportDropped, by, now, AuditSubject.HeldReport(held.Id), held.Score.ToString(CultureInfo.InvariantCulture));
        await TakeInHeldReport.SaveAsync(db, cancellationToken);
        return true;
    }
}
