using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Auditing;

/// <summary>The record of who saw and who changed what, newest first.</summary>
[Authorize(Policy = Policies.Supervisors)]
public sealed class AuditModel(AppDb db, AuditList list) : PageModel
{
    public const int PageSize = 50;

    public AuditAddress Address { get; private set; } = null!;

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last one.</summary>
    public AuditAddress? Next { get; private set; }

    /// <summary>Everybody who has an account, to choose from.</summary>
    public IReadOnlyList<(int Id, string Name)> Officers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = AuditAddress.Read(Request.Query);
        var rows = await list.ReadAsync(Address.Filter, Address.Start, PageSize, cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Address with { Start = new PageStart(Rows[^1].At, Rows[^1].Id, IsBackwards: false) } : null;
        var officers = await db.Users.AsNoTracking().OrderBy(account => account.DisplayName)
            .Select(account => new { account.Id, account.DisplayName, account.UserName }).ToListAsync(cancellationToken);
        Officers = officers.ConvertAll(account => (account.Id, $"{account.DisplayName} ({account.UserName})"));
    }
}
