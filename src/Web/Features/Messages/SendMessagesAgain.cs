using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Messages;

/// <summary>An administrator wants messages tried again that were given up.</summary>
public sealed class SendMessagesAgain(AppDb db, AuditLog audit, ILogger<SendMessagesAgain> log)
{
    /// <param name="messageId">Key of one message; null for all.</param>
    /// <param name="by">The administrator.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the change before it is made.</param>
    /// <returns>How many will be tried; 0 when somebody else was faster.</returns>
    public async Task<int> RunAsync(long? messageId, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var count = await db.Outbox
            .Where(message => message.GivenUpAt != null && (messageId == null || message.Id == messageId))
            .ExecuteUpdateAsync(set => set
                .SetProperty(message => message.GivenUpAt, (DateTime?)null)
                .SetProperty(message => message.NextAttemptAt, (DateTime?)now)
                .SetProperty(message => message.Attempts, 0), cancellationToken);
        await audit.WriteAsync(AuditAction.MessagesSentAgain, by, now, AuditSubject.None, $"{count}", cancellationToken);
        log.LogInformation("Account {AccountId} wants {Count} messages tried again", by.OfficerId, count);
        return count;
    }
}
