using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What waits for an officer.</summary>
/// <param name="Unread">Requests that nobody has opened yet, at most <see cref="InboxQuery.UnreadBound"/> + 1.</param>
/// <param name="Mentions">Entries that name the officer and were not opened yet, at most <see cref="MentionList.Bound"/> + 1.</param>
/// <param name="Outages">Suspected outages without a verdict, at most <see cref="OutageList.MostWaiting"/>.</param>
public sealed record DeskMark(int Unread, int Mentions, int Outages);

/// <summary>What the frame of every page of the desk shows: one statement for all of it, and one a page.</summary>
/// <param name="db">The database.</param>
public sealed class DeskMarks(AppDb db)
{
    Task<DeskMark>? asked;

    /// <summary>The marks for an officer.</summary>
    public Task<DeskMark> ReadAsync(int officerId, CancellationToken cancellationToken)
    {
        if (asked is not null)
            return asked;
        var unread = InboxQuery.Unread(db);
        var mentions = db.Mentions.Where(mention => mention.OfficerId == officerId && mention.SeenAt == null).Take(MentionList.Bound + 1);
        var outages = db.SuspectedOutages.Where(outage => outage.Verdict == null).Take(OutageList.MostWaiting);
        return asked = db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\"")
            .Select(_ => new DeskMark(unread.Count(), mentions.Count(), outages.Count())).SingleAsync(cancellationToken);
    }
}
