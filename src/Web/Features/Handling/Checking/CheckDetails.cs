using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Checking;

/// <summary>What an officer decided after looking at the details.</summary>
/// <param name="Reference">The request.</param>
/// <param name="SeenNumber">Its last act when the form was shown.</param>
/// <param name="Details">The details as they are right.</param>
/// <param name="PublicPhotos">Keys of the photos that everyone may see.</param>
/// <param name="List">What was looked at.</param>
/// <param name="Remarks">For officers only, as typed.</param>
public sealed record Findings(
    string Reference, int SeenNumber, Correction Details, IReadOnlyList<string> PublicPhotos, CheckList List, string Remarks)
    : ActInput(Reference, SeenNumber);

public sealed class CheckDetails(AppDb db, FaultTypes faults, Province province)
{
    public Task RunAsync(Findings input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var check = new DetailsCheck(input.Details, input.PublicPhotos, input.List, ThaiText.Clean(input.Remarks));
        return db.ActAsync(input, by, now, request => request.CheckDetails(check, faults, province, by, now), cancellationToken);
    }
}
