using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Duty;

/// <param name="Period">Who is on duty when.</param>
/// <param name="SeenNumber">Number of the roster's newest change when the form was shown.</param>
public sealed record NewDutyPeriod(DutyPeriod Period, int SeenNumber);

/// <summary>A director or an administrator puts an officer on duty: new requests are assigned to that officer on these days.</summary>
public sealed class AddDutyPeriod(AppDb db, SettingsStore store, CurrentSettings settings, AuditLog audit)
{
    /// <exception cref="RuleBroken"><c>duty.days</c>, <c>duty.too-many</c>, the account handles nothing, or somebody was faster.</exception>
    public async Task RunAsync(NewDutyPeriod input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var period = input.Period;
        if (period.To < period.From)
        {
            throw new RuleBroken("duty.days", new(
                "วันสุดท้ายต้องไม่มาก่อนวันแรก", "The last day must not come before the first."));
        }

        await db.RequireColleagueAsync(period.OfficerId, cancellationToken);
        var periods = settings.Get(Topics.Duty).Periods;
        if (periods.Count >= DutyRoster.MostPeriods)
        {
            throw new RuleBroken("duty.too-many", new(
                "ตารางเวรเต็มแล้ว กรุณาลบเวรเก่าก่อน", "The roster is full. Please remove old periods first."));
        }

        audit.Add(AuditAction.SettingChanged, by, now, AuditSubject.Setting(Topics.Duty.Name));
        await store.SetAsync(Topics.Duty, new([.. periods, period]), input.SeenNumber, by, now, takenFrom: null, cancellationToken);
    }
}
