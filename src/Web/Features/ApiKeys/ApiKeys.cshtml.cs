using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.ApiKeys;

/// <summary>All keys of partners; an authority has a few dozen.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class ApiKeysModel(AppDb db, TimeProvider time) : PageModel
{
    public IReadOnlyList<KeyLine> Keys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = ThaiDates.BangkokDate(time.GetUtcNow().UtcDateTime);
        Keys = await db.ApiKeys.AsNoTracking().OrderBy(key => key.RevokedAt != null).ThenBy(key => key.Partner).ThenBy(key => key.Id)
            .Select(key => new KeyLine(key.Id, key.Partner, key.Prefix, key.Scopes, key.PerDay, key.RevokedAt,
                db.ApiKeyDays.Where(day => day.ApiKeyId == key.Id && day.Day == today).Select(day => day.Calls).FirstOrDefault(),
                db.ApiKeyDays.Where(day => day.ApiKeyId == key.Id).OrderByDescending(day => day.Day).Select(day => (DateTime?)day.LastAt).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }

    /// <summary>A key in the list.</summary>
    public sealed record KeyLine(
        int Id, string Partner, string Prefix, PartnerScopes Scopes, int PerDay, DateTime? RevokedAt, int Today, DateTime? LastUsedAt);
}
