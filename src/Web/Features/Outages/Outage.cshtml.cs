using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Outages;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Outages;

/// <summary>A suspected outage with its evidence: one work order for all of it, and the verdict.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class OutageModel(OutageList list, DecideOutage decide, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty, Needed("กรุณาเลือกผลการตรวจสอบ", "Please choose what it was")]
    public OutageVerdict? Verdict { get; set; }

    [BindProperty, AtMost(SuspectedOutage.MaxNote)]
    public string? Note { get; set; }

    /// <summary>The version when the form was shown.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    public SuspectedOutageRow It { get; private set; } = null!;

    public IReadOnlyList<OutageEvidence> Evidence { get; private set; } = [];

    /// <summary>What can go on a work order now.</summary>
    public IReadOnlyList<string> Workable => [.. Evidence
        .Where(one => one.WorkOrder.Length == 0 && one.Status is ServiceRequestStatus.Accepted or ServiceRequestStatus.InProgress)
        .Select(one => one.Reference)];

    /// <summary>What must be accepted before.</summary>
    public IReadOnlyList<string> NotAccepted => [.. Evidence.Where(one => one.Status is ServiceRequestStatus.Submitted).Select(one => one.Reference)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await list.FindAsync(Id, cancellationToken) is not { } found)
            return NotFound();
        It = found;
        (SeenVersion, Verdict, Note) = (It.Version, It.Verdict, It.Note);
        Evidence = await list.EvidenceAsync(Id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!User.IsOfficer())
            return Forbid();
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await decide.RunAsync(new(Id, SeenVersion, Verdict!.Value, Note ?? ""), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext("บันทึกผลการตรวจสอบแล้ว", "The verdict is saved.");
        return LocalRedirect(Links.Outages);
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        It = await list.FindAsync(Id, cancellationToken) ?? throw new InvalidOperationException("It is never deleted.");
        SeenVersion = It.Version;
        ModelState.Remove(nameof(SeenVersion));
        Evidence = await list.EvidenceAsync(Id, cancellationToken);
    }
}
