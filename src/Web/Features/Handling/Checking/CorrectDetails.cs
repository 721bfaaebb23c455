using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Checking;

/// <summary>The details as they are right, and the photos that everyone may see.</summary>
public sealed record RightDetails(string Reference, int SeenNumber, Correction Details, IReadOnlyList<string> PublicPhotos)
    : ActInput(Reference, SeenNumber);

public sealed class CorrectDetails(AppDb db, FaultTypes faults, Province province)
{
    public Task RunAsync(RightDetails input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.CorrectDetails(input.Details, input.PublicPhotos, faults, province, by, now), cancellationToken);
}
