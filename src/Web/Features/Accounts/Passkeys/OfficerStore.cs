using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts.Passkeys;

/// <summary>
/// Where Identity finds accounts and their passkeys. The passkeys lie in a table of our own: Identity's would be a document in which nobody
/// can look for the last use.
/// </summary>
public sealed class OfficerStore(AppDb db, IdentityErrorDescriber describer)
    : UserOnlyStore<OfficerAccount, AppDb, int>(db, describer), IUserPasskeyStore<OfficerAccount>
{
    async Task IUserPasskeyStore<OfficerAccount>.AddOrUpdatePasskeyAsync(OfficerAccount user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var stored = await Context.Passkeys.SingleOrDefaultAsync(
            found => found.OfficerId == user.Id && found.CredentialId == passkey.CredentialId, cancellationToken);
        if (stored is null)
        {
            Context.Passkeys.Add(new Passkey
            {
                OfficerId = user.Id,
                CredentialId = passkey.CredentialId,
                PublicKey = passkey.PublicKey,
                Name = passkey.Name ?? "",
                SignCount = passkey.SignCount,
                Transports = string.Join(',', passkey.Transports ?? []) is { Length: <= 200 } known ? known : "",
                IsUserVerified = passkey.IsUserVerified,
                IsBackupEligible = passkey.IsBackupEligible,
                IsBackedUp = passkey.IsBackedUp,
                CreatedAt = passkey.CreatedAt.UtcDateTime,
            });
            return;
        }

        (stored.SignCount, stored.IsBackedUp, stored.IsUserVerified) = (passkey.SignCount, passkey.IsBackedUp, passkey.IsUserVerified);
    }

    async Task<IList<UserPasskeyInfo>> IUserPasskeyStore<OfficerAccount>.GetPasskeysAsync(OfficerAccount user, CancellationToken cancellationToken) =>
        [.. (await Context.Passkeys.AsNoTracking().Where(found => found.OfficerId == user.Id).ToListAsync(cancellationToken)).Select(InfoOf)];

    async Task<OfficerAccount?> IUserPasskeyStore<OfficerAccount>.FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Users.SingleOrDefaultAsync(
            account => Context.Passkeys.Any(found => found.CredentialId == credentialId && found.OfficerId == account.Id), cancellationToken);

    async Task<UserPasskeyInfo?> IUserPasskeyStore<OfficerAccount>.FindPasskeyAsync(OfficerAccount user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Passkeys.AsNoTracking().SingleOrDefaultAsync(
            found => found.OfficerId == user.Id && found.CredentialId == credentialId, cancellationToken) is { } stored
            ? InfoOf(stored)
            : null;

    Task IUserPasskeyStore<OfficerAccount>.RemovePasskeyAsync(OfficerAccount user, byte[] credentialId, CancellationToken cancellationToken) =>
        Context.Passkeys.Where(found => found.OfficerId == user.Id && found.CredentialId == credentialId).ExecuteDeleteAsync(cancellationToken);

    // What was said when it was made proves nothing that is asked for, so it is not kept.
    static UserPasskeyInfo InfoOf(Passkey stored) => new(
        stored.CredentialId, stored.PublicKey, new DateTimeOffset(stored.CreatedAt), (uint)stored.SignCount,
        stored.Transports.Length == 0 ? [] : stored.Transports.Split(','), stored.IsUserVerified, stored.IsBackupEligible, stored.IsBackedUp, [], [])
    {
        Name = stored.Name,
    };
}
