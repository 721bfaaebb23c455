using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.DataProtection;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Breaches;

/// <param name="Id">The case.</param>
/// <param name="SeenVersion">Its version when the form was shown.</param>
/// <param name="Done">Codes of the <see cref="BreachStep"/>s that are done.</param>
/// <param name="Findings">What was found and done.</param>
/// <param name="Closes">Nothing is left to do.</param>
public sealed record BreachNote(int Id, int SeenVersion, IReadOnlyCollection<string> Done, string Findings, bool Closes);

/// <summary>Somebody notes how far a case is, or closes it.</summary>
public sealed class NoteBreachCase(AppDb db, AuditLog audit)
{
    /// <exception cref="RuleBroken">It was closed, somebody noted something meanwhile, or it cannot be closed yet.</exception>
    public async Task RunAsync(BreachNote input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var breach = await db.BreachCases.SingleAsync(it => it.Id == input.Id, cancellationToken);
        if (breach.Version != input.SeenVersion)
            throw Meanwhile();
        breach.Note(input.Done, input.Findings, now);
        if (input.Closes)
            breach.Close(by, now);
        audit.Add(input.Closes ? AuditAction.BreachClosed : AuditAction.BreachNoted, by, now, AuditSubject.Breach(breach.Id), breach.Done);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Meanwhile();
        }
    }

    static RuleBroken Meanwhile() => new("breach.meanwhile", new(
        "มีผู้แก้ไขเหตุนี้ก่อนหน้า กรุณาตรวจสอบแล้วบันทึกอีกครั้ง", "Somebody changed this case in the meantime. Please check and save again."));
}
