using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>An account's owner takes the link with the directory away.</summary>
public sealed class UnlinkDirectory(AppDb db, AuditLog audit)
{
    public async Task RunAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.UserLogins.Where(login => login.UserId == by.OfficerId).ExecuteDeleteAsync(cancellationToken) > 0)
            await audit.WriteAsync(AuditAction.DirectoryUnlinked, by, now, AuditSubject.None, "", cancellationToken);
    }
}
