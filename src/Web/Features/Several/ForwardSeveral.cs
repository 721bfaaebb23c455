using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Several;

/// <param name="Chosen">Which requests.</param>
/// <param name="Receiver">The authority that owns the lamps.</param>
/// <param name="Text">Why, and whom to ask there; everyone can read it.</param>
public sealed record SeveralHandovers(IReadOnlyList<ChosenRequest> Chosen, string Receiver, string Text);

/// <summary>Forwards several requests to the authority that owns the lamps.</summary>
public sealed class ForwardSeveral(AppDb db)
{
    public Task<IReadOnlyList<RowResult>> RunAsync(SeveralHandovers input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var (receiver, text) = (ThaiText.Clean(input.Receiver), ThaiText.Clean(input.Text));
        return db.GoThroughAsync(input.Chosen, one => one.Reference, one => db.ActAsync(
            new OneHandover(one.Reference, one.SeenNumber, receiver, text), by, now,
            request => request.Forward(receiver, text, by, now), cancellationToken));
    }

    sealed record OneHandover(string Reference, int SeenNumber, string Receiver, string Text) : ActInput(Reference, SeenNumber);
}
