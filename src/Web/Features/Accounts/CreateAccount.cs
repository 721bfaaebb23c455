using Microsoft.AspNetCore.Identity;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts;

/// <param name="UserName">As typed.</param>
/// <param name="DisplayName">Name as colleagues see it; the user name when empty.</param>
/// <param name="Role">What the account may do.</param>
/// <param name="Password">Its first password.</param>
/// <param name="MustChangePassword">Whether somebody else chose the password.</param>
/// <param name="Email">Address for warnings and mentions; empty for none.</param>
/// <param name="CrewCode">The crew that it belongs to; only kept for the role of a crew.</param>
public sealed record NewAccount(
    string UserName, string DisplayName, OfficerRole Role, string Password, bool MustChangePassword, string Email = "", string CrewCode = "");

/// <summary>A person of the staff gets an account.</summary>
public sealed class CreateAccount(UserManager<OfficerAccount> users, Startup startup, AuditLog audit, ILogger<CreateAccount> log)
{
    /// <returns>The account's id.</returns>
    /// <exception cref="RuleBroken">User name or password is unfit, or the name is taken.</exception>
    public async Task<int> RunAsync(NewAccount input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var userName = UserNames.Clean(input.UserName);
        if (!UserNames.IsFit(userName)) throw new RuleBroken(AccountRules.UserNameUnfit, UserNames.Advice);
        var displayName = ThaiText.Clean(input.DisplayName);
        var account = new OfficerAccount
        {
            UserName = userName,
            DisplayName = displayName.Length > 0 ? displayName : userName,
            Role = input.Role,
            Email = AccountRules.EmailOf(input.Email),
            CrewCode = input.Role == OfficerRole.Crew ? input.CrewCode : "",
            MustChangePassword = input.MustChangePassword,
            InitialPasswordUntil = input.MustChangePassword ? now + InitialPassword.Lasts : null,
            CreatedAt = now,
        };
        AccountRules.DemandFit(input.Password, account, startup);
        cancellationToken.ThrowIfCancellationRequested();
        audit.Add(AuditAction.AccountCreated, by, now, AuditSubject.Account(userName), input.Role.ToString());
        (await users.CreateAsync(account, input.Password)).Demand();
        log.LogInformation("Account {AccountId} created as {Role} by {By}", account.Id, account.Role, by.OfficerId);
        return account.Id;
    }
}
