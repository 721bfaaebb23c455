using Songthang.Domain.ServiceLevels;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Figures;

/// <summary>How long a step took, in words.</summary>
public static class TimeTaken
{
    /// <summary>A length of time. A day of office hours is not 24 hours long: such times are told in hours only.</summary>
    /// <param name="minutes">Whole minutes, not negative.</param>
    /// <param name="kind">Which time was counted.</param>
    public static Phrase InWords(int minutes, KindOfTime kind)
    {
        var time = TimeSpan.FromMinutes(minutes);
        return kind != KindOfTime.Office || minutes < 24 * 60
            ? new(ThaiDates.Duration(time), ThaiDates.Duration(time, "en"))
            : new(FormattableString.Invariant($"{minutes / 60} ชั่วโมง {minutes % 60} นาที"),
                FormattableString.Invariant($"{minutes / 60} hours {minutes % 60} minutes"));
    }

    /// <summary>Which time was counted, such as <c>เวลาราชการ</c>.</summary>
    public static Phrase Name(this KindOfTime kind) => kind switch
    {
        KindOfTime.Office => new("เวลาราชการ", "office hours"),
        KindOfTime.WorkingDays => new("วันทำการ", "working days"),
        _ => new("วันปฏิทิน", "calendar days"),
    };
}
