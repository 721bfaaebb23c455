using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Features.Accounts.SecondFactors;

namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>An account's owner, signed in by own means, links it with who the directory says is in front of the browser.</summary>
public sealed class LinkDirectory(AppDb db, UserManager<OfficerAccount> users, AuditLog audit, FactorNews news, ILogger<LinkDirectory> log)
{
    /// <returns>Whether it is linked: not when somebody else's account is linked with the person already.</returns>
    public async Task<bool> RunAsync(SaidByDirectory said, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var account = await users.FindAsync(by.OfficerId!.Value);
        if (said.Subject.Length == 0
            || await db.UserLogins.AnyAsync(login => login.LoginProvider == said.Issuer && login.ProviderKey == said.Subject, cancellationToken))
        {
            return false;
        }
        await using var writing = await db.BeginAsync(cancellationToken);
        await db.UserLogins.Where(login => login.UserId == account.Id).ExecuteDeleteAsync(cancellationToken);
        audit.Add(AuditAction.DirectoryLinked, by, now, AuditSubject.None);
        news.Add(account, FactorNews.DirectoryLinked, now);
        (await users.AddLoginAsync(account, new UserLoginInfo(said.Issuer, said.Subject, null))).Demand();
        await writing.CommitAsync(cancellationToken);
        log.LogInformation("Account {AccountId} linked with the directory by its owner", account.Id);
        return true;
    }
}
