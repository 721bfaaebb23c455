using System.Collections.Frozen;

namespace Songthang.Domain.ServiceLevels;

/// <summary>
/// When the office is open: hours, days of the week and public holidays in Bangkok. Moments go in and come out as UTC
/// (<see cref="DateTimeKind.Utc"/>, anything else is an <see cref="ArgumentException"/>). Immutable.
/// </summary>
public sealed class WorkingCalendar
{
    // Thailand has had this offset since 1920 and no summer time.
    static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    readonly FrozenSet<DayOfWeek> weekdays;
    readonly FrozenSet<DateOnly> holidays;

    /// <summary>A calendar with these hours (Bangkok, within one day), days of the week and holidays.</summary>
    /// <exception cref="ArgumentException">It would have no working time: no weekday, or it does not close after it opens.</exception>
    public WorkingCalendar(TimeOnly opens, TimeOnly closes, IEnumerable<DayOfWeek> weekdays, IEnumerable<DateOnly> holidays)
    {
        this.weekdays = weekdays.ToFrozenSet();
        this.holidays = holidays.ToFrozenSet();
        if (this.weekdays.Count == 0)
            throw new ArgumentException("A working calendar needs at least one working day a week.", nameof(weekdays));
        if (closes <= opens)
            throw new ArgumentException("The office must close after it opens.", nameof(closes));
        Opens = opens;
        Closes = closes;
    }

    /// <summary>When the office opens, Bangkok time.</summary>
    public TimeOnly Opens { get; }

    /// <summary>When the office closes, Bangkok time; this moment itself no longer counts.</summary>
    public TimeOnly Closes { get; }

    /// <summary>The days of the week on which the office works unless there is a holiday.</summary>
    public IReadOnlySet<DayOfWeek> Weekdays => weekdays;

    /// <summary>The public holidays, substitution days included.</summary>
    public IReadOnlySet<DateOnly> Holidays => holidays;

    /// <summary>Government office hours: Monday to Friday, 08.30–16.30, but for these holidays.</summary>
    public static WorkingCalendar GovernmentHours(IEnumerable<DateOnly> holidays) => new(
        new(8, 30),
        new(16, 30),
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        holidays);

    /// <summary>Whether the office works on this day in Bangkok.</summary>
    public bool IsWorkingDay(DateOnly day) => weekdays.Contains(day.DayOfWeek) && !holidays.Contains(day);

    /// <summary>Whether the office is open at this moment; it is when it opens and no longer when it closes.</summary>
    public bool IsOfficeTime(DateTime utc)
    {
        var local = Local(utc);
        var time = TimeOnly.FromDateTime(local);
        return IsWorkingDay(DateOnly.FromDateTime(local)) && time >= Opens && time < Closes;
    }

    /// <summary>This moment if the office is open, else when it opens next (UTC).</summary>
    public DateTime NextOfficeTime(DateTime utc)
    {
        if (IsOfficeTime(utc)) return utc;
        var local = Local(utc);
        var day = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) >= Opens) day = day.AddDays(1);
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return Utc(day.ToDateTime(Opens));
    }

    /// <summary>How long the office was open between two moments; zero when they are the wrong way round.</summary>
    public TimeSpan OfficeTimeBetween(DateTime from, DateTime to) => TimeBetween(KindOfTime.Office, from, to);

    /// <summary>
    /// The earliest moment by which the office has been open for this long since <paramref name="from"/>: an allowance
    /// that is used up exactly at closing time ends then, not the next morning.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public DateTime AddOfficeTime(DateTime from, TimeSpan time) => AddTime(KindOfTime.Office, from, time);

    /// <summary>
    /// The same time of day so many working days later. A count that begins on a day off begins with the next working
    /// day, so one working day from a Saturday ends at the midnight that ends Monday.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public DateTime AddWorkingDays(DateTime from, int days) => AddTime(KindOfTime.WorkingDays, from, TimeSpan.FromDays(days));

    /// <summary>How much time of this kind lies between two moments; zero when they are the wrong way round.</summary>
    public TimeSpan TimeBetween(KindOfTime kind, DateTime from, DateTime to)
    {
        var (start, end) = (Local(from), Local(to));
        if (end <= start) return TimeSpan.Zero;
        if (kind == KindOfTime.CalendarDays) return end - start;

        var (opens, closes) = HoursOf(kind);
        var total = TimeSpan.Zero;
        for (var day = start.Date; day <= end.Date; day = day.AddDays(1))
        {
            if (!IsWorkingDay(DateOnly.FromDateTime(day))) continue;
            var counted = Earlier(end, day + closes) - Later(start, day + opens);
            if (counted > TimeSpan.Zero) total += counted;
        }

        return total;
    }

    /// <summary>The earliest moment (UTC) by which this much time of this kind has passed since <paramref name="from"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or the answer lies beyond the year 9999.</exception>
    public DateTime AddTime(KindOfTime kind, DateTime from, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var start = Local(from);
        if (kind == KindOfTime.CalendarDays || time == TimeSpan.Zero) return Utc(start + time);

        var (opens, closes) = HoursOf(kind);
        for (var day = start.Date; ; day = day.AddDays(1))
        {
            if (!IsWorkingDay(DateOnly.FromDateTime(day))) continue;
            var begins = Later(start, day + opens);
            var available = day + closes - begins;
            if (available <= TimeSpan.Zero) continue;
            if (time <= available) return Utc(begins + time);
            time -= available;
        }
    }

    (TimeSpan Opens, TimeSpan Closes) HoursOf(KindOfTime kind) => kind switch
    {
        KindOfTime.Office => (Opens.ToTimeSpan(), Closes.ToTimeSpan()),
        KindOfTime.WorkingDays => (TimeSpan.Zero, TimeSpan.FromDays(1)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of time has no hours of its own."),
    };

    static DateTime Local(DateTime utc) => utc.Kind == DateTimeKind.Utc
        ? DateTime.SpecifyKind(utc + Bangkok, DateTimeKind.Unspecified)
        : throw new ArgumentException($"A moment must be given in UTC, not as {utc.Kind}.", nameof(utc));

    static DateTime Utc(DateTime local) => DateTime.SpecifyKind(local - Bangkok, DateTimeKind.Utc);

    static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

    static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
