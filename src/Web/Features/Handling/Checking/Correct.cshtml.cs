using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Checking;

[Authorize(Policy = Policies.Officers)]
public sealed class CorrectModel(CorrectDetails useCase, AppDb db, Province province, WhoseLamp whose, TambonFinder tambons, TimeProvider time)
    : DetailsPage(db, province, whose, tambons, time)
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
