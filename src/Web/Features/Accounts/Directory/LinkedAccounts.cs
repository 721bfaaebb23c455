using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>Which account is linked with whom the directory knows.</summary>
public sealed class LinkedAccounts(AppDb db)
{
    /// <summary>The account that is linked with the person; null for none.</summary>
    public Task<OfficerAccount?> FindAsync(SaidByDirectory said, CancellationToken cancellationToken) => db.Users.AsNoTracking().SingleOrDefaultAsync(
        account => db.UserLogins.Any(login => login.UserId == account.Id && login.LoginProvider == said.Issuer && login.ProviderKey == said.Subject), cancellationToken);
}
