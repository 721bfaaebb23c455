using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Merging;

[Authorize(Policy = Policies.Officers)]
public sealed class SplitModel(SplitOffServiceRequest useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Split;

    [BindProperty, Needed("กรุณาระบุเหตุผล", "Please give the reason"), AtMost(ServiceRequest.MaxSymptom)]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new Separation(Reference, SeenNumber, Reason!), by, now, cancellationToken),
        "แยกเรื่องแล้ว", "The request goes on by itself.", cancellationToken);
}
