using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Declining;

[Authorize(Policy = Policies.Officers)]
public sealed class DeclineModel(DeclineServiceRequest useCase, PreparedTexts texts, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Decline;

    [BindProperty, Needed("กรุณาเลือกเหตุผล", "Please choose the reason")]
    public string? ReasonCode { get; set; }

    [BindProperty, Needed("กรุณาเขียนเหตุผลถึงผู้แจ้ง", "Please write the reason to the reporter"), AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    /// <summary>Which button was pressed: <c>send</c> after the preview, <c>edit</c> to go back to the form.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>The officer sees what the requester will read, and decides once more.</summary>
    public bool IsPreview { get; private set; }

    public TemplateChoice Templates => new(texts.Offered(TemplateUse.Decline), this);

    protected override void Prefill() => Text = texts.Fill(Template, TemplateUse.Decline, AtHand);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Step == "send")
        {
            return await SendAsync(
                (by, now) => useCase.RunAsync(new Refusal(Reference, SeenNumber, ReasonCode!, Text!), by, now, cancellationToken),
                "บันทึกการไม่รับดำเนินการและแจ้งผู้แจ้งแล้ว", "The request is not taken on; the reporter is told.", cancellationToken);
        }

        return await LookAsync(cancellationToken);
    }

    async Task<IActionResult> LookAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        if (Step == "edit") ModelState.Clear();
        IsPreview = Step != "edit" && ModelState.IsValid;
        return await AgainAsync(ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, cancellationToken);
    }
}
