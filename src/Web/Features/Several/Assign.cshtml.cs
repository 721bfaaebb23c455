using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Several;

[Authorize(Policy = Policies.Officers)]
public sealed class AssignModel(AssignSeveral useCase, AppDb db, TimeProvider time) : SeveralPage(db, time)
{
    public override Act Act => Act.Assign;

    /// <summary>0 for nobody in particular.</summary>
    [BindProperty, Needed("กรุณาเลือกผู้รับผิดชอบ", "Please choose who sees to them")]
    public int? OfficerId { get; set; }

    public IReadOnlyList<TeamMember> Colleagues { get; private set; } = [];

    // Otherwise it would be taken for what answers a method PAGE.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Colleagues = await Db.ColleaguesAsync(HttpContext.RequestAborted);
        await next();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (chosen, by, now) => useCase.RunAsync(
            new SeveralAssignments(chosen, OfficerId == 0 ? null : OfficerId), by, now, cancellationToken), cancellationToken);
}
