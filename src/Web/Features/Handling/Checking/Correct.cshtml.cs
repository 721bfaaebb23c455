using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Checking;

[Authorize(Policy = Policies.Officers)]
public sealed class CorrectModel(CorrectDetails useCase, AppDb db, Province province, TimeProvider time) : DetailsPage(db, province, time)
{
    public override Act Act => Act.Correct;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var details = ReadDetails();
        return SendAsync(
            (by, now) => useCase.RunAsync(new RightDetails(Reference, SeenNumber, details, PublicPhotos), by, now, cancellationToken),
            "แก้ไขข้อมูลแล้ว", "The details are corrected.", cancellationToken);
    }
}
