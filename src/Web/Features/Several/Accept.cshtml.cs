using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Several;

[Authorize(Policy = Policies.Officers)]
public sealed class AcceptModel(AcceptSeveral useCase, AppDb db, TimeProvider time) : SeveralPage(db, time)
{
    public override Act Act => Act.Accept;

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Message { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (chosen, by, now) => useCase.RunAsync(new SeveralAcceptances(chosen, Message ?? ""), by, now, cancellationToken), cancellationToken);
}
