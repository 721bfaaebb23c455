using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Working;

/// <summary>A rest in the work, with the reason.</summary>
public sealed record WorkPause(string Reference, int SeenNumber, string ReasonCode, string Text) : ActInput(Reference, SeenNumber);

public sealed class PauseWork(AppDb db)
{
    public Task RunAsync(WorkPause input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.PauseWork(input.ReasonCode, ThaiText.Clean(input.Text), by, now), cancellationToken);
}
