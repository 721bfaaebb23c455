using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Calling;

/// <summary>What was said on the telephone; for officers only.</summary>
public sealed record PhoneCall(string Reference, int SeenNumber, string Note) : ActInput(Reference, SeenNumber);

public sealed class RecordCall(AppDb db)
{
    public Task RunAsync(PhoneCall input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.RecordCall(ThaiText.Clean(input.Note), by, now), cancellationToken);
}
