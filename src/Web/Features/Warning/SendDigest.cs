using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Outbox;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Warning;

/// <summary>
/// Tells the officers on the morning of each working day what lies before them. Once a day; later in the office hours
/// when the program did not run in the morning, and not at all when there is nothing to say.
/// </summary>
public sealed class SendDigest(AppDb db, StaffPost post, WarningWords words, ServiceLevel level)
{
    const int MostCounted = 1000;

    /// <returns>Whether this was the day's digest, sent or with nothing to say.</returns>
    public async Task<bool> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        var day = ThaiDates.BangkokDate(now);
        if (!level.Calendar.IsOfficeTime(now) || await db.Digests.AnyAsync(digest => digest.Day == day, cancellationToken))
            return false;
        db.Digests.Add(new Digest { Day = day, At = now });
        if (await WriteAsync(day, now, cancellationToken) is { } letter)
            post.Add(letter, await post.WhoReadsAsync(OfficerRole.Officer, cancellationToken), alsoToDutyDesk: true, now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another program was first; the next round would find out whether it was something else.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    async Task<StaffLetter?> WriteAsync(DateOnly day, DateTime now, CancellationToken cancellationToken)
    {
        var midnight = ThaiDates.FromBangkok(day.AddDays(1), TimeOnly.MinValue);
        var since = OpeningBefore(day);
        var requests = db.ServiceRequests.AsNoTracking();
        var dueToday = await LinesAsync(requests.Where(request => request.DueAt >= now && request.DueAt < midnight), cancellationToken);
        var overdue = await LinesAsync(requests.Where(request => request.DueAt < now), cancellationToken);
        var answers = await CountAsync(InboxFilter.Of(requests, InboxView.Unread, now)
            .Where(request => request.Timeline.Any(entry => entry.Kind == TimelineKind.Opened)), cancellationToken);
        var news = await CountAsync(requests.Where(request => request.SubmittedAt >= since && request.SubmittedAt < now), cancellationToken);
        if (dueToday.Count + overdue.Count + answers + news == 0)
            return null;
        return new(
            $"งานประจำวันที่ {ThaiDates.LongDate(day)}: ครบกำหนดวันนี้ {Number(dueToday.Count)} เกินกำหนด {Number(overdue.Count)} เรื่องใหม่ {Number(news)}",
            [
                $"ครบกำหนดวันนี้ {Number(dueToday.Count)} เรื่อง", WarningWords.Cut(dueToday),
                $"เกินกำหนด {Number(overdue.Count)} เรื่อง", WarningWords.Cut(overdue),
                $"คำตอบหรือข้อความจากผู้แจ้งที่ยังไม่ได้เปิดอ่าน {Number(answers)} เรื่อง",
                $"เรื่องใหม่ตั้งแต่ {ThaiDates.ShortDateAndTime(since)} {Number(news)} เรื่อง",
            ],
            $"{Links.Inbox}?sort=due",
            "เปิดกล่องเรื่องแจ้ง");
    }

    /// <summary>When the working day before opened: a Monday tells of the whole weekend.</summary>
    DateTime OpeningBefore(DateOnly day)
    {
        do day = day.AddDays(-1);
        while (!level.Calendar.IsWorkingDay(day));
        return ThaiDates.FromBangkok(day, level.Calendar.Opens);
    }

    async Task<List<string>> LinesAsync(IQueryable<ServiceRequest> requests, CancellationToken cancellationToken)
    {
        var rows = await requests.OrderBy(request => request.DueAt).ThenBy(request => request.Id).Take(MostCounted)
            .Select(request => new { request.Reference, request.FaultCode, request.Place.Road, request.Place.TambonCode, request.DueAt })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => words.Line(
            row.Reference, row.FaultCode, row.Road, row.TambonCode, $"ครบกำหนด {ThaiDates.ShortDateAndTime(row.DueAt!.Value)}"));
    }

    static Task<int> CountAsync(IQueryable<ServiceRequest> requests, CancellationToken cancellationToken) =>
        requests.Take(MostCounted).CountAsync(cancellationToken);

    static string Number(int count) => count >= MostCounted ? $"{MostCounted} ขึ้นไป" : $"{count}";
}
