using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Asking;

/// <summary>What the requester answered by phone, as typed.</summary>
public sealed record TakenAnswer(string Reference, int SeenNumber, string Text) : ActInput(Reference, SeenNumber);

public sealed class RecordAnswer(AppDb db)
{
    public Task RunAsync(TakenAnswer input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.AnswerInformation(ThaiText.Clean(input.Text), [], by, now), cancellationToken);
}
