using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Assigning;

[Authorize(Policy = Policies.Officers)]
public sealed class AssignModel(AssignServiceRequest useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    /// <summary>Chosen so that nobody in particular sees to it.</summary>
    public const int Nobody = 0;

    public override Act Act => Act.Assign;

    [BindProperty, Needed("กรุณาเลือกผู้รับผิดชอบ", "Please choose who sees to it")]
    public int? OfficerId { get; set; }

    public IReadOnlyList<TeamMember> Colleagues { get; private set; } = [];

    public int? Me => User.ToActor().OfficerId;

    // Otherwise it would be taken for what answers a method PAGE.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Colleagues = await Db.ColleaguesAsync(HttpContext.RequestAborted);
        await next();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(
            new NewAssignee(Reference, SeenNumber, OfficerId == Nobody ? null : OfficerId), by, now, cancellationToken),
        OfficerId == Me ? "ท่านเป็นผู้รับผิดชอบเรื่องนี้แล้ว" : "บันทึกผู้รับผิดชอบแล้ว",
        OfficerId == Me ? "You see to this request now." : "Saved who sees to it.", cancellationToken);
}
