using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Checking;

/// <summary>What an officer decided after looking at the details.</summary>
/// <param name="Reference">The request.</param>
/// <param name="SeenNumber">Its last act when the form was shown.</param>
/// <param name="PublicSymptom">What everyone may read; null hides the citizen's words.</param>
/// <param name="PublicPhotos">Keys of the photos that everyone may see.</param>
/// <param name="IsUrgent">People may come to harm.</param>
/// <param name="Words">What was looked at; for officers only.</param>
public sealed record Findings(
    string Reference, int SeenNumber, string? PublicSymptom, IReadOnlyList<string> PublicPhotos, bool IsUrgent, string Words)
    : ActInput(Reference, SeenNumber);

public sealed class CheckDetails(AppDb db)
{
    public Task RunAsync(Findings input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var words = input.PublicSymptom is null ? null : ThaiText.Clean(input.PublicSymptom);
        return db.ActAsync(input, by, now, request => request.CheckDetails(
            words, input.PublicPhotos, input.IsUrgent, by, now, ThaiText.Clean(input.Words)), cancellationToken);
    }
}
