using System.Globalization;
using Songthang.Domain.Geography;

namespace Songthang.Domain.Tests.Geography;

public class SunTests
{
    static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    // Ayutthaya lies between these; published by the Thai Astronomical Society (twilight tables of Samut Sakhon 2552, Sukhothai
    // 2565, Chiang Rai 2556, Narathiwat and Phatthalung 2552) and, for Bangkok, by the National Astronomical Research Institute.
    [Theory]
    [InlineData(13.533, 100.283, 2009, 1, 1, "18:03")]
    [InlineData(13.533, 100.283, 2009, 1, 8, "18:07")]
    [InlineData(13.533, 100.283, 2009, 1, 13, "18:10")]
    [InlineData(17.007, 99.823, 2022, 1, 1, "17:58")]
    [InlineData(17.007, 99.823, 2022, 1, 29, "18:15")]
    [InlineData(17.007, 99.823, 2022, 2, 6, "18:19")]
    [InlineData(19.9, 99.833, 2013, 1, 21, "18:06")]
    [InlineData(19.9, 99.833, 2013, 2, 14, "18:19")]
    [InlineData(6.433, 101.833, 2009, 1, 1, "18:09")]
    [InlineData(7.617, 100.083, 2009, 1, 13, "18:20")]
    [InlineData(13.75, 100.52, 2023, 6, 21, "18:47")]
    public void The_sun_sets_when_the_tables_say(double latitude, double longitude, int year, int month, int day, string published)
    {
        var date = new DateOnly(year, month, day);

        var sunset = Sun.SetsAt(date, Position.Create(latitude, longitude), Bangkok)!.Value + Bangkok;

        var expected = date.ToDateTime(TimeOnly.ParseExact(published, "HH:mm", CultureInfo.InvariantCulture));
        Assert.InRange(sunset, expected.AddMinutes(-2), expected.AddMinutes(2));
    }

    [Fact]
    public void In_Ayutthaya_it_sets_every_day_between_half_past_five_and_seven_and_never_jumps()
    {
        var ayutthaya = Position.Create(14.3532, 100.5684);
        var times = Enumerable.Range(0, 366).Select(number => new DateOnly(2026, 1, 1).AddDays(number))
            .Select(day => (Sun.SetsAt(day, ayutthaya, Bangkok)!.Value + Bangkok - day.ToDateTime(TimeOnly.MinValue)).TotalMinutes).ToList();

        Assert.All(times, minutes => Assert.InRange(minutes, 17.5 * 60, 19 * 60));
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1));
    }

    [Fact]
    public void Where_the_sun_stays_up_there_is_no_sunset() =>
        Assert.Null(Sun.SetsAt(new DateOnly(2026, 6, 21), Position.Create(69.65, 18.96), TimeSpan.FromHours(2)));
}
