using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts.Passkeys;

/// <summary>Somebody signs in with a passkey: in the place of user name, password and code, or in the place of the code.</summary>
public sealed class SignInWithPasskey(PasskeyProof proof, StartSession startSession, AuditLog audit, ILogger<SignInWithPasskey> log)
{
    static readonly Phrase Wrong = new(
        "พาสคีย์นี้ใช้ไม่ได้ กรุณาลองอีกครั้ง หรือเข้าสู่ระบบด้วยชื่อผู้ใช้และรหัสผ่าน",
        "This passkey does not work here. Please try again, or sign in with your user name and password.");

    public async Task<SignInAnswer> RunAsync(PasskeyAnswer answer, SignInFrom from, DateTime now, CancellationToken cancellationToken)
    {
        var account = await proof.UseAsync(PasskeyPurpose.SignIn, accountId: null, answer, now, cancellationToken);
        if (account is null || account.IsClosed)
        {
            log.LogWarning("Sign-in failed: account {AccountId}, passkey", account?.Id);
            await audit.SeeAsync(AuditAction.SignInFailed, Actor.System, now,
                account is null ? AuditSubject.None : AuditSubject.Account(account.UserName), cancellationToken);
            return new SignInAnswer(null, Wrong);
        }

        var principal = await startSession.RunAsync(account, SignInWay.Passkey, from, now, cancellationToken);
        return new SignInAnswer(principal, principal is null ? Wrong : default);
    }
}
