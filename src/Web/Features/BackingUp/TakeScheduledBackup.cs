using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Backups;
using Songthang.Infrastructure.Outbox;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.BackingUp;

/// <summary>
/// Backs the program up once a day at the time of the plan, on one of its nodes, and deletes what is too old after the new backup was
/// read back. When it fails the administrators get a letter.
/// </summary>
public sealed partial class TakeScheduledBackup(
    AppDb db, CurrentSettings settings, Startup startup, AuditLog audit, StaffPost post, ILogger<TakeScheduledBackup> log)
{
    /// <returns>Whether this was the day's backup, made or failed.</returns>
    public async Task<bool> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        var plan = settings.Get(Topics.Backups);
        var day = ThaiDates.BangkokDate(now);
        if (!plan.IsOn || now < ThaiDates.FromBangkok(day, plan.At) || !await ClaimAsync(day, now, cancellationToken))
            return false;
        var name = string.Create(CultureInfo.InvariantCulture, $"songthang-{day:yyyy-MM-dd}-{plan.At:HHmm}.zip");
        try
        {
            var manifest = await BackupWriting.WriteAsync(db, startup.DataDirectory, Path.Combine(plan.Folder, name), now, null, cancellationToken);
            var megabytes = manifest.Files.Sum(file => file.Bytes) / 1_000_000;
            await audit.WriteAsync(AuditAction.BackupMade, Actor.System, now, AuditSubject.None,
                string.Create(CultureInfo.InvariantCulture, $"{name} ({manifest.Files.Count}, {megabytes} MB)"), cancellationToken);
            Sweep(plan);
        }
        catch (Exception problem) when (problem is BackupUnusable or System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            log.LogError(problem, "The backup could not be made");
            await TellAsync(problem.Message, now, cancellationToken);
        }

        return true;
    }

    /// <summary>One node does the day's backup: whoever writes the day down first.</summary>
    async Task<bool> ClaimAsync(DateOnly day, DateTime now, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"backup:{day:yyyy-MM-dd}");
        if (await db.AnsweredSubmissions.AnyAsync(one => one.FormKey == key, cancellationToken))
            return false;
        db.AnsweredSubmissions.Add(new AnsweredSubmission { FormKey = key, At = now });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another node was first; the next round would find out whether it was something else.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    async Task TellAsync(string why, DateTime now, CancellationToken cancellationToken)
    {
        audit.Add(AuditAction.BackupFailed, Actor.System, now, AuditSubject.None, why);
        post.Add(new StaffLetter(
            "สำรองข้อมูลไม่สำเร็จ",
            [$"ระบบสำรองข้อมูลเมื่อ {ThaiDates.ShortDateAndTime(now)} ไม่สำเร็จ กรุณาตรวจสอบโฟลเดอร์และพื้นที่ว่าง", why],
            Links.Setting(Topics.Backups.Name), "เปิดการตั้งค่าสำรองข้อมูล"),
            await post.WhoReadsAsync(OfficerRole.Administrator, cancellationToken), alsoToDutyDesk: false, now);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Only what the program named itself is ever deleted.</summary>
    static void Sweep(BackupPlan plan)
    {
        var own = Directory.GetFiles(plan.Folder).Where(file => OwnName().IsMatch(Path.GetFileName(file)))
            .OrderByDescending(Path.GetFileName, StringComparer.Ordinal).Skip(plan.Keep);
        foreach (var old in own)
            File.Delete(old);
    }

    [GeneratedRegex(@"^songthang-\d{4}-\d{2}-\d{2}-\d{4}\.zip$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnName();
}
