using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts;

/// <summary>
/// The link that makes the first administrator. Its key lives in memory only: whoever reads what the program prints
/// at its start owns the machine anyway.
/// </summary>
public sealed class FirstSetUp : IDisposable
{
    string? key;

    /// <summary>Two people with the link become administrator one after the other, that is: only the first does.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Address of the page on this server, when nobody is administrator yet; otherwise null.</summary>
    public async Task<string?> OpenAsync(AppDb db, CancellationToken cancellationToken)
    {
        if (await HasAdministratorAsync(db, cancellationToken)) return null;
        key = RandomNumberGenerator.GetHexString(40, lowercase: true);
        return $"/officer/set-up/{key}";
    }

    public async Task<bool> AllowsAsync(string tried, AppDb db, CancellationToken cancellationToken) =>
        key is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(tried))
        && !await HasAdministratorAsync(db, cancellationToken);

    static Task<bool> HasAdministratorAsync(AppDb db, CancellationToken cancellationToken) =>
        db.Users.AnyAsync(account => account.Role == OfficerRole.Administrator && !account.IsClosed, cancellationToken);

    public void Dispose() => Gate.Dispose();
}
