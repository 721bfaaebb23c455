using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>An account as an administrator sees it.</summary>
public sealed record AccountLine(
    int Id, string UserName, string DisplayName, OfficerRole Role, string CrewCode, bool IsClosed, bool IsLocked, DateTime? SignedInAt, string Email)
{
    public Phrase State => IsClosed ? new Phrase("ปิดแล้ว", "Closed")
        : IsLocked ? new Phrase("พักชั่วคราว (ใส่รหัสผ่านผิด)", "Resting (wrong passwords)")
        : new Phrase("ใช้งานได้", "Open");

    public static AccountLine Of(OfficerAccount account, DateTime now) => new(
        account.Id, account.UserName!, account.DisplayName, account.Role, account.CrewCode, account.IsClosed,
        account.LockoutEnd > new DateTimeOffset(now), account.SignedInAt, account.Email ?? "");
}

/// <summary>All accounts; an authority has a few dozen.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class UsersModel(AppDb db, AuditLog audit, TimeProvider time) : PageModel
{
    public IReadOnlyList<AccountLine> Accounts { get; private set; } = [];

    /// <summary>How many open requests closed accounts still see to; who sees to none is not in it.</summary>
    public IReadOnlyDictionary<int, int> OpenWork { get; private set; } = new Dictionary<int, int>();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var accounts = await db.Users.AsNoTracking().OrderBy(account => account.IsClosed).ThenBy(account => account.UserName)
            .ToListAsync(cancellationToken);
        await audit.SeeAsync(AuditAction.AccountsSeen, User.ToActor(), now, AuditSubject.None, cancellationToken);
        var closed = accounts.Where(account => account.IsClosed).Select(account => account.Id).ToList();
        OpenWork = closed.Count == 0 ? OpenWork : await db.ServiceRequests.Where(Colleagues.IsOpen)
            .Where(request => closed.Contains(request.AssigneeId ?? 0)).GroupBy(request => request.AssigneeId!.Value)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);
        Accounts = [.. accounts.Select(account => AccountLine.Of(account, now))];
    }
}
