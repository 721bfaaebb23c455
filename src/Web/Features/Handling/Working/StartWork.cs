using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Working;

/// <summary>The beginning of the work; the note is for the requester.</summary>
public sealed record WorkStart(string Reference, int SeenNumber, string Note) : ActInput(Reference, SeenNumber);

public sealed class StartWork(AppDb db)
{
    public Task RunAsync(WorkStart input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.StartWork(ThaiText.Clean(input.Note), by, now), cancellationToken);
}
