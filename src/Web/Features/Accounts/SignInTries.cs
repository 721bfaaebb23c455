using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts;

/// <summary>
/// How often an account was tried in vain, with passwords and with codes together. After five in a row it rests for a quarter of an hour.
/// </summary>
public sealed class SignInTries(AppDb db)
{
    const int MostFailures = 5;
    static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Each try is counted before it is looked at, so that many at once cannot slip through.</summary>
    public async Task<bool> MayTryAsync(OfficerAccount account, DateTime now, CancellationToken cancellationToken)
    {
        if (account.LockoutEnd > new DateTimeOffset(now)) return false;
        if (await db.Users.Where(found => found.Id == account.Id && found.AccessFailedCount < MostFailures).ExecuteUpdateAsync(
            set => set.SetProperty(found => found.AccessFailedCount, found => found.AccessFailedCount + 1), cancellationToken) == 1)
        {
            return true;
        }
        await LockWhenTooOftenAsync(account.Id, now, cancellationToken);
        return false;
    }

    /// <summary>The try was in vain.</summary>
    public Task<int> LockWhenTooOftenAsync(int accountId, DateTime now, CancellationToken cancellationToken) => db.Users
        .Where(found => found.Id == accountId && found.AccessFailedCount >= MostFailures)
        .ExecuteUpdateAsync(
            set => set.SetProperty(found => found.AccessFailedCount, 0)
                .SetProperty(found => found.LockoutEnd, new DateTimeOffset(now + LockedFor)),
            cancellationToken);

    /// <summary>This try was right, but those before it still count: whoever knows the password only must not try codes without end.</summary>
    public Task<int> TakeBackAsync(int accountId, CancellationToken cancellationToken) => db.Users
        .Where(found => found.Id == accountId && found.AccessFailedCount > 0)
        .ExecuteUpdateAsync(set => set.SetProperty(found => found.AccessFailedCount, found => found.AccessFailedCount - 1), cancellationToken);
}
