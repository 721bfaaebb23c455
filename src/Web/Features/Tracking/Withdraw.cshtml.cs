using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Tracking;

/// <summary>Asks once more before a report is taken back, for that cannot be undone.</summary>
[ExpiredFormShownAgain]
public sealed class WithdrawModel(OwnServiceRequests requests, WithdrawOwnRequest withdraw, TimeProvider time)
    : PageModel, IShowAgain
{
    [FromRoute]
    public string Secret { get; init; } = "";

    [BindProperty]
    [AtMost(ServiceRequest.MaxSymptom)]
    public string? Reason { get; set; }

    /// <summary>Null when the link leads nowhere.</summary>
    public ServiceRequest? Found { get; private set; }

    public bool MayWithdraw => Found is not null && Workflow.Allows(Found.Status, ServiceRequestStatus.Withdrawn);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        return Found is null ? NotThere() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (!await withdraw.RunAsync(new Withdrawal(Secret, Reason), Actor.Requester, now, cancellationToken))
            return NotThere();
        this.ShowNext("ยกเลิกเรื่องเรียบร้อยแล้ว", "Your report was withdrawn.");
        return LocalRedirect("~" + Links.OwnPage(Secret));
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken) =>
        Found = await requests.ReadAsync(Secret, cancellationToken);

    static PageResult NotThere() => new() { StatusCode = StatusCodes.Status404NotFound };
}
