using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Asking;

/// <summary>A question to the requester, to be answered by the end of a day in Bangkok.</summary>
public sealed record Question(string Reference, int SeenNumber, string Text, DateOnly AnswerBy) : ActInput(Reference, SeenNumber);

public sealed class AskForInformation(AppDb db)
{
    // A day to answer by is a whole day.
    static readonly TimeOnly LastMinute = new(23, 59);

    public Task RunAsync(Question input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.AskForInformation(ThaiText.Clean(input.Text), ThaiDates.FromBangkok(input.AnswerBy, LastMinute), by, now), cancellationToken);
}
