using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts;

/// <summary>An administrator lets somebody try again at once who mistyped the password too often.</summary>
public sealed class UnlockAccount(AppDb db, SignInTries tries, AuditLog audit, ILogger<UnlockAccount> log)
{
    public async Task RunAsync(int id, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var userName = await db.Users.Where(account => account.Id == id).Select(account => account.UserName).SingleOrDefaultAsync(cancellationToken);
        await tries.ForgetAllAsync(userName ?? "", cancellationToken);
        await audit.WriteAsync(AuditAction.AccountUnlocked, by, now, AuditSubject.Account(userName), "", cancellationToken);
        log.LogInformation("Account {AccountId} unlocked by {By}", id, by.OfficerId);
    }
}
