using Songthang.Domain.ServiceLevels;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Reading;

/// <summary>One of the manual's steps as the page shows it.</summary>
public sealed record StepRow(ManualStep Step, string Allowed, string Taken, string Left, bool IsOverdue, bool IsDone)
{
    public static StepRow Of(StepClock clock, DateTime now)
    {
        var (kind, left) = (clock.Allowance.Kind, clock.Left(now));
        return new(
            clock.Step,
            $"{Length(clock.Allowance.Time, kind)} ({Say.T(Name(kind))})",
            clock.Started is null ? "–" : Length(clock.Taken(now), kind),
            LeftWords(clock, left, now),
            clock.IsOverdue(now),
            clock.Stopped is not null);
    }

    static string LeftWords(StepClock clock, TimeSpan left, DateTime now)
    {
        var length = Length(left, clock.Allowance.Kind);
        return clock switch
        {
            { Started: null } => Say.T("ยังไม่เริ่ม", "Not begun"),
            _ when clock.IsOverdue(now) => Say.T($"เกิน {length}", $"{length} over"),
            { Stopped: not null } => Say.T("เสร็จแล้ว", "Done"),
            { IsStandingStill: true } => Say.T($"รอผู้แจ้ง (เหลือ {length})", $"Waiting for the reporter ({length} left)"),
            _ => Say.T($"เหลือ {length}", $"{length} left"),
        };
    }

    static Phrase Name(KindOfTime kind) => kind switch
    {
        KindOfTime.Office => new("เวลาราชการ", "office hours"),
        KindOfTime.WorkingDays => new("วันทำการ", "working days"),
        _ => new("วันปฏิทิน", "calendar days"),
    };

    /// <summary>A day of office hours is not 24 hours long: such times are told in hours only.</summary>
    static string Length(TimeSpan time, KindOfTime kind)
    {
        var minutes = Math.Abs(time.Ticks / TimeSpan.TicksPerMinute);
        return kind != KindOfTime.Office || minutes < 24 * 60
            ? ThaiDates.Duration(time, Say.Language)
            : Say.T(FormattableString.Invariant($"{minutes / 60} ชั่วโมง {minutes % 60} นาที"),
                FormattableString.Invariant($"{minutes / 60} hours {minutes % 60} minutes"));
    }
}
