using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Webhooks;

/// <summary>The partners that are told of changes; a new one's secret is shown once.</summary>
[Authorize(Policy = Policies.Administrators)]
[ConfirmFirst]
public sealed class WebhooksModel(WebhookList list, CreateWebhook create, Province province, TimeProvider time) : PageModel, IShowAgain
{
    [BindProperty, Needed("กรุณาระบุหน่วยงาน", "Please give the partner"), AtMost(WebhookSubscription.MaxPartner)]
    public string Partner { get; set => field = ThaiText.Clean(value); } = "";

    [BindProperty, Needed("กรุณาระบุที่อยู่ที่รับข้อมูล", "Please give the address")]
    public string? Target { get; set; }

    [BindProperty, Needed("กรุณาเลือกอย่างน้อยหนึ่งอย่าง", "Please choose at least one")]
    public List<WebhookEvents> Events { get; set; } = [];

    [BindProperty]
    public string? Amphoe { get; set; }

    public IReadOnlyList<WebhookSubscription> Rows { get; private set; } = [];

    public Province Province => province;

    /// <summary>The new partner's secret; null but in the moment it was made.</summary>
    public string? Secret { get; private set; }

    public int CreatedId { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Events = [.. WebhookWords.Events];
        await ShowAgainAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(Amphoe) && province.TambonsOf(Amphoe).Count == 0)
            ModelState.AddModelError(nameof(Amphoe), Say.T("กรุณาเลือกอำเภอจากรายการ", "Please choose a district from the list"));
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var events = Events.Aggregate(WebhookEvents.None, (all, one) => all | one);
        (CreatedId, Secret) = await create.RunAsync(
            new(Partner, Target ?? "", events, Amphoe ?? ""), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        ModelState.Clear();
        (Partner, Target, Amphoe, Events) = ("", null, null, [.. WebhookWords.Events]);
        await ShowAgainAsync(cancellationToken);
        return Page();
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken) => Rows = await list.ReadAsync(cancellationToken);
}
