using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Verifying;

/// <summary>Does a proof that was asked for, and writes down how far it is and what it came to.</summary>
public sealed class RecordVerification(AppDb db, VerifyTimelines verify, TimeProvider time, ILogger<RecordVerification> log)
{
    public async Task RunAsync(long id, CancellationToken cancellationToken)
    {
        var verification = await db.Set<Verification>().SingleAsync(it => it.Id == id, cancellationToken);
        verification.Total = await db.ServiceRequests.CountAsync(cancellationToken);
        try
        {
            await StoreAsync(verification, await verify.RunAsync(proof => StoreAsync(verification, proof, cancellationToken), cancellationToken), cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "The timelines could not be verified");
            verification.HasFailed = true;
        }

        verification.FinishedAt = verification.UpdatedAt = Now;
        await db.SaveChangesAsync(cancellationToken);
        if (verification.BrokenCount > 0)
            log.LogCritical("{Count} timelines are not as they were written", verification.BrokenCount);
    }

    DateTime Now => time.GetUtcNow().UtcDateTime;

    async Task StoreAsync(Verification verification, TimelineProof proof, CancellationToken cancellationToken)
    {
        (verification.Requests, verification.Entries, verification.BrokenCount) = (proof.Requests, proof.Entries, proof.BrokenCount);
        verification.Broken = string.Join('\n', proof.Broken.Select(broken => FormattableString.Invariant($"{broken.Reference} {broken.Number}")));
        verification.UpdatedAt = Now;
        await db.SaveChangesAsync(cancellationToken);
    }
}
