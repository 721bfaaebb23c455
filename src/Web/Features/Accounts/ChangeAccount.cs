using Microsoft.AspNetCore.Identity;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts;

/// <param name="Id">The account.</param>
/// <param name="DisplayName">Name as colleagues see it.</param>
/// <param name="Role">What it may do from now on.</param>
/// <param name="IsClosed">Whether it may not sign in.</param>
/// <param name="Email">Address for warnings and mentions; empty for none, null to leave it as it is.</param>
/// <param name="CrewCode">The crew that it belongs to from now on; only kept for the role of a crew.</param>
public sealed record AccountChange(int Id, string DisplayName, OfficerRole Role, bool IsClosed, string? Email = null, string CrewCode = "");

/// <summary>
/// An administrator renames an account, gives it another role, closes or opens it. Nobody does the last two to oneself:
/// so there is always an administrator left.
/// </summary>
public sealed class ChangeAccount(UserManager<OfficerAccount> users, KnownSessions sessions, AuditLog audit, ILogger<ChangeAccount> log)
{
    /// <exception cref="RuleBroken">There is no such account, or it is one's own.</exception>
    public async Task RunAsync(AccountChange input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var account = await users.FindAsync(input.Id);
        if (account.Id == by.OfficerId && (input.IsClosed || input.Role != account.Role))
        {
            throw new RuleBroken("account.own", new Phrase(
                "ท่านปิดบัญชีหรือเปลี่ยนบทบาทของตนเองไม่ได้ กรุณาให้ผู้ดูแลระบบคนอื่นดำเนินการ",
                "You cannot close your own account or change your own role. Please ask another administrator."));
        }
        var (wasClosed, before) = (account.IsClosed, account.Role);
        var name = ThaiText.Clean(input.DisplayName);
        account.DisplayName = name.Length > 0 ? name : account.DisplayName;
        if (input.Email is not null)
            account.Email = AccountRules.EmailOf(input.Email);
        account.Role = input.Role;
        account.CrewCode = input.Role == OfficerRole.Crew ? input.CrewCode : "";
        account.IsClosed = input.IsClosed;
        var action = wasClosed == input.IsClosed ? AuditAction.AccountChanged
            : input.IsClosed ? AuditAction.AccountClosed : AuditAction.AccountReopened;
        audit.Add(action, by, now, AuditSubject.Account(account.UserName), before == input.Role ? "" : $"{before} → {input.Role}");
        cancellationToken.ThrowIfCancellationRequested();
        (await users.UpdateAsync(account)).Demand();
        sessions.Forget();
        log.LogInformation("Account {AccountId} changed by {By}: {Role}, {State}",
            account.Id, by.OfficerId, account.Role, account.IsClosed ? "closed" : "open");
    }
}
