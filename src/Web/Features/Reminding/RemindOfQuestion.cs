using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Reminding;

/// <summary>The time to answer is nearly over: the requester is told once more, by email.</summary>
public sealed class RemindOfQuestion(AppDb db)
{
    /// <summary>Does nothing when it was answered, or somebody reminded, since it was found.</summary>
    public Task RunAsync(string reference, DateTime now, CancellationToken cancellationToken) =>
        db.TryToActAsync(reference, request =>
        {
            var isDue = request.OpenQuestion is not null && request.RemindAt <= now && now < request.AnswerBy;
            if (isDue)
                request.RemindOfQuestion(now);
            return Task.FromResult(isDue);
        }, cancellationToken);
}
