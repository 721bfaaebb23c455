using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Channels;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Outbox;

/// <summary>
/// Sends what is due in the outbox. Any number of senders may run at once, in one process or several: each row is
/// claimed by a conditional update that only one of them can win.
/// </summary>
/// <remarks>
/// At least once: a row counts as sent only when that is stored, which is done right after the other side took the
/// letter and before the next one is sent. Whoever dies between the two leaves the row claimed; when the claim ends, the
/// letter is sent again under the same Message-ID, by which mail programs recognise it. The other way round, a letter
/// could be lost, which is worse. Of one request everybody reads in the order in which it happened: what comes later waits
/// until what was before is sent or given up.
/// </remarks>
public sealed class OutboxSender(
    IServiceScopeFactory scopes, PostOffice postOffice, LetterWriter writer, ILogger<OutboxSender> log)
{
    /// <summary>Most rows of one run; they share one connection.</summary>
    public const int BatchSize = 20;

    /// <summary>How long a claim lasts: more than a whole run can take (<see cref="Mail.TimeoutSeconds"/> for each row).</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    // From a server that restarts to a weekend; then a person must look.
    static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    int warnedOfServer, warnedOfDutyDesk;

    /// <summary>Sends the messages that are due, at most <see cref="BatchSize"/>, oldest first.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the run between two messages or in the middle of one, which then stays claimed.</param>
    /// <returns>How many were tried.</returns>
    public async Task<int> RunOnceAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var channel = postOffice.OpenChannel();
        if (channel is null)
        {
            WarnOnce(ref warnedOfServer, "No mail server is configured (Songthang:Mail:Host): messages wait in the outbox.");
            return 0;
        }

        var tried = 0;
        foreach (var id in await FindDueAsync(now, cancellationToken))
        {
            if (!await ClaimAsync(id, now, cancellationToken))
                continue;
            tried++;
            var delivery = await TrySendAsync(channel, id, now, cancellationToken);
            await StoreAsync(id, channel.Name, delivery, now);
            // The others need not find out one by one what is known now.
            if (delivery.Outcome == DeliveryOutcome.Unreachable)
                break;
        }

        return tried;
    }

    async Task<List<long>> FindDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        var hasDutyDesk = postOffice.DutyAddress.Length > 0;
        if (!hasDutyDesk)
            WarnOnce(ref warnedOfDutyDesk, "No duty desk is configured (Songthang:Mail:DutyAddress): its messages wait in the outbox.");
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<AppDb>().Outbox;
        return await outbox
            .Where(row => row.NextAttemptAt <= now && (hasDutyDesk || row.Recipient != NoticeRecipient.DutyDesk))
            // One whose turn comes after another's that is tried later waits for it. What is left begins with one that waits for nobody.
            .Where(row => !outbox.Any(before => before.ServiceRequestId != null && before.ServiceRequestId == row.ServiceRequestId && before.Recipient == row.Recipient
                && before.OfficerId == row.OfficerId && before.AddresseeId == row.AddresseeId && before.Id < row.Id
                && before.NextAttemptAt > row.NextAttemptAt))
            .OrderBy(row => row.NextAttemptAt).ThenBy(row => row.Id)
            .Select(row => row.Id).Take(BatchSize).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Takes a row for as long as a lease lasts, unless somebody else did since it was found, or the same reader has not been told
    /// yet what happened to the request before.
    /// </summary>
    async Task<bool> ClaimAsync(long id, DateTime now, CancellationToken cancellationToken)
    {
        DateTime? end = now + Lease;
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<AppDb>().Outbox;
        var changed = await outbox
            .Where(row => row.Id == id && row.NextAttemptAt <= now
                && !outbox.Any(before => before.ServiceRequestId != null && before.ServiceRequestId == row.ServiceRequestId && before.Recipient == row.Recipient
                    && before.OfficerId == row.OfficerId && before.AddresseeId == row.AddresseeId && before.Id < row.Id
                    && before.NextAttemptAt != null))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.NextAttemptAt, end)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1), cancellationToken);
        return changed == 1;
    }

    /// <summary>A letter that cannot even be written waits like one that cannot be sent, and is given up in the end: it never holds up the others.</summary>
    async Task<Delivery> TrySendAsync(IMessageChannel channel, long id, DateTime now, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(channel, id, now, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "Message {Id} could not be written", id);
            return new Delivery(DeliveryOutcome.TryLater, "The message could not be written; the log says why.");
        }
    }

    async Task<Delivery> SendAsync(IMessageChannel channel, long id, DateTime now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var row = await db.Outbox.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        var letter = row.Subject.Length > 0
            ? writer.Write(row, await AddressOfStaffAsync(db, row, cancellationToken), now)
            : await WriteNoticeAsync(db, row, now, cancellationToken);
        return letter is not null
            ? await channel.SendAsync(letter, cancellationToken)
            : new Delivery(DeliveryOutcome.Refused, "There is no address to write to.");
    }

    async Task<Letter?> WriteNoticeAsync(AppDb db, OutboxMessage row, DateTime now, CancellationToken cancellationToken)
    {
        var request = await ReadRequestAsync(db, row, cancellationToken);
        var reader = await LetterReader.FindAsync(db, row, request, postOffice.DutyAddress, cancellationToken);
        return reader is null ? null : writer.Write(row, request, reader, now);
    }

    static Task<ServiceRequest> ReadRequestAsync(AppDb db, OutboxMessage row, CancellationToken cancellationToken) => db.ServiceRequests.AsNoTracking()
        .Include(request => request.Timeline.OrderBy(entry => entry.Number))
        .SingleAsync(request => request.Id == row.ServiceRequestId, cancellationToken);

    /// <summary>As it is when the letter is sent: whoever left meanwhile gets none.</summary>
    async Task<string?> AddressOfStaffAsync(AppDb db, OutboxMessage row, CancellationToken cancellationToken) => row.Recipient == NoticeRecipient.DutyDesk
        ? postOffice.DutyAddress
        : await db.Users.Where(account => account.Id == row.OfficerId && !account.IsClosed).Select(account => account.Email)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Cannot be cancelled: what was sent must be known as sent, also while the program ends.</summary>
    Task StoreAsync(long id, string channelName, Delivery delivery, DateTime now) => delivery.Outcome == DeliveryOutcome.Taken
        ? StoreSentAsync(id, channelName, now)
        : StoreFailureAsync(id, delivery, now);

    async Task StoreSentAsync(long id, string channelName, DateTime now)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var reference = await db.Outbox.Where(row => row.Id == id && row.Recipient == NoticeRecipient.Requester)
            .Select(row => row.ServiceRequest!.Reference).SingleOrDefaultAsync(CancellationToken.None);
        if (reference is null)
        {
            // What the staff was told is no part of the story of a request.
            await db.Outbox.Where(row => row.Id == id && row.SentAt == null).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.SentAt, now).SetProperty(row => row.NextAttemptAt, (DateTime?)null)
                .SetProperty(row => row.GivenUpAt, (DateTime?)null).SetProperty(row => row.LastError, ""), CancellationToken.None);
            return;
        }

        await db.TryToActAsync(reference, async request =>
        {
            var row = await db.Outbox.Include(row => row.Entry).SingleAsync(row => row.Id == id, CancellationToken.None);
            if (row.SentAt is not null)
                return false;
            row.SentAt = now;
            row.NextAttemptAt = null;
            row.GivenUpAt = null;
            row.LastError = "";
            request.RecordNotice(row.Entry!.Number, channelName, now);
            return true;
        }, CancellationToken.None);
    }

    async Task StoreFailureAsync(long id, Delivery delivery, DateTime now)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var row = await db.Outbox.SingleAsync(row => row.Id == id, CancellationToken.None);
        if (row.SentAt is not null)
            return;
        var isOver = delivery.Outcome == DeliveryOutcome.Refused || row.Attempts > Waits.Length;
        row.LastError = delivery.Error;
        row.NextAttemptAt = isOver ? null : now + Waits[row.Attempts - 1];
        row.GivenUpAt = isOver ? now : null;
        await db.SaveChangesAsync(CancellationToken.None);
        if (isOver)
            log.LogError("Message {Id} is given up after {Attempts} attempts: {Error}", id, row.Attempts, delivery.Error);
        else
            log.LogWarning("Message {Id} was not sent, attempt {Attempts}: {Error}", id, row.Attempts, delivery.Error);
    }

    void WarnOnce(ref int warned, string sentence)
    {
        if (Interlocked.Exchange(ref warned, 1) == 0)
            log.LogWarning("{Sentence}", sentence);
    }
}
