using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.DataProtection;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Breaches;

/// <summary>One case: the clock, the check-list and what was found.</summary>
[Authorize(Policy = Policies.Supervisors)]
public sealed class DetailsModel(AppDb db, NoteBreachCase note, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty]
    public List<string> Done { get; set; } = [];

    [BindProperty, AtMost(BreachCase.MaxWords)]
    public string Findings { get; set => field = ThaiText.Clean(value); } = "";

    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>What the pressed button says: <c>save</c> or <c>close</c>.</summary>
    [BindProperty]
    public string? Then { get; set; }

    public BreachCase It { get; private set; } = null!;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (!await ReadAsync(cancellationToken)) return NotFound();
        (Done, Findings, SeenVersion) = ([.. It.Done.Split(',')], It.Findings, It.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        if (!ModelState.IsValid)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        await note.RunAsync(new(Id, SeenVersion, Done, Findings, Then == "close"), User.ToActor(), Now, cancellationToken);
        this.ShowNext("บันทึกแล้ว", "It is saved.");
        return LocalRedirect(Links.Breach(Id));
    }

    public Task ShowAgainAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await db.BreachCases.AsNoTracking().SingleOrDefaultAsync(it => it.Id == Id, cancellationToken);
        It = found!;
        return found is not null;
    }
}
