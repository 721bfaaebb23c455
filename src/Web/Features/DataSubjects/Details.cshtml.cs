using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.DataProtection;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.DataSubjects;

/// <summary>One request about the own data, and its answer.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class DetailsModel(AppDb db, CloseDataSubjectRequest close, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty, Needed("กรุณาเลือกผล", "Please choose the outcome")]
    public DataSubjectOutcome? Outcome { get; set; }

    [BindProperty, Needed("กรุณาเขียนคำตอบหรือเหตุผล", "Please write the answer or the reason"), AtMost(DataSubjectRequest.MaxWords)]
    public string Answer { get; set => field = ThaiText.Clean(value); } = "";

    public DataSubjectRequest It { get; private set; } = null!;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await ReadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        if (!ModelState.IsValid)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        await close.RunAsync(new(Id, Outcome!.Value, Answer), User.ToActor(), Now, cancellationToken);
        this.ShowNext("บันทึกคำตอบแล้ว", "The answer is saved.");
        return LocalRedirect(Links.DataSubject(Id));
    }

    public Task ShowAgainAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await db.DataSubjectRequests.AsNoTracking().SingleOrDefaultAsync(it => it.Id == Id, cancellationToken);
        It = found!;
        return found is not null;
    }
}
