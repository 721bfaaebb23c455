using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Tracking;

/// <summary>Says what is still wrong after the repair.</summary>
[ExpiredFormShownAgain]
public sealed class ReopenModel(OwnServiceRequests requests, ReopenOwnRequest reopen, TimeProvider time)
    : PageModel, IShowAgain
{
    [FromRoute]
    public string Secret { get; init; } = "";

    [BindProperty]
    [Needed("กรุณาระบุว่ายังมีสิ่งใดไม่เรียบร้อย", "Please say what is still wrong")]
    [AtMost(ServiceRequest.MaxSymptom)]
    public string? Reason { get; set; }

    /// <summary>Null when the link leads nowhere.</summary>
    public ServiceRequest? Found { get; private set; }

    public bool MayReopen { get; private set; }

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
        if (!await reopen.RunAsync(new Reopening(Secret, Reason), Actor.Requester, now, cancellationToken))
            return NotThere();
        this.ShowNext("ส่งเรื่องให้เจ้าหน้าที่ตรวจสอบอีกครั้งแล้ว", "The works division will look at it again.");
        return LocalRedirect("~" + Links.OwnPage(Secret));
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        Found = await requests.ReadAsync(Secret, cancellationToken);
        if (Found is null) return;
        var main = await requests.MainOfAsync(Found, cancellationToken);
        MayReopen = OwnChoices.Of(Found, time.GetUtcNow().UtcDateTime, main).MayReopen;
    }

    static PageResult NotThere() => new() { StatusCode = StatusCodes.Status404NotFound };
}
