using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Reporting;

/// <summary>An officer sees that a person sent a held report: it becomes a request, received when it was sent.</summary>
public sealed class TakeInHeldReport(AppDb db, SubmitServiceRequest submit, AuditLog audit)
{
    /// <returns>The reference; null when there is no such report.</returns>
    /// <exception cref="RuleBroken">It was decided before, or a rule of <see cref="SubmitServiceRequest"/>.</exception>
    public async Task<string?> RunAsync(long id, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.HeldReports.SingleOrDefaultAsync(held => held.Id == id, cancellationToken) is not { } held)
            return null;
        if (held.DecidedAt is not null)
            throw Decided();
        var report = JsonSerializer.Deserialize<NewReport>(held.Report) ?? throw new InvalidDataException("A held report is empty.");
        // Stopped here, the next try finds by the form's key that it was received already.
        var received = await submit.RunAsync(report, Actor.Requester, held.At, cancellationToken);
        (held.DecidedAt, held.DecidedByName, held.Reference) = (now, by.Name, received.Reference);
        held.Empty();
        db.HeldReports.Update(held);
        audit.Add(AuditAction.HeldReportTakenIn, by, now, AuditSubject.Request(received.Reference));
        await SaveAsync(db, cancellationToken);
        return received.Reference;
    }

    internal static async Task SaveAsync(AppDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Decided();
        }
    }

    internal static RuleBroken Decided() => new("held.decided", new(
        "มีผู้ตัดสินเรื่องนี้แล้ว กรุณาเปิดหน้านี้ใหม่", "Somebody has decided on this already. Please open the page again."));
}
