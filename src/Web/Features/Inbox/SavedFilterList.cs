using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Inbox;

/// <summary>A filter with a name.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="Query">The list's address after its question mark.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="IsMine">The officer's who looks.</param>
/// <param name="IsDefault">Opens with its owner's inbox.</param>
/// <param name="IsShared">The whole team sees it.</param>
public sealed record SavedFilterLine(int Id, string Name, string Query, string Owner, bool IsMine, bool IsDefault, bool IsShared)
{
    public string Address => $"{Links.Inbox}?{Query}";
}

/// <summary>The filters that an officer sees: the own ones first, then those that colleagues share.</summary>
public sealed class SavedFilterList(AppDb db)
{
    const int Most = 60;

    public async Task<IReadOnlyList<SavedFilterLine>> ReadAsync(int me, CancellationToken cancellationToken)
    {
        // Compared with a parameter, because SQLite uses no index for a bare column as the condition.
        var yes = true;
        return await db.SavedFilters.AsNoTracking().Where(filter => filter.OfficerId == me || filter.IsShared == yes)
            .Join(db.Users, filter => filter.OfficerId, account => account.Id, (filter, account) => new { filter, account.DisplayName })
            .OrderBy(both => both.filter.OfficerId == me ? 0 : 1).ThenBy(both => both.filter.Name).ThenBy(both => both.filter.Id)
            .Take(Most)
            .Select(both => new SavedFilterLine(both.filter.Id, both.filter.Name, both.filter.Query, both.DisplayName,
                both.filter.OfficerId == me, both.filter.IsDefault, both.filter.IsShared))
            .ToListAsync(cancellationToken);
    }
}
