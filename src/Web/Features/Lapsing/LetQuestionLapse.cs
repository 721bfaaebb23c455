using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Lapsing;

/// <summary>Nobody answered a question in time: the request goes on without the answer, and both sides are told.</summary>
public sealed class LetQuestionLapse(AppDb db)
{
    /// <summary>Does nothing when it was answered, or the time extended, since it was found.</summary>
    public Task RunAsync(string reference, DateTime now, CancellationToken cancellationToken) =>
        db.TryToActAsync(reference, request =>
        {
            var isDue = request.OpenQuestion is not null && request.AnswerBy <= now;
            if (isDue)
                request.LetQuestionLapse(now);
            return Task.FromResult(isDue);
        }, cancellationToken);
}
