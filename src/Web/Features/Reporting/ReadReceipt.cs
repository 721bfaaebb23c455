using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Reporting;

/// <param name="Secret">Of the requester's own link.</param>
/// <param name="OwnAddress">Where the requester reached the program: right for the requester when no address is configured.</param>
public sealed record ReceiptWanted(string Secret, string OwnAddress);

/// <summary>What a receipt tells of a report.</summary>
public sealed record Receipt(
    string Reference, string FaultCode, Place Place, DateTime SubmittedAt, ToldBy ToldBy, bool HasEmail, int Photos,
    NextSteps Steps, Uri OwnLink);

/// <summary>A requester looks at the receipt, on the screen or on paper.</summary>
public sealed class ReadReceipt(AppDb db, ServiceLevel level, IConfiguration configuration)
{
    /// <summary>The receipt, or null when the link is nobody's.</summary>
    public async Task<Receipt?> RunAsync(ReceiptWanted input, CancellationToken cancellationToken)
    {
        var found = await db.ServiceRequests.AsNoTracking().Where(request => request.Secret == input.Secret)
            .Select(request => new
            {
                request.Reference,
                request.FaultCode,
                request.Place,
                request.SubmittedAt,
                request.Requester.ToldBy,
                HasEmail = request.Requester.Email != "",
                Photos = request.Photos.Count,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var address = configuration[PublicAddress.Key] is { Length: > 0 } configured ? configured : input.OwnAddress;
        return new(found.Reference, found.FaultCode, found.Place, found.SubmittedAt, found.ToldBy, found.HasEmail, found.Photos,
            NextSteps.After(found.SubmittedAt, level), new PublicAddress(address).Of(Links.OwnPage(input.Secret)));
    }
}
