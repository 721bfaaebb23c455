using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Features.Accounts.SecondFactors;

namespace Songthang.Web.Features.Accounts.Passkeys;

/// <param name="Name">As its owner calls it.</param>
/// <param name="Answer">What the browser made.</param>
/// <param name="Session">Id of the session that stays; all others end.</param>
public sealed record NewPasskey(string? Name, PasskeyAnswer Answer, string Session);

/// <summary>An officer adds a passkey to the own account; whoever else was signed in is signed out.</summary>
public sealed class AddPasskey(
    AppDb db, UserManager<OfficerAccount> users, IPasskeyHandler<OfficerAccount> passkeys, PasskeyChallenges challenges, KnownSessions sessions,
    AuditLog audit, FactorNews news, ILogger<AddPasskey> log)
{
    /// <exception cref="RuleBroken">What the browser made is no answer to what it was asked.</exception>
    public async Task RunAsync(NewPasskey input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var account = await users.FindAsync(by.OfficerId!.Value);
        var state = await challenges.TakeAsync(input.Answer.Handle, PasskeyPurpose.Add, account.Id, now, cancellationToken);
        var made = state is null || string.IsNullOrEmpty(input.Answer.Credential) ? null : await passkeys.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = input.Answer.Request,
            CredentialJson = input.Answer.Credential,
            AttestationState = state,
        });
        if (made is not { Succeeded: true } || made.UserEntity.Id != account.Id.ToString(CultureInfo.InvariantCulture))
        {
            log.LogWarning("Passkey not added: account {AccountId}, {Reason}", account.Id, made?.Failure?.Message ?? "no such challenge");
            throw new RuleBroken("account.passkey-refused", new Phrase("เพิ่มพาสคีย์ไม่สำเร็จ กรุณาลองอีกครั้ง", "The passkey was not added. Please try again."));
        }

        var name = ThaiText.Clean(input.Name ?? "");
        made.Passkey.Name = name.Length is > 0 and <= 100 ? name : "พาสคีย์";
        await using var writing = await db.BeginAsync(cancellationToken);
        audit.Add(AuditAction.PasskeyAdded, by, now, AuditSubject.None);
        news.Add(account, FactorNews.PasskeyAdded, now);
        (await users.AddOrUpdatePasskeyAsync(account, made.Passkey)).Demand();
        await db.Passkeys.Where(passkey => passkey.CredentialId == made.Passkey.CredentialId)
            .ExecuteUpdateAsync(set => set.SetProperty(passkey => passkey.CreatedAt, now), cancellationToken);
        (await users.UpdateSecurityStampAsync(account)).Demand();
        await db.OfficerSessions.Where(session => session.Id == input.Session && session.OfficerId == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecurityStamp, account.SecurityStamp!), cancellationToken);
        await writing.CommitAsync(cancellationToken);
        sessions.Forget();
        log.LogInformation("Passkey added: account {AccountId}", account.Id);
    }
}
