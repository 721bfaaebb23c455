using CsCheck;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Tests.Thai;

public class ThaiDatesTests
{
    static readonly DateTime Report = new(2022, 9, 13, 7, 30, 59, DateTimeKind.Utc);

    static readonly Gen<DateTime> Moments = Gen.Long[new DateTime(1900, 1, 1).Ticks, new DateTime(2400, 1, 1).Ticks]
        .Select(ticks => new DateTime(ticks, DateTimeKind.Utc));

    [Fact]
    public void A_date_is_written_in_the_buddhist_era_in_thai_and_in_the_common_era_in_english()
    {
        Assert.Equal("13 กันยายน 2565", ThaiDates.LongDate(Report));
        Assert.Equal("13 September 2022", ThaiDates.LongDate(Report, "en"));
        Assert.Equal("13 ก.ย. 65", ThaiDates.ShortDate(Report));
        Assert.Equal("13 Sep 2022", ThaiDates.ShortDate(Report, "en"));
    }

    [Fact]
    public void A_time_is_bangkok_time_and_cut_off_at_the_minute()
    {
        Assert.Equal("13 กันยายน 2565 เวลา 14.30 น.", ThaiDates.LongDateAndTime(Report));
        Assert.Equal("13 September 2022, 14:30", ThaiDates.LongDateAndTime(Report, "en"));
        Assert.Equal("13 ก.ย. 65 14.30 น.", ThaiDates.ShortDateAndTime(Report));
        Assert.Equal("13 Sep 2022, 14:30", ThaiDates.ShortDateAndTime(Report, "en"));
        Assert.Equal("07.05 น.", ThaiDates.Time(new(2022, 9, 13, 0, 5, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void Five_in_the_afternoon_utc_is_midnight_of_the_next_day_and_on_new_years_eve_of_the_next_year()
    {
        var lastSecond = new DateTime(2025, 12, 31, 16, 59, 59, DateTimeKind.Utc);
        Assert.Equal("31 ธันวาคม 2568 เวลา 23.59 น.", ThaiDates.LongDateAndTime(lastSecond));
        Assert.Equal(2568, ThaiDates.BuddhistYear(lastSecond));
        Assert.Equal("1 มกราคม 2569 เวลา 00.00 น.", ThaiDates.LongDateAndTime(lastSecond.AddSeconds(1)));
        Assert.Equal(2569, ThaiDates.BuddhistYear(lastSecond.AddSeconds(1)));
    }

    [Fact]
    public void A_fiscal_year_begins_on_the_first_of_october_and_is_named_by_the_year_of_its_end()
    {
        Assert.Equal(2565, ThaiDates.FiscalYear(new DateOnly(2022, 9, 30)));
        Assert.Equal(2566, ThaiDates.FiscalYear(new DateOnly(2022, 10, 1)));
        Assert.Equal(2566, ThaiDates.FiscalYear(new DateTime(2022, 9, 30, 17, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void A_leap_day_stays_the_29th_of_february() =>
        Assert.Equal("29 ก.พ. 67", ThaiDates.ShortDate(new DateOnly(2024, 2, 29)));

    [Fact]
    public void A_year_that_ends_in_a_single_digit_keeps_its_zero() =>
        Assert.Equal("1 ม.ค. 05", ThaiDates.ShortDate(new DateOnly(2062, 1, 1)));

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public void A_moment_that_is_not_utc_is_a_mistake_of_the_program(DateTimeKind kind) =>
        Assert.Throws<ArgumentException>(() => ThaiDates.LongDate(DateTime.SpecifyKind(Report, kind)));

    [Fact]
    public void Every_moment_survives_the_way_to_bangkok_and_back() => Moments.Sample(utc =>
    {
        var bangkok = ThaiDates.ToBangkok(utc);
        var back = ThaiDates.FromBangkok(DateOnly.FromDateTime(bangkok), TimeOnly.FromDateTime(bangkok));
        Assert.Equal(utc, back);
        Assert.Equal(DateTimeKind.Utc, back.Kind);
        Assert.Equal(ThaiDates.BangkokDate(utc), DateOnly.FromDateTime(bangkok));
    });

    [Fact]
    public void The_machines_language_changes_nothing() => Moments.Sample(utc =>
    {
        var here = ThaiDates.LongDateAndTime(utc) + ThaiDates.ShortDateAndTime(utc, "en");
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("th-TH");
            Assert.Equal(here, ThaiDates.LongDateAndTime(utc) + ThaiDates.ShortDateAndTime(utc, "en"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    });

    [Theory]
    [InlineData(0, "ไม่ถึง 1 นาที", "less than 1 minute")]
    [InlineData(59, "ไม่ถึง 1 นาที", "less than 1 minute")]
    [InlineData(60, "1 นาที", "1 minute")]
    [InlineData(5 * 60 + 59, "5 นาที", "5 minutes")]
    [InlineData(3600, "1 ชั่วโมง", "1 hour")]
    [InlineData(2 * 3600 + 600, "2 ชั่วโมง 10 นาที", "2 hours 10 minutes")]
    [InlineData(-2 * 3600 - 600, "2 ชั่วโมง 10 นาที", "2 hours 10 minutes")]
    [InlineData(3 * 86400, "3 วัน", "3 days")]
    [InlineData(3 * 86400 + 59 * 60, "3 วัน", "3 days")]
    [InlineData(86400 + 4 * 3600, "1 วัน 4 ชั่วโมง", "1 day 4 hours")]
    public void A_duration_is_said_in_at_most_two_units(int seconds, string thai, string english)
    {
        Assert.Equal(thai, ThaiDates.Duration(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(english, ThaiDates.Duration(TimeSpan.FromSeconds(seconds), "en"));
    }

    [Fact]
    public void Even_the_longest_durations_have_words()
    {
        Assert.Equal("10675199 วัน 2 ชั่วโมง", ThaiDates.Duration(TimeSpan.MaxValue));
        Assert.Equal("10675199 วัน 2 ชั่วโมง", ThaiDates.Duration(TimeSpan.MinValue));
    }
}
