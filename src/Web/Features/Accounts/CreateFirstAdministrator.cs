using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts;

/// <param name="Key">The key of the set-up link.</param>
/// <param name="UserName">As typed.</param>
/// <param name="DisplayName">As typed.</param>
/// <param name="Password">As typed.</param>
public sealed record FirstAdministrator(string Key, string UserName, string DisplayName, string Password);

/// <summary>Whoever installed the program becomes its administrator, once.</summary>
public sealed class CreateFirstAdministrator(AppDb db, FirstSetUp setUp, CreateAccount createAccount)
{
    /// <exception cref="RuleBroken">There is an administrator already, or name or password is unfit.</exception>
    public async Task RunAsync(FirstAdministrator input, DateTime now, CancellationToken cancellationToken)
    {
        await setUp.Gate.WaitAsync(cancellationToken);
        try
        {
            if (!await setUp.AllowsAsync(input.Key, db, cancellationToken))
                throw new RuleBroken("account.set-up-over", new Phrase("ระบบนี้มีผู้ดูแลระบบแล้ว", "There is an administrator already."));
            await createAccount.RunAsync(
                new NewAccount(input.UserName, input.DisplayName, OfficerRole.Administrator, input.Password, MustChangePassword: false),
                Actor.System, now, cancellationToken);
        }
        finally
        {
            setUp.Gate.Release();
        }
    }
}
