using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;

namespace Songthang.Web.Features.Handling.Printing;

[Authorize(Policy = Policies.Officers)]
public sealed class PrintModel(RecordPrinting useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Print;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new Printout(Reference, SeenNumber), by, now, cancellationToken),
        "บันทึกการพิมพ์แบบคำร้องแล้ว", "The printing is recorded.", cancellationToken);

    protected override string Destination => Links.FormPdf(Reference);
}
