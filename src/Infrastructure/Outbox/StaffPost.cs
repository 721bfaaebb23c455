using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Channels;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Outbox;

/// <summary>What the staff is told, in Thai. Mail is no place for what citizens write or who they are.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Paragraphs">The message; a paragraph may hold line breaks.</param>
/// <param name="Path">Where to read on: a path of this program.</param>
/// <param name="LinkWords">What the path leads to.</param>
public sealed record StaffLetter(string Subject, IReadOnlyList<string> Paragraphs, string Path, string LinkWords);

/// <summary>Puts letters to the staff into the outbox; they are stored with whatever the caller saves next.</summary>
/// <param name="db">The context that the use case saves with.</param>
/// <param name="postOffice">Knows the duty desk and whether letters can leave at all.</param>
public sealed class StaffPost(AppDb db, PostOffice postOffice)
{
    /// <summary>The open accounts of a role that have an address.</summary>
    /// <param name="role">Whose accounts.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<int>> WhoReadsAsync(OfficerRole role, CancellationToken cancellationToken) => db.Users
        .Where(account => account.Role == role && !account.IsClosed && account.Email != null && account.Email != "")
        .OrderBy(account => account.Id).Select(account => account.Id).ToListAsync(cancellationToken);

    /// <summary>
    /// One row for each officer, and one for the duty desk if it has an address. Without any way to send nothing is written:
    /// what is only true today must not arrive next month.
    /// </summary>
    /// <param name="letter">What to say.</param>
    /// <param name="officerIds">To whom.</param>
    /// <param name="alsoToDutyDesk">Whether the duty desk reads it too.</param>
    /// <param name="now">UTC.</param>
    public void Add(StaffLetter letter, IEnumerable<int> officerIds, bool alsoToDutyDesk, DateTime now)
    {
        if (!postOffice.IsOpen)
            return;
        foreach (var id in officerIds)
            db.Outbox.Add(Row(letter, NoticeRecipient.Officer, id, now));
        if (alsoToDutyDesk && postOffice.DutyAddress.Length > 0)
            db.Outbox.Add(Row(letter, NoticeRecipient.DutyDesk, 0, now));
    }

    /// <summary>One row for each of the officers who has an address, about one entry of a request, which shows it.</summary>
    /// <param name="entry">What it is about.</param>
    /// <param name="request">Its request.</param>
    /// <param name="letter">What to say.</param>
    /// <param name="officerIds">To whom.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task AddAboutAsync(
        TimelineEntry entry, ServiceRequest request, StaffLetter letter, IReadOnlyCollection<int> officerIds, DateTime now,
        CancellationToken cancellationToken)
    {
        if (!postOffice.IsOpen || officerIds.Count == 0)
            return;
        var readers = await db.Users.Where(account => officerIds.Contains(account.Id) && account.Email != null && account.Email != "")
            .Select(account => account.Id).ToListAsync(cancellationToken);
        foreach (var id in readers)
        {
            var row = Row(letter, NoticeRecipient.Officer, id, now);
            (row.Entry, row.ServiceRequest) = (entry, request);
            db.Outbox.Add(row);
        }
    }

    static OutboxMessage Row(StaffLetter letter, NoticeRecipient recipient, int officerId, DateTime now) => new()
    {
        Recipient = recipient,
        OfficerId = officerId,
        Subject = letter.Subject,
        Text = string.Join("\n\n", letter.Paragraphs.Where(paragraph => paragraph.Length > 0)),
        Path = letter.Path,
        LinkWords = letter.LinkWords,
        CreatedAt = now,
        NextAttemptAt = now,
    };
}
