using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Features.Accounts.SecondFactors;

namespace Songthang.Web.Features.Accounts;

/// <param name="Ticket">From the form.</param>
/// <param name="Code">As typed: of the app or of the paper.</param>
/// <param name="From">Whose browser it is.</param>
public sealed record CodeTry(string? Ticket, string Code, SignInFrom From);

/// <summary>Whoever gave the right password gives the code too. A wrong one counts like a wrong password.</summary>
public sealed class SignInWithCode(
    AppDb db, SignInTries tries, SecondFactorProof secondFactor, SignInTickets tickets, StartSession startSession, AuditLog audit,
    ILogger<SignInWithCode> log)
{
    static readonly Phrase Wrong = new(
        "รหัสไม่ถูกต้องหรือใช้ไปแล้ว กรุณารอรหัสถัดไปในแอป หากใส่ผิด 5 ครั้งติดต่อกัน ต้องรอ 15 นาที",
        "The code is wrong or was used. Please wait for the app's next one. After 5 wrong tries in a row you must wait for 15 minutes.");

    /// <returns>No ticket in it: the password must be given again.</returns>
    public async Task<SignInAnswer> RunAsync(CodeTry input, DateTime now, CancellationToken cancellationToken)
    {
        if (tickets.Open(input.Ticket, now) is not { } ticket
            || await db.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == ticket.AccountId, cancellationToken) is not { } account
            || account.IsClosed || account.SecurityStamp != ticket.Stamp)
        {
            return new SignInAnswer(null, default);
        }

        var tried = await tries.CountAsync(account.UserName!, account, input.From, now, cancellationToken);
        if (!tried.IsAllowed)
        {
            log.LogWarning("Sign-in failed: account {AccountId}, resting", account.Id);
            await tries.KeepAsync(tried, now, cancellationToken);
            return new SignInAnswer(null, Wrong, input.Ticket);
        }

        if (!await secondFactor.UseAsync(Actor.Officer(account.Id, account.DisplayName), input.Code, now, cancellationToken))
        {
            log.LogWarning("Sign-in failed: account {AccountId}, wrong code", account.Id);
            await tries.KeepAsync(tried, now, cancellationToken);
            await audit.WriteAsync(AuditAction.SignInFailed, Actor.System, now, AuditSubject.Account(account.UserName), "wrong code", cancellationToken);
            return new SignInAnswer(null, Wrong, input.Ticket);
        }

        return new SignInAnswer(await startSession.RunAsync(account, ticket.Way, input.From, now, cancellationToken), default);
    }
}
