using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts.SecondFactors;

/// <summary>An officer gets ten new recovery codes; those of before are worth nothing.</summary>
public sealed class CreateRecoveryCodes(
    AppDb db, UserManager<OfficerAccount> users, AuditLog audit, FactorNews news, IOptions<PasswordHasherOptions> hashing)
{
    /// <returns>The codes, which are shown once; none when the account has no second factor.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var account = await users.FindAsync(by.OfficerId!.Value);
        if (await db.SecondFactors.SingleOrDefaultAsync(factor => factor.OfficerId == account.Id, cancellationToken) is not { } factor) return [];
        (factor.Salt, factor.Rounds) = (RecoveryCodes.NewSalt(), hashing.Value.IterationCount);
        var codes = RecoveryCodes.Create();
        // Slow, so before anybody waits for the turn to write.
        var hashed = RecoveryCodes.Hashed(codes, factor);
        await using var writing = await db.BeginAsync(cancellationToken);
        await db.RecoveryCodes.Where(code => code.OfficerId == account.Id).ExecuteDeleteAsync(cancellationToken);
        db.RecoveryCodes.AddRange(hashed);
        audit.Add(AuditAction.RecoveryCodesMade, by, now, AuditSubject.None);
        news.Add(account, FactorNews.NewCodes, now);
        await db.SaveChangesAsync(cancellationToken);
        await writing.CommitAsync(cancellationToken);
        return codes;
    }
}
