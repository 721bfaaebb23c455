using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>A work order at the desk: what is to be done, and what can be done about it.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class DetailsModel(
    StartWorkOrder start, PauseWorkOrder pause, CancelWorkOrder cancel, RemoveFromWorkOrder remove, AppDb db, TimeProvider time)
    : OrderPage(db, time)
{
    [BindProperty]
    public string? ReasonCode { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Reason { get; set; }

    public IEnumerable<WorkOrderLine> Settled => Order.Lines.Where(line => line.Outcome != ItemOutcome.Pending);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken) => ActAsync(
        () => start.RunAsync(new(Number, null, SeenVersion), User.ToActor(), Now, cancellationToken),
        new("เริ่มงานแล้ว ผู้แจ้งทุกเรื่องได้รับแจ้ง", "Work has started; the reporters are told."), cancellationToken);

    public Task<IActionResult> OnPostPauseAsync(CancellationToken cancellationToken)
    {
        if (PauseReason.Find(ReasonCode) is null)
            ModelState.AddModelError(nameof(ReasonCode), Say.T("กรุณาเลือกเหตุผล", "Please choose the reason"));
        return ActAsync(
            () => pause.RunAsync(new(Number, SeenVersion, ReasonCode!, Text ?? ""), User.ToActor(), Now, cancellationToken),
            new("พักงานไว้แล้ว", "The work is paused."), cancellationToken);
    }

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Reason))
            ModelState.AddModelError(nameof(Reason), Say.T("กรุณาระบุเหตุผลที่ยกเลิก", "Please say why it is cancelled"));
        return ActAsync(
            () => cancel.RunAsync(new(Number, SeenVersion, Reason!), User.ToActor(), Now, cancellationToken),
            new("ยกเลิกใบสั่งงานแล้ว เรื่องที่ยังไม่เสร็จออกใบสั่งงานใหม่ได้", "The work order is cancelled; its requests can go on a new one."), cancellationToken);
    }

    public Task<IActionResult> OnPostRemoveAsync(string reference, CancellationToken cancellationToken) => ActAsync(
        () => remove.RunAsync(new(Number, reference), User.ToActor(), Now, cancellationToken),
        new($"นำเรื่อง {reference} ออกแล้ว", $"Request {reference} is taken out."), cancellationToken);

    async Task<IActionResult> ActAsync(Func<Task<WorkDone>> act, Phrase done, CancellationToken cancellationToken)
    {
        // Directors read, officers act.
        if (!User.IsOfficer()) return Forbid();
        if (!await FindAsync(cancellationToken)) return NotFound();
        if (!ModelState.IsValid) return await AgainAsync(cancellationToken);
        return await SendAsync(act, done, _ => Links.WorkOrder(Slug), cancellationToken);
    }
}
