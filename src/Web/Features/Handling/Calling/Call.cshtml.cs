using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Calling;

[Authorize(Policy = Policies.Officers)]
public sealed class CallModel(RecordCall useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Call;

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Note { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new PhoneCall(Reference, SeenNumber, Note ?? ""), by, now, cancellationToken),
        "บันทึกการแจ้งทางโทรศัพท์แล้ว", "The call is recorded.", cancellationToken);
}
