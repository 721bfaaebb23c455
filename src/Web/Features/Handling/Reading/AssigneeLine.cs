using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Reading;

/// <summary>Who sees to a request.</summary>
/// <param name="Name">As colleagues see it today.</param>
/// <param name="IsMe">The officer who looks at the page.</param>
/// <param name="Handles">False when the account was closed or may decide nothing any more.</param>
public sealed record AssigneeLine(string Name, bool IsMe, bool Handles)
{
    public static async Task<AssigneeLine?> FindAsync(AppDb db, int? assignee, int? me, CancellationToken cancellationToken) =>
        assignee is null ? null : await db.Users.Where(account => account.Id == assignee)
            .Select(account => new AssigneeLine(account.DisplayName, account.Id == me,
                !account.IsClosed && (account.Role == OfficerRole.Officer || account.Role == OfficerRole.Administrator)))
            .SingleAsync(cancellationToken);
}
