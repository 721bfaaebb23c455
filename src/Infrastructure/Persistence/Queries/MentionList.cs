using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A note in which somebody was named.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Reference">Of the request.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who wrote the note.</param>
/// <param name="Text">The note.</param>
/// <param name="IsNew">Whether the officer has not opened the request since.</param>
public sealed record MentionRow(long Id, string Reference, string FaultCode, DateTime At, string By, string Text, bool IsNew);

/// <summary>Where an officer was named.</summary>
/// <param name="db">The database.</param>
public sealed class MentionList(AppDb db)
{
    /// <summary>Up to here they are counted.</summary>
    public const int Bound = 99;

    /// <summary>Newest first; one row more than asked for when there are any.</summary>
    public Task<List<MentionRow>> ReadAsync(int officerId, long? before, int size, CancellationToken cancellationToken) => db.Mentions.AsNoTracking()
        .Where(mention => mention.OfficerId == officerId && (before == null || mention.Id < before))
        .OrderByDescending(mention => mention.Id).Take(size + 1)
        .Select(mention => new MentionRow(
            mention.Id, mention.ServiceRequest.Reference, mention.ServiceRequest.FaultCode, mention.At, mention.Entry.ActorName,
            mention.Entry.Text, mention.SeenAt == null))
        .ToListAsync(cancellationToken);

    /// <summary>The officer has opened the request.</summary>
    public async Task MarkSeenAsync(int officerId, long requestId, DateTime now, CancellationToken cancellationToken)
    {
        var mine = db.Mentions.Where(mention => mention.OfficerId == officerId && mention.ServiceRequestId == requestId && mention.SeenAt == null);
        // Looking takes no lock, and there is hardly ever one.
        if (await mine.AnyAsync(cancellationToken))
            await mine.ExecuteUpdateAsync(set => set.SetProperty(mention => mention.SeenAt, now), cancellationToken);
    }

    /// <summary>Who can be named: whoever may read notes, which crews may not, and has an open account.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(CancellationToken cancellationToken) => await db.Users.AsNoTracking()
        .Where(account => !account.IsClosed && account.Role != OfficerRole.Crew).OrderBy(account => account.DisplayName)
        .Select(account => new Colleague(account.Id, account.UserName!, account.DisplayName)).ToListAsync(cancellationToken);
}
