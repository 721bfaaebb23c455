using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.DataProtection;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.DataSubjects;

/// <param name="Id">Its number.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Answer">What was answered.</param>
public sealed record DataSubjectAnswer(int Id, DataSubjectOutcome Outcome, string Answer);

/// <summary>An officer has answered what somebody asked for of the own data.</summary>
public sealed class CloseDataSubjectRequest(AppDb db, AuditLog audit)
{
    /// <exception cref="RuleBroken">It was answered before, or the answer is missing.</exception>
    public async Task RunAsync(DataSubjectAnswer input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var request = await db.DataSubjectRequests.SingleAsync(it => it.Id == input.Id, cancellationToken);
        request.Close(input.Outcome, input.Answer, by, now);
        audit.Add(AuditAction.DataSubjectRequestClosed, by, now, AuditSubject.DataSubject(request.Id), input.Outcome.ToString());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleBroken("data-subject.closed", new("คำขอนี้ตอบแล้ว", "This request was answered already."));
        }
    }
}
