using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts.SecondFactors;

/// <param name="Secret">What the app was given.</param>
/// <param name="Code">What the app shows: proof that it has it.</param>
/// <param name="Session">Id of the session that stays; all others end.</param>
public sealed record FactorChoice(byte[] Secret, string Code, string Session);

/// <summary>An officer sets up an app as second factor, or another app in place of it; whoever else was signed in is signed out.</summary>
public sealed class SetSecondFactor(
    AppDb db, UserManager<OfficerAccount> users, FactorSecrets secrets, KnownSessions sessions, AuditLog audit, FactorNews news,
    IOptions<PasswordHasherOptions> hashing, ILogger<SetSecondFactor> log)
{
    public const string CodeWrong = "account.code-wrong";

    /// <returns>The recovery codes, which are shown once.</returns>
    /// <exception cref="RuleBroken">The code does not fit: the app has another secret, or its clock is wrong.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(FactorChoice input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (OneTimeCode.Find(input.Secret, input.Code, now) is not { } step)
        {
            throw new RuleBroken(CodeWrong, new Phrase(
                "รหัสไม่ถูกต้อง กรุณาตรวจสอบว่าเวลาในโทรศัพท์ตรงกับเวลาจริง แล้วใส่รหัสที่แสดงอยู่ในขณะนี้",
                "The code is wrong. Please check that the clock of the phone is right, and type the code that it shows now."));
        }
        var account = await users.FindAsync(by.OfficerId!.Value);
        var factor = new SecondFactor
        {
            OfficerId = account.Id,
            Secret = secrets.Keep(input.Secret),
            LastStep = step,
            SetAt = now,
            Salt = RecoveryCodes.NewSalt(),
            Rounds = hashing.Value.IterationCount,
        };
        var codes = RecoveryCodes.Create();
        // Slow, so before anybody waits for the turn to write.
        var hashed = RecoveryCodes.Hashed(codes, factor);
        await using var writing = await db.BeginAsync(cancellationToken);
        await db.RecoveryCodes.Where(code => code.OfficerId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await db.SecondFactors.Where(before => before.OfficerId == account.Id).ExecuteDeleteAsync(cancellationToken);
        db.SecondFactors.Add(factor);
        db.RecoveryCodes.AddRange(hashed);
        audit.Add(AuditAction.SecondFactorSet, by, now, AuditSubject.None);
        news.Add(account, FactorNews.Set, now);
        (await users.UpdateSecurityStampAsync(account)).Demand();
        await db.OfficerSessions.Where(session => session.Id == input.Session && session.OfficerId == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecurityStamp, account.SecurityStamp!), cancellationToken);
        await writing.CommitAsync(cancellationToken);
        sessions.Forget();
        log.LogInformation("Second factor set: account {AccountId}", account.Id);
        return codes;
    }
}
