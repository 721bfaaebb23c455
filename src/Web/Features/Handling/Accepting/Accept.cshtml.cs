using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Accepting;

[Authorize(Policy = Policies.Officers)]
public sealed class AcceptModel(AcceptServiceRequest useCase, PreparedTexts texts, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Accept;

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Message { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new Acceptance(Reference, SeenNumber, Message ?? ""), by, now, cancellationToken),
        "รับเรื่องแล้ว ระบบจะแจ้งผู้แจ้งตามช่องทางที่เลือกไว้", "Accepted. The reporter is told by the chosen channel.", cancellationToken);

    public TemplateChoice Templates => new(texts.Offered(TemplateUse.Accept), this);

    protected override void Prefill() => Message = texts.Fill(Template, TemplateUse.Accept, AtHand) ?? new Phrase(
        "ขอบคุณที่แจ้งให้ทราบ ช่างไฟฟ้าจะเข้าดำเนินการตามลำดับ",
        "Thank you for telling us. A crew will see to it in turn.")
        .In(AtHand.Requester.Language);
}
