using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Rating;

/// <summary>It is dark on the day of a repair: the requester is asked once more whether the light works.</summary>
public sealed class AskForEvaluation(AppDb db)
{
    /// <summary>Asks nobody who has answered, has questioned the repair, or was asked meanwhile.</summary>
    /// <param name="evaluationId">The completion.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work before it is stored.</param>
    public async Task RunAsync(long evaluationId, DateTime now, CancellationToken cancellationToken)
    {
        var reference = await db.Evaluations.Where(it => it.Id == evaluationId).Select(it => it.ServiceRequest.Reference).SingleAsync(cancellationToken);
        await db.TryToActAsync(reference, async request =>
        {
            var evaluation = await db.Evaluations.SingleAsync(it => it.Id == evaluationId, cancellationToken);
            if (evaluation.AskAgainAt is not { } evening || evening > now)
                return false;
            if (request.MayRate && Evaluation.NumberOf(request) == evaluation.Number && now < evening + EveningQuestion.AskedWithin)
            {
                request.AskForEvaluation(now);
                evaluation.AskedAgainAt = now;
            }

            evaluation.AskAgainAt = null;
            return true;
        }, cancellationToken);
    }
}
