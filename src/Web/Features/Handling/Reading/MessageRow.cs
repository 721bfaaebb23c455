using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Reading;

/// <summary>A message that left the house or is to leave it.</summary>
public sealed record MessageRow(
    TimelineKind About, string Subject, NoticeRecipient Recipient, DateTime CreatedAt, int Attempts, DateTime? SentAt, DateTime? GivenUpAt, string LastError)
{
    public static async Task<IReadOnlyList<MessageRow>> ListAsync(AppDb db, long requestId, CancellationToken cancellationToken) =>
        await db.Outbox.AsNoTracking().Where(message => message.ServiceRequestId == requestId && message.EntryId != null)
            .OrderByDescending(message => message.Id).Take(50)
            .Select(message => new MessageRow(message.Entry!.Kind, message.Subject, message.Recipient, message.CreatedAt, message.Attempts,
                message.SentAt, message.GivenUpAt, message.LastError))
            .ToListAsync(cancellationToken);
}
