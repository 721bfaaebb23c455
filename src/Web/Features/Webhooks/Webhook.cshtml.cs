using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Webhooks;

/// <summary>What one partner is told and what came of it.</summary>
[Authorize(Policy = Policies.Administrators)]
[ConfirmFirst]
public sealed class WebhookModel(
    WebhookList list, PauseWebhook pause, DeleteWebhook delete, SendPing ping, SendDeliveriesAgain again, TimeProvider time) : PageModel
{
    const int Size = 50;

    [FromRoute]
    public int Id { get; set; }

    /// <summary>Key of the last delivery of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public WebhookSubscription It { get; private set; } = null!;

    public IReadOnlyList<WebhookDeliveryRow> Rows { get; private set; } = [];

    public long? Next { get; private set; }

    DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPauseAsync(bool pauses, CancellationToken cancellationToken)
    {
        if (!await pause.RunAsync(new(Id, pauses), User.ToActor(), Now, cancellationToken)) return NotFound();
        return Done(pauses ? "พักการส่งแล้ว" : "เปิดการส่งอีกครั้งแล้ว", pauses ? "It is paused." : "It goes on.");
    }

    public async Task<IActionResult> OnPostPingAsync(CancellationToken cancellationToken)
    {
        if (await list.FindAsync(Id, cancellationToken) is null) return NotFound();
        await ping.RunAsync(new(Id), Now, cancellationToken);
        return Done("กำลังส่งข้อความทดสอบ ผลแสดงในรายการด้านล่างภายในไม่กี่วินาที กรุณาโหลดหน้าใหม่", "A test is on its way: its result is in the list within seconds. Please load the page again.");
    }

    public async Task<IActionResult> OnPostAgainAsync(long? delivery, CancellationToken cancellationToken)
    {
        if (await list.FindAsync(Id, cancellationToken) is null) return NotFound();
        var count = await again.RunAsync(new(Id, delivery), Now, cancellationToken);
        return Done($"จะส่งอีกครั้ง {count} รายการ", $"Will be sent again: {count}.");
    }

    public async Task<IActionResult> OnPostDeleteAsync(bool sure, CancellationToken cancellationToken)
    {
        if (!sure)
        {
            ModelState.AddModelError("", Say.T("กรุณาทำเครื่องหมายยืนยันก่อนลบ", "Please tick the box before deleting."));
            return await FindAsync(cancellationToken) ? new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity } : NotFound();
        }

        if (!await delete.RunAsync(new(Id), User.ToActor(), Now, cancellationToken)) return NotFound();
        this.ShowNext("ลบแล้ว", "It is deleted.");
        return LocalRedirect(Links.Webhooks);
    }

    async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await list.FindAsync(Id, cancellationToken) is not { } found)
            return false;
        It = found;
        var rows = await list.DeliveriesAsync(Id, Before, Size + 1, cancellationToken);
        Rows = [.. rows.Take(Size)];
        Next = rows.Count > Size ? Rows[^1].Delivery.Id : null;
        return true;
    }

    LocalRedirectResult Done(string thai, string english)
    {
        this.ShowNext(thai, english);
        return LocalRedirect(Links.Webhook(Id));
    }
}
