using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Duty;

/// <param name="Period">Which one.</param>
/// <param name="SeenNumber">Number of the roster's newest change when the list was shown.</param>
public sealed record EndedDutyPeriod(DutyPeriod Period, int SeenNumber);

/// <summary>Takes a period off the roster; what was assigned in it stays assigned.</summary>
public sealed class RemoveDutyPeriod(SettingsStore store, CurrentSettings settings, AuditLog audit)
{
    /// <exception cref="RuleBroken">Somebody changed the roster meanwhile.</exception>
    public async Task RunAsync(EndedDutyPeriod input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var periods = settings.Get(Topics.Duty).Periods;
        if (!periods.Contains(input.Period))
            return;
        audit.Add(AuditAction.SettingChanged, by, now, AuditSubject.Setting(Topics.Duty.Name));
        await store.SetAsync(
            Topics.Duty, new([.. periods.Where(period => period != input.Period)]), input.SeenNumber, by, now, takenFrom: null, cancellationToken);
    }
}
