using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Rating;

/// <summary>Asks the requester how satisfied they are with the repair.</summary>
[AllowAnonymous]
[ExpiredFormShownAgain]
public sealed class RateModel(OwnServiceRequests requests, RateRepair rate, TimeProvider time) : PageModel, IShowAgain
{
    /// <summary>The choices, the best first.</summary>
    public static IReadOnlyList<(int Value, Phrase Words)> Choices { get; } =
    [
        (5, new("5 พอใจมาก", "5 Very satisfied")),
        (4, new("4 พอใจ", "4 Satisfied")),
        (3, new("3 ปานกลาง", "3 Neither")),
        (2, new("2 ไม่ค่อยพอใจ", "2 Not quite satisfied")),
        (1, new("1 ไม่พอใจ", "1 Not satisfied")),
    ];

    [FromRoute]
    public string Secret { get; init; } = "";

    [BindProperty, Needed("กรุณาเลือกคะแนน", "Please choose a rating")]
    public int? Satisfaction { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Comment { get; set; }

    /// <summary>Null when the link leads nowhere.</summary>
    public ServiceRequest? Found { get; private set; }

    public bool MayRate { get; private set; }

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
            return Found is null ? NotThere() : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (!await rate.RunAsync(new RepairRating(Secret, Satisfaction!.Value, Comment), Actor.Requester, now, cancellationToken))
            return NotThere();
        this.ShowNext("ขอบคุณที่ให้คะแนนการซ่อม", "Thank you for rating the repair.");
        return LocalRedirect("~" + Links.OwnPage(Secret));
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        Found = await requests.ReadAsync(Secret, cancellationToken);
        if (Found is null) return;
        MayRate = await requests.MainOfAsync(Found, cancellationToken) is { } main ? Found.MayRateRepairOf(main) : Found.MayRate;
    }

    static PageResult NotThere() => new() { StatusCode = StatusCodes.Status404NotFound };
}
