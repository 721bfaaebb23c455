using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts;

/// <summary>One account of each role for the demo, with a password that everybody knows. Again changes nothing.</summary>
public sealed class CreateDemoAccounts(AppDb db, CreateAccount createAccount, Startup startup)
{
    static readonly (string UserName, string Name, OfficerRole Role)[] Accounts =
    [
        ("officer", "สมศรี ใจดี", OfficerRole.Officer),
        ("crew", "สมชาย ช่างไฟ", OfficerRole.Crew),
        ("director", "ประเสริฐ ดูแลดี", OfficerRole.Director),
        ("admin", "วิชัย รอบคอบ", OfficerRole.Administrator),
    ];

    public static IEnumerable<string> Names => Accounts.Select(account => account.UserName);

    /// <exception cref="InvalidOperationException">This is not the demo.</exception>
    public async Task RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (!startup.IsDemo) throw new InvalidOperationException("The demo's accounts exist in the demo only.");
        var existing = await db.Users.Select(account => account.UserName).ToListAsync(cancellationToken);
        foreach (var (userName, name, role) in Accounts.Where(account => !existing.Contains(account.UserName)))
        {
            await createAccount.RunAsync(
                new NewAccount(userName, name, role, PasswordRules.DemoPassword, MustChangePassword: false,
                    // RFC 2606: a domain that nobody can have; the letters lie in the demo's inbox.
                    $"{userName}@demo.example", CrewCode: "crew-1"), Actor.System, now, cancellationToken);
        }
    }
}
