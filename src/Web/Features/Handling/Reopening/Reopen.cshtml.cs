using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Reopening;

[Authorize(Policy = Policies.Officers)]
public sealed class ReopenModel(ReopenServiceRequest useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Reopen;

    [BindProperty, Needed("กรุณาระบุเหตุผล", "Please give the reason"), AtMost(ServiceRequest.MaxSymptom)]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new NewStart(Reference, SeenNumber, Reason!), by, now, cancellationToken),
        "เปิดเรื่องอีกครั้งแล้ว", "The request is taken up again.", cancellationToken);
}
