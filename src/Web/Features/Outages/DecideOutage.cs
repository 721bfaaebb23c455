using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Outages;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Outages;

/// <param name="Id">The suspicion.</param>
/// <param name="SeenVersion">Its version when the form was shown.</param>
/// <param name="Verdict">What it was.</param>
/// <param name="Note">What was found on the spot; may be empty.</param>
public sealed record OutageDecision(long Id, int SeenVersion, OutageVerdict Verdict, string Note);

/// <summary>An officer says whether the dark lamps had one cause: what the hit rate is counted from.</summary>
public sealed class DecideOutage(AppDb db, AuditLog audit)
{
    /// <exception cref="RuleBroken"><c>outage.unknown</c>, <c>outage.changed-meanwhile</c>, <c>outage.note-too-long</c>.</exception>
    public async Task RunAsync(OutageDecision input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var outage = await db.SuspectedOutages.SingleOrDefaultAsync(one => one.Id == input.Id, cancellationToken) ?? throw new RuleBroken(
            "outage.unknown", new("ไม่พบรายการนี้", "There is no such suspicion."));
        if (outage.Version != input.SeenVersion)
            throw Meanwhile();
        outage.Decide(input.Verdict, ThaiText.Clean(input.Note), by, now);
        audit.Add(AuditAction.OutageDecided, by, now, AuditSubject.None);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Meanwhile();
        }
    }

    static RuleBroken Meanwhile() => new("outage.changed-meanwhile", new(
        "มีข้อมูลใหม่หรือผู้อื่นบันทึกก่อนหน้า กรุณาตรวจสอบแล้วบันทึกอีกครั้ง",
        "There is news, or somebody else decided in the meantime. Please check and save again."));
}
