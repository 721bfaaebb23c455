using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Messages;

/// <summary>Where messages stand.</summary>
public enum MessageState
{
    GivenUp,
    Waiting,
    Sent,
}

/// <summary>A message as an administrator sees it: no words of it, and of the address just enough to tell it from others.</summary>
public sealed record MessageRow(
    long Id, string? Reference, TimelineKind? Kind, string Subject, NoticeRecipient Recipient, string MaskedAddress,
    DateTime CreatedAt, int Attempts, DateTime? At, string LastError);

/// <summary>The messages of one state, newest first, page by page.</summary>
sealed class MessageList(AppDb db)
{
    public const int PageSize = 25;
    public const int MostCounted = 10_000;

    /// <summary>At most one row more than a page: with it, there is a next one.</summary>
    public async Task<List<MessageRow>> ReadAsync(MessageState state, long? before, CancellationToken cancellationToken)
    {
        var rows = await In(state).Where(message => before == null || message.Id < before)
            .OrderByDescending(message => message.Id).Take(PageSize + 1)
            .Select(message => new
            {
                message.Id,
                Reference = (string?)message.ServiceRequest!.Reference,
                Kind = (TimelineKind?)message.Entry!.Kind,
                message.Subject,
                message.Recipient,
                Email = (string?)message.ServiceRequest!.Requester.Email,
                message.CreatedAt,
                message.Attempts,
                At = message.GivenUpAt ?? message.SentAt ?? message.NextAttemptAt,
                message.LastError,
            })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new MessageRow(
            row.Id, row.Reference, row.Kind, row.Subject, row.Recipient,
            row.Recipient == NoticeRecipient.Requester && EmailAddress.TryParse(row.Email, out var email) ? email.Masked : "",
            row.CreatedAt, row.Attempts, row.At, row.LastError));
    }

    /// <summary>How many there are, counted up to one more than <see cref="MostCounted"/>.</summary>
    public Task<int> CountAsync(MessageState state, CancellationToken cancellationToken) =>
        In(state).Take(MostCounted + 1).CountAsync(cancellationToken);

    // In the order of the index that finds them, so that counting ends where it should.
    IQueryable<OutboxMessage> In(MessageState state) => state switch
    {
        MessageState.GivenUp => db.Outbox.AsNoTracking().Where(message => message.GivenUpAt != null).OrderBy(message => message.GivenUpAt),
        MessageState.Waiting => db.Outbox.AsNoTracking().Where(message => message.NextAttemptAt != null).OrderBy(message => message.NextAttemptAt),
        MessageState.Sent => db.Outbox.AsNoTracking().Where(message => message.SentAt != null).OrderBy(message => message.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
