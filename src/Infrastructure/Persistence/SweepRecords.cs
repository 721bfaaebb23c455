using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Deletes what was only kept to recognise something for a while: least data, and tables that do not grow for ever.</summary>
/// <param name="db">The database.</param>
public sealed class SweepRecords(AppDb db)
{
    /// <summary>How long a form that is sent again gets the same answer.</summary>
    public static TimeSpan SubmissionsKeptFor { get; } = TimeSpan.FromDays(30);

    /// <summary>How long an account's owner can see where a session was begun (network address, browser).</summary>
    public static TimeSpan SessionsKeptFor { get; } = TimeSpan.FromDays(90);

    /// <summary>How long a request is settled before its followers are forgotten: longer than it can be reopened by its requester.</summary>
    public static TimeSpan FollowersKeptFor { get; } = TimeSpan.FromDays(30);

    /// <summary>Deletes what is older. May be repeated and may run beside everything else.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        var (submissions, sessions) = (now - SubmissionsKeptFor, now - SessionsKeptFor);
        await db.AnsweredSubmissions.Where(answered => answered.At < submissions).ExecuteDeleteAsync(cancellationToken);
        var settled = now - FollowersKeptFor;
        var open = Enum.GetValues<ServiceRequestStatus>().Where(status => status.IsOpen()).ToList();
        await db.Followers.Where(follower => db.ServiceRequests.Any(request => request.Id == follower.ServiceRequestId
                && !open.Contains(request.Status) && request.UpdatedAt < settled
                && !db.ServiceRequests.Any(main => main.Id == request.MergedIntoId && (open.Contains(main.Status) || main.UpdatedAt >= settled))))
            .ExecuteDeleteAsync(cancellationToken);
        await db.OfficerSessions.Where(session => session.StartedAt < sessions).ExecuteDeleteAsync(cancellationToken);
    }
}
