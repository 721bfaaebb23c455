using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Handling.Letters;

/// <param name="Reference">The request.</param>
/// <param name="Words">The letter's wording.</param>
/// <param name="SeenAt">When the wording that the form was made from had been saved, UTC; null when nobody had.</param>
public sealed record SavedLetter(string Reference, LetterWords Words, DateTime? SeenAt);

/// <summary>An officer words the letter with which a request is forwarded; it can be printed again as it was.</summary>
public sealed class SaveForwardingLetter(AppDb db, AuditLog audit)
{
    /// <exception cref="RuleBroken"><c>letter.not-forwarded</c>, or somebody saved another wording in the meantime.</exception>
    public async Task RunAsync(SavedLetter input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var id = await db.ServiceRequests.Where(request => request.Reference == input.Reference && request.Status == ServiceRequestStatus.Forwarded)
            .Select(request => (long?)request.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new RuleBroken(
                "letter.not-forwarded", new("เรื่องนี้ไม่ได้อยู่ในสถานะส่งต่อแล้ว", "This request is not forwarded any more."));
        var draft = await db.LetterDrafts.SingleOrDefaultAsync(one => one.ServiceRequestId == id, cancellationToken);
        if (draft?.At != input.SeenAt)
        {
            throw new RuleBroken("letter.saved-meanwhile", new(
                "มีผู้แก้ไขหนังสือนี้ก่อนหน้า กรุณาตรวจสอบแล้วบันทึกอีกครั้ง", "Somebody else changed this letter. Please check and save again."));
        }

        if (draft is null)
            db.LetterDrafts.Add(draft = new LetterDraft { ServiceRequestId = id });
        draft.Write(input.Words, by.OfficerId ?? 0, now);
        audit.Add(AuditAction.LetterWritten, by, now, AuditSubject.Request(input.Reference));
        await db.SaveChangesAsync(cancellationToken);
    }
}
