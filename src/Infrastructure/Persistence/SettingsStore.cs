using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Keeps the settings in the database.</summary>
/// <param name="db">The database.</param>
/// <param name="audit">Is told of every change.</param>
/// <param name="settings">What holds now in this process.</param>
public sealed class SettingsStore(AppDb db, AuditLog audit, CurrentSettings settings)
{
    /// <summary>Code of the <see cref="RuleBroken"/> that says that somebody else was faster.</summary>
    public const string ChangedMeanwhile = "settings.changed-meanwhile";

    /// <summary>Makes what the database says hold in this process: at the start, after a change, and every few seconds.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var newest = await db.SettingChanges
            .Where(change => !db.SettingChanges.Any(later => later.Topic == change.Topic && later.Number > change.Number))
            .Select(change => new StoredSetting(change.Id, change.Topic, change.Number, change.Document))
            .ToListAsync(cancellationToken);
        settings.Hold(newest);
    }

    /// <summary>Sets a topic's value.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="value">Its whole new value, already checked.</param>
    /// <param name="seenNumber">Number of the newest change when the form was shown.</param>
    /// <param name="by">The administrator.</param>
    /// <param name="now">UTC.</param>
    /// <param name="takenFrom">Number of the change that is taken up again, when this undoes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RuleBroken"><see cref="ChangedMeanwhile"/>: somebody else was faster.</exception>
    public async Task SetAsync<T>(
        Topic<T> topic, T value, int seenNumber, Actor by, DateTime now, int? takenFrom, CancellationToken cancellationToken) where T : class
    {
        // A form may claim any number; only the next one leaves no gap. Two at once meet in the unique index.
        if (await NewestAsync(topic, cancellationToken) != seenNumber)
            throw await ChangedAsync(cancellationToken);
        db.SettingChanges.Add(new SettingChange
        {
            Topic = topic.Name,
            Number = seenNumber + 1,
            At = now,
            OfficerId = by.OfficerId ?? throw new ArgumentException("Only an officer changes settings.", nameof(by)),
            OfficerName = by.Name,
            Document = CurrentSettings.Write(value),
            TakenFrom = takenFrom,
        });
        audit.Add(takenFrom is null ? AuditAction.SettingChanged : AuditAction.SettingUndone, by, now, AuditSubject.Setting(topic.Name));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await NewestAsync(topic, cancellationToken) == seenNumber)
                throw;
            throw await ChangedAsync(cancellationToken);
        }

        await RefreshAsync(cancellationToken);
    }

    async Task<int> NewestAsync(Topic topic, CancellationToken cancellationToken) => await db.SettingChanges
        .Where(change => change.Topic == topic.Name).MaxAsync(change => (int?)change.Number, cancellationToken) ?? 0;

    async Task<RuleBroken> ChangedAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        return new(ChangedMeanwhile, new(
            "มีผู้แก้ไขการตั้งค่านี้ก่อนหน้า กรุณาตรวจสอบแล้วบันทึกอีกครั้ง",
            "Somebody has changed these settings in the meantime. Please check and save again."));
    }
}
