using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Working;

[Authorize(Policy = Policies.Officers)]
public sealed class StartModel(StartWork useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Start;

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Note { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new WorkStart(Reference, SeenNumber, Note ?? ""), by, now, cancellationToken),
        "เริ่มดำเนินการแล้ว", "Work has started.", cancellationToken);
}
