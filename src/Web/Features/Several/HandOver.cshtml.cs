using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Several;

/// <summary>Somebody leaves or is away: an administrator gives all their open work to a colleague.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class HandOverModel(HandOverWork handOver, AppDb db, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public int Id { get; set; }

    /// <summary>0 for nobody in particular.</summary>
    [BindProperty, Needed("กรุณาเลือกผู้รับผิดชอบ", "Please choose who sees to it")]
    public int? OfficerId { get; set; }

    public TeamMember From { get; private set; } = null!;

    public IReadOnlyList<TeamMember> Colleagues { get; private set; } = [];

    public int Count { get; private set; }

    public IReadOnlyList<ChosenRow> Work { get; private set; } = [];

    /// <summary>What became of each; null before.</summary>
    public IReadOnlyList<RowResult>? Results { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        if (!ModelState.IsValid) return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        Results = await handOver.RunAsync(
            new WorkHandover(Id, OfficerId == 0 ? null : OfficerId), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        await FindAsync(cancellationToken);
        return Page();
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken);

    async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var from = await db.Users.AsNoTracking().Where(account => account.Id == Id)
            .Select(account => new TeamMember(account.Id, account.DisplayName)).SingleOrDefaultAsync(cancellationToken);
        if (from is null) return false;
        From = from;
        Colleagues = [.. (await db.ColleaguesAsync(cancellationToken)).Where(colleague => colleague.Id != Id)];
        Count = await db.OpenWorkOf(Id).CountAsync(cancellationToken);
        var references = await db.OpenWorkOf(Id).OrderBy(request => request.Id).Select(request => request.Reference)
            .Take(EachRequest.Most).ToListAsync(cancellationToken);
        Work = await ChosenRow.ReadAsync(db, references, cancellationToken);
        return true;
    }
}
