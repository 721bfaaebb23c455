using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>
/// Takes an account's link with the directory away: its owner, or an administrator when somebody left or the link is with the wrong
/// person. Then whoever came in by it is out at once.
/// </summary>
public sealed class UnlinkDirectory(AppDb db, UserManager<OfficerAccount> users, KnownSessions sessions, AuditLog audit)
{
    public async Task RunAsync(int accountId, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var isOwn = accountId == by.OfficerId;
        await using var writing = await db.BeginAsync(cancellationToken);
        if (await db.UserLogins.Where(login => login.UserId == accountId).ExecuteDeleteAsync(cancellationToken) == 0) return;
        var account = await db.Users.SingleAsync(account => account.Id == accountId, cancellationToken);
        audit.Add(AuditAction.DirectoryUnlinked, by, now, isOwn ? AuditSubject.None : AuditSubject.Account(account.UserName));
        if (isOwn)
            await db.SaveChangesAsync(cancellationToken);
        else
            (await users.UpdateSecurityStampAsync(account)).Demand();
        await writing.CommitAsync(cancellationToken);
        if (!isOwn) sessions.Forget();
    }
}
