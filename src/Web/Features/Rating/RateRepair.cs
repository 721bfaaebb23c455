using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Rating;

/// <summary>What the requester says of the repair.</summary>
/// <param name="Secret">The unguessable part of the own link.</param>
/// <param name="IsFixed">Whether the light works.</param>
/// <param name="Satisfaction">1 to 5.</param>
/// <param name="Comment">As typed.</param>
public sealed record RepairRating(string Secret, bool IsFixed, int Satisfaction, string? Comment);

/// <summary>The requester says once for each repair whether the light works and how satisfied they are.</summary>
public sealed class RateRepair(AppDb db, OwnServiceRequests requests)
{
    /// <returns>False when there is no such request.</returns>
    public async Task<bool> RunAsync(RepairRating input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await requests.ReferenceAsync(input.Secret, cancellationToken) is not { } reference)
            return false;
        await db.TryToActAsync(reference, async request =>
        {
            var main = await requests.MainOfAsync(request, cancellationToken);
            var comment = ThaiText.Clean(input.Comment);
            request.Rate(input.IsFixed, input.Satisfaction, comment, by, now, main);
            // Who was completed in an older register or reported the same place again was not asked, and may answer all the same.
            var number = main is null ? Evaluation.NumberOf(request)!.Value : request.Timeline[^1].Number;
            var evaluation = await db.Evaluations.SingleOrDefaultAsync(
                it => it.ServiceRequestId == request.Id && it.Number == number, cancellationToken);
            if (evaluation is null)
                db.Evaluations.Add(evaluation = Evaluation.Of(request, main ?? request, number));
            if (main is not null && Evaluation.NumberOf(main) is { } repair)
            {
                evaluation.CrewCode = await db.Evaluations.Where(it => it.ServiceRequestId == main.Id && it.Number == repair)
                    .Select(it => it.CrewCode).SingleOrDefaultAsync(cancellationToken) ?? "";
            }

            (evaluation.IsFixed, evaluation.Satisfaction, evaluation.Comment) = (input.IsFixed, input.Satisfaction, comment);
            (evaluation.AnsweredAt, evaluation.AskAgainAt) = (now, null);
            return true;
        }, cancellationToken);
        return true;
    }
}
