using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Accepting;

/// <summary>Taking a request on, with a word to the requester.</summary>
public sealed record Acceptance(string Reference, int SeenNumber, string Message) : ActInput(Reference, SeenNumber);

public sealed class AcceptServiceRequest(AppDb db)
{
    public Task RunAsync(Acceptance input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.Accept(ThaiText.Clean(input.Message), by, now), cancellationToken);
}
