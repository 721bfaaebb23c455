using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Asking;

/// <summary>A question to the requester, to be answered by the end of a day in Bangkok.</summary>
/// <param name="Reference">The request.</param>
/// <param name="SeenNumber">Its last act when the form was shown.</param>
/// <param name="Text">The question; may be empty when things are wanted.</param>
/// <param name="AnswerBy">The last day to answer.</param>
/// <param name="Wanted">Codes of <see cref="WantedItem"/>.</param>
public sealed record Question(string Reference, int SeenNumber, string Text, DateOnly AnswerBy, IReadOnlyList<string> Wanted)
    : ActInput(Reference, SeenNumber);

public sealed class AskForInformation(AppDb db)
{
    // A day to answer by is a whole day.
    static readonly TimeOnly LastMinute = new(23, 59);

    public Task RunAsync(Question input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var answerBy = ThaiDates.FromBangkok(input.AnswerBy, LastMinute);
        return db.ActAsync(input, by, now, request => request.AskForInformation(
            ThaiText.Clean(input.Text), answerBy, by, now, WantedItem.Of(input.Wanted)), cancellationToken);
    }
}
