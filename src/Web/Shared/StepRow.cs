using Songthang.Domain.ServiceLevels;
using Songthang.Domain.Thai;

namespace Songthang.Web.Shared;

/// <summary>One of the manual's steps in words.</summary>
public sealed record StepRow(ManualStep Step, string Allowed, string Taken, string Left, bool IsOverdue, bool IsDone)
{
    /// <param name="clock">The step's clock.</param>
    /// <param name="now">UTC.</param>
    /// <param name="language"><c>th</c> or <c>en</c>.</param>
    public static StepRow Of(StepClock clock, DateTime now, string language)
    {
        var (kind, left) = (clock.Allowance.Kind, clock.Left(now));
        return new(
            clock.Step,
            $"{Length(clock.Allowance.Time, kind, language)} ({Name(kind).In(language)})",
            clock.Started is null ? "–" : Length(clock.Taken(now), kind, language),
            LeftWords(clock, Length(left, kind, language), now).In(language),
            clock.IsOverdue(now),
            clock.Stopped is not null);
    }

    static Phrase LeftWords(StepClock clock, string length, DateTime now) => clock switch
    {
        { Started: null } => new("ยังไม่เริ่ม", "Not begun"),
        _ when clock.IsOverdue(now) => new($"เกิน {length}", $"{length} over"),
        { Stopped: not null } => new("เสร็จแล้ว", "Done"),
        { IsStandingStill: true } => new($"รอผู้แจ้ง (เหลือ {length})", $"Waiting for the reporter ({length} left)"),
        _ => new($"เหลือ {length}", $"{length} left"),
    };

    static Phrase Name(KindOfTime kind) => kind switch
    {
        KindOfTime.Office => new("เวลาราชการ", "office hours"),
        KindOfTime.WorkingDays => new("วันทำการ", "working days"),
        _ => new("วันปฏิทิน", "calendar days"),
    };

    /// <summary>A day of office hours is not 24 hours long: such times are told in hours only.</summary>
    static string Length(TimeSpan time, KindOfTime kind, string language)
    {
        var minutes = Math.Abs(time.Ticks / TimeSpan.TicksPerMinute);
        return kind != KindOfTime.Office || minutes < 24 * 60
            ? ThaiDates.Duration(time, language)
            : new Phrase(FormattableString.Invariant($"{minutes / 60} ชั่วโมง {minutes % 60} นาที"),
                FormattableString.Invariant($"{minutes / 60} hours {minutes % 60} minutes")).In(language);
    }
}
