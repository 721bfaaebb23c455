using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Working;

[Authorize(Policy = Policies.Officers)]
public sealed class PauseModel(PauseWork useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Pause;

    [BindProperty, Needed("กรุณาเลือกเหตุผล", "Please choose the reason")]
    public string? ReasonCode { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new WorkPause(Reference, SeenNumber, ReasonCode!, Text ?? ""), by, now, cancellationToken),
        "พักงานไว้แล้ว", "Work is paused.", cancellationToken);
}
