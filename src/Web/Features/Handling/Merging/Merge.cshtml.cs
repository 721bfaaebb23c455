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
public sealed class MergeModel(MergeServiceRequest useCase, NearbyRequests nearby, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Merge;

    /// <summary>The main request, chosen from the list.</summary>
    [BindProperty]
    public string? Main { get; set; }

    /// <summary>The main request, typed.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    /// <summary><c>preview</c>, <c>send</c>, or <c>edit</c> to choose again.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public IReadOnlyList<SameFaultCandidate> Candidates { get; private set; } = [];

    /// <summary>The main request, once it is chosen and waits for the officer's word.</summary>
    public SameFaultCandidate? Preview { get; private set; }

    /// <summary>The chosen one had been merged itself: its main request is taken.</summary>
    public bool IsResolved { get; private set; }

    /// <summary>Who waits for the request at hand.</summary>
    public WhoWaits Waiting { get; private set; } = new([], 0);

    /// <summary>How the requester learns that it was merged.</summary>
    public static Phrase ToldNow(ToldBy toldBy) => toldBy switch
    {
        ToldBy.Email => new("จะได้รับแจ้งทางอีเมลว่ารวมเรื่องแล้ว", "is told by email that it was merged"),
        ToldBy.Phone => new("ขอให้แจ้งทางโทรศัพท์ กรุณาโทรแจ้งและบันทึกการโทร", "wants to be called: please call and record the call"),
        _ => new("ดูได้ที่หน้าเรื่องของตนเอง", "reads it on the own page"),
    };

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Candidates = await nearby.SuggestAsync(Reference, AtHand.FaultCode, AtHand.Place, cancellationToken);
        Waiting = await WhoWaits.ReadAsync(Db, AtHand.Id, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Step == "send")
        {
            return await SendAsync(
                (by, now) => useCase.RunAsync(new Merger(Reference, SeenNumber, Main ?? ""), by, now, cancellationToken),
                "รวมเรื่องแล้ว", "The requests are merged.", cancellationToken);
        }

        if (!await FindAsync(cancellationToken)) return NotFound();
        if (Step == "edit") return Page();
        await ChooseAsync(cancellationToken);
        return Preview is null ? await AgainAsync(StatusCodes.Status422UnprocessableEntity, cancellationToken) : Page();
    }

    /// <summary>What was typed names the main request more exactly than the list does.</summary>
    async Task ChooseAsync(CancellationToken cancellationToken)
    {
        var (field, chosen) = string.IsNullOrWhiteSpace(Typed) ? (nameof(Main), Main) : (nameof(Typed), Typed);
        if (string.IsNullOrWhiteSpace(chosen))
        {
            ModelState.AddModelError(nameof(Main), Say.T("กรุณาเลือกหรือพิมพ์เลขที่เรื่องหลัก", "Please choose or type the main request"));
            return;
        }

        var main = Domain.ServiceRequests.Reference.TryParse(chosen, out var reference)
            ? await Db.FindMainAsync(reference.ToString(), cancellationToken)
            : null;
        if (main is null)
            ModelState.AddModelError(field, Say.T("ไม่พบเลขที่เรื่องนี้ กรุณาตรวจสอบตัวเลข", "There is no such reference; please check the digits"));
        else if (main.Reference == Reference)
            ModelState.AddModelError(field, Say.T("รวมเรื่องเข้ากับตัวเองไม่ได้", "A request cannot be merged with itself"));
        else if (!main.Status.IsOpen())
            ModelState.AddModelError(field, Say.T(
                $"รวมกับเรื่องนี้ไม่ได้ เพราะอยู่ในสถานะ “{main.Status.Name().Thai}” แล้ว", $"It is “{main.Status.Name().English}” already: nothing can be merged into it"));
        else
            Show(main, isResolved: main.Reference != reference.ToString());
    }

    void Show(ServiceRequest main, bool isResolved)
    {
        IsResolved = isResolved;
        Preview = new(
            new(main.Id, main.Reference, main.Status, main.FaultCode, main.Place, main.SubmittedAt, main.CheckedAt is not null,
                main.Photos.Select(photo => photo.Key).FirstOrDefault()),
            SameFault.Of(AtHand.FaultCode, AtHand.Place, main.FaultCode, main.Place)
                ?? new(SameFaultReason.Near, SameFault.Distance(AtHand.Place, main.Place)));
    }
}
