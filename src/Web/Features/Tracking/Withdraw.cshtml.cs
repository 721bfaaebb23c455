using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Own;

namespace Songthang.Web.Features.Tracking;

/// <summary>Asks once more before a report is taken back, for that cannot be undone.</summary>
public sealed class WithdrawModel(OwnServiceRequests requests, WithdrawOwnRequest withdraw, TimeProvider time)
    : OwnActPage(requests, time)
{
    [BindProperty]
    [AtMost(ServiceRequest.MaxSymptom)]
    public string? Reason { get; set; }

    public override bool IsPossible => Found is not null && Workflow.Allows(Found.Status, ServiceRequestStatus.Withdrawn);

    public override string? Typed => Reason;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => withdraw.RunAsync(new Withdrawal(Secret, Reason), by, now, cancellationToken),
        "ยกเลิกเรื่องเรียบร้อยแล้ว", "Your report was withdrawn.", cancellationToken);
}
