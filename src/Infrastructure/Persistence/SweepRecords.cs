using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Deletes what was only kept to recognise something for a while: least data, and tables that do not grow for ever.</summary>
/// <param name="db">The database.</param>
/// <param name="settings">Say how long.</param>
public sealed class SweepRecords(AppDb db, CurrentSettings settings)
{
    /// <summary>How long a form that is sent again gets the same answer.</summary>
    public static TimeSpan SubmissionsKeptFor { get; } = TimeSpan.FromDays(30);

    /// <summary>How long wrong passwords are remembered: longer than any rest of an account, and then a day.</summary>
    public static TimeSpan GuessesKeptFor { get; } = TimeSpan.FromDays(2);

    /// <summary>Deletes what is older. May be repeated and may run beside everything else.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        var kept = settings.Get(Topics.Retention);
        // Network address and browser of a sign-in: the traffic data of the law on computer crime (s. 26).
        var (submissions, sessions) = (now - SubmissionsKeptFor, now.AddDays(-kept.LogDays));
        await db.AnsweredSubmissions.Where(answered => answered.At < submissions).ExecuteDeleteAsync(cancellationToken);
        var settled = now.AddDays(-kept.FollowerDays);
        var open = Enum.GetValues<ServiceRequestStatus>().Where(status => status.IsOpen()).ToList();
        await db.Followers.Where(follower => db.ServiceRequests.Any(request => request.Id == follower.ServiceRequestId
                && !open.Contains(request.Status) && request.UpdatedAt < settled
                && !db.ServiceRequests.Any(main => main.Id == request.MergedIntoId && (open.Contains(main.Status) || main.UpdatedAt >= settled))))
            .ExecuteDeleteAsync(cancellationToken);
        var guesses = now - GuessesKeptFor;
        await db.GuessCounts.Where(count => count.Since < guesses && count.RestsUntil < guesses).ExecuteDeleteAsync(cancellationToken);
        await db.PasskeyChallenges.Where(challenge => challenge.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        // What has long run empty counts nothing any more.
        var empty = new DateTimeOffset(now.AddDays(-1), TimeSpan.Zero).ToUnixTimeMilliseconds();
        await db.Buckets.Where(bucket => bucket.Until < empty).ExecuteDeleteAsync(cancellationToken);
        await db.HeldReports.Where(held => held.DecidedAt < submissions).ExecuteDeleteAsync(cancellationToken);
        await db.OfficerSessions.Where(session => session.StartedAt < sessions).ExecuteDeleteAsync(cancellationToken);
    }
}
