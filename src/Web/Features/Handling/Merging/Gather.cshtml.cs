using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;

namespace Songthang.Web.Features.Handling.Merging;

[Authorize(Policy = Policies.Officers)]
public sealed class GatherModel(MergeOtherRequests useCase, NearbyRequests nearby, AppDb db, TimeProvider time) : ActPage(db, time)
{
    /// <summary>Most requests at once.</summary>
    public const int Most = 20;

    public override Act Act => Act.Gather;

    [BindProperty]
    public List<string> Others { get; set; } = [];

    /// <summary>More of them, typed with spaces or commas between.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    public IReadOnlyList<SameFaultCandidate> Candidates { get; private set; } = [];

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        Candidates = await nearby.SuggestAsync(Reference, AtHand.FaultCode, AtHand.Place, cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var chosen = new List<string>();
        foreach (var typed in ThaiText.Clean(Typed).Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Domain.ServiceRequests.Reference.TryParse(typed, out var reference)) chosen.Add(reference.ToString());
            else ModelState.AddModelError(nameof(Typed), Say.T($"ไม่พบเลขที่เรื่อง {typed} กรุณาตรวจสอบตัวเลข", $"There is no reference {typed}; please check the digits"));
        }

        chosen.AddRange(Others);
        if (chosen.Count == 0 && ModelState.IsValid)
            ModelState.AddModelError(nameof(Others), Say.T("กรุณาเลือกเรื่องอย่างน้อยหนึ่งเรื่อง", "Please choose at least one"));
        else if (chosen.Count > Most)
            ModelState.AddModelError(nameof(Others), Say.T($"รวมได้ครั้งละไม่เกิน {Most} เรื่อง", $"At most {Most} at once"));
        return SendAsync(
            (by, now) => useCase.RunAsync(new Gathering(Reference, SeenNumber, chosen), by, now, cancellationToken),
            "รวมเรื่องแล้ว", "The requests are merged.", cancellationToken);
    }
}
