using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Noting;

/// <summary>A word among officers.</summary>
public sealed record InternalNote(string Reference, int SeenNumber, string Text) : ActInput(Reference, SeenNumber);

public sealed class AddNote(AppDb db)
{
    public Task RunAsync(InternalNote input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.AddNote(ThaiText.Clean(input.Text), by, now), cancellationToken);
}
