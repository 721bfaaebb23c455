using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Forwarding;

/// <summary>Records what the authority answered to which the request was forwarded.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class ReplyModel(RecordAuthoritysAnswer useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Reply;

    [BindProperty, Needed("กรุณาเขียนคำตอบของหน่วยงาน", "Please write the agency's answer"), AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    [BindProperty]
    public bool IsPublic { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new AuthoritysAnswer(Reference, SeenNumber, Text!, IsPublic), by, now, cancellationToken),
        "บันทึกคำตอบของหน่วยงานแล้ว", "The agency's answer is recorded.", cancellationToken);
}
