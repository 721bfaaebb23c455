using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Withdrawing;

[Authorize(Policy = Policies.Officers)]
public sealed class WithdrawModel(WithdrawServiceRequest useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Withdraw;

    [BindProperty, Needed("กรุณาระบุว่าผู้แจ้งขอยกเลิกอย่างไร", "Please say how the reporter asked for it"), AtMost(ServiceRequest.MaxSymptom)]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new Withdrawal(Reference, SeenNumber, Reason!), by, now, cancellationToken),
        "ยกเลิกเรื่องตามที่ผู้แจ้งขอแล้ว", "The request is withdrawn.", cancellationToken);
}
