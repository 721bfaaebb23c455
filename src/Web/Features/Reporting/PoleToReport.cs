using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Reporting;

/// <summary>The place of a pole that somebody comes from: its label, its page, the map.</summary>
/// <param name="Place">What a form is filled in with.</param>
/// <param name="Pole">The pole of the register; null when only its number is known.</param>
public sealed record KnownPole(Place Place, PoleInShort? Pole);

/// <summary>Fills in what the register knows of a pole, so that nobody has to type it; all of it can be corrected.</summary>
public sealed class PoleToReport(Poles poles)
{
    /// <summary>What is known by a code or number as it stands in an address; null when nothing stands there.</summary>
    public async Task<KnownPole?> FindAsync(string? typed, CancellationToken cancellationToken)
    {
        var number = ThaiText.Clean(typed).ReplaceLineEndings(" ");
        if (number.Length is 0 or > ServiceRequest.MaxPoleNumber)
            return null;
        // Of several poles with one number the position must tell which one.
        if (await poles.ByLabelAsync(number, cancellationToken) is not [var pole])
            return new(new Place("", "", "", "", number, null, null), Pole: null);
        // One that is gone only tells where: what stands there now has another number.
        return new(new Place(pole.TambonCode, pole.Road, "", "", pole.IsRetired ? "" : pole.Name, pole.Latitude, pole.Longitude), pole);
    }
}
