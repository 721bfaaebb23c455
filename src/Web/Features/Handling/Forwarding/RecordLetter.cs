using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Forwarding;

/// <summary>The letter with which the request was forwarded.</summary>
public sealed record CoveringLetter(string Reference, int SeenNumber, ForwardingLetter Letter) : ActInput(Reference, SeenNumber);

public sealed class RecordLetter(AppDb db)
{
    public Task RunAsync(CoveringLetter input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.RecordLetter(input.Letter, by, now), cancellationToken);
}
