using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What waits for an officer.</summary>
/// <param name="Unread">Requests that nobody has opened yet, at most <see cref="InboxQuery.UnreadBound"/> + 1.</param>
/// <param name="Mentions">Entries that name the officer and were not opened yet, at most <see cref="MentionList.Bound"/> + 1.</param>
/// <param name="Outages">Suspected outages without a verdict, at most <see cref="OutageList.MostWaiting"/>.</param>
/// <param name="Held">Reports that an officer must look at before they are taken in, at most 100.</param>
public sealed record DeskMark(int Unread, int Mentions, int Outages, int Held);

/// <summary>What the frame of every page of the desk shows: one statement for all of it, and one a page.</summary>
/// <param name="db">The database.</param>
public sealed class DeskMarks(AppDb db)
{
    const int MostHeld = 100;

    Task<DeskMark>? asked;

    /// <summary>The marks for an officer.</summary>
    public Task<DeskMark> ReadAsync(int officerId, CancellationToken cancellationToken)
    {
        if (asked is not null)
            return asked;
        var unread = InboxQuery.Unread(db);
        var mentions = db.Mentions.Where(mention => mention.OfficerId == officerId && mention.SeenAt == null).Take(MentionList.Bound + 1);
        var outages = db.SuspectedOutages.Where(outage => outage.Verdict == null).Take(OutageList.MostWaiting);
        var held = db.HeldReports.Where(report => report.DecidedAt == null).Take(MostHeld);
        return asked = db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\"")
            .Select(_ => new DeskMark(unread.Count(), mentions.Count(), outages.Count(), held.Count())).SingleAsync(cancellationToken);
    }
}
