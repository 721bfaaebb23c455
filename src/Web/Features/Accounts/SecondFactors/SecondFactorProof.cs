using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts.SecondFactors;

/// <summary>Whether an account has a second factor, and whether the code that an account's owner typed, of the app or of the paper, is right: then it is used up.</summary>
public sealed class SecondFactorProof(AppDb db, FactorSecrets secrets, AuditLog audit, ILogger<SecondFactorProof> log)
{
    public Task<bool> ExistsAsync(int accountId, CancellationToken cancellationToken) =>
        db.SecondFactors.AnyAsync(factor => factor.OfficerId == accountId, cancellationToken);

    /// <summary>Whether the password alone does not open the account: it has an app, or a passkey, which is asked for in its place.</summary>
    public Task<bool> IsAskedForAsync(int accountId, CancellationToken cancellationToken) => db.Users.AnyAsync(
        account => account.Id == accountId
            && (db.SecondFactors.Any(factor => factor.OfficerId == accountId) || db.Passkeys.Any(passkey => passkey.OfficerId == accountId)), cancellationToken);

    /// <summary>Whether it was right. The same code is right once, and of the app's none that is older than one that was used.</summary>
    public async Task<bool> UseAsync(Actor owner, string typed, DateTime now, CancellationToken cancellationToken)
    {
        var factor = await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(found => found.OfficerId == owner.OfficerId, cancellationToken);
        if (factor is null) return false;
        return RecoveryCodes.IsOne(typed)
            ? await UsePaperAsync(factor, owner, typed, now, cancellationToken)
            : await UseAppAsync(factor, Digits(typed), now, cancellationToken);
    }

    async Task<bool> UseAppAsync(SecondFactor factor, string code, DateTime now, CancellationToken cancellationToken)
    {
        if (secrets.Open(factor.Secret) is not { } secret)
        {
            log.LogError("The second factor of account {AccountId} was stored with keys that are gone: only a recovery code or a reset helps", factor.OfficerId);
            return false;
        }
        return OneTimeCode.Find(secret, code, now) is { } step
            && await db.SecondFactors.Where(found => found.OfficerId == factor.OfficerId && found.LastStep < step && found.Secret == factor.Secret)
                .ExecuteUpdateAsync(set => set.SetProperty(found => found.LastStep, step), cancellationToken) == 1;
    }

    async Task<bool> UsePaperAsync(SecondFactor factor, Actor owner, string code, DateTime now, CancellationToken cancellationToken)
    {
        var hash = RecoveryCodes.Hash(code, factor.Salt, factor.Rounds);
        if (await db.RecoveryCodes.Where(found => found.OfficerId == factor.OfficerId && found.Hash == hash).ExecuteDeleteAsync(cancellationToken) != 1)
            return false;
        await audit.WriteAsync(AuditAction.RecoveryCodeUsed, owner, now, AuditSubject.None, "", cancellationToken);
        return true;
    }

    /// <summary>Whatever the keyboard calls them: Thai digits are digits.</summary>
    static string Digits(string typed) => string.Concat(typed.Where(char.IsDigit).Take(OneTimeCode.Digits + 1).Select(sign => (int)char.GetNumericValue(sign)));
}
