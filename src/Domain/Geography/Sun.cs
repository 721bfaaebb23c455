namespace Songthang.Domain.Geography;

/// <summary>When the sun sets, computed and not guessed.</summary>
/// <remarks>
/// The algorithm of the solar calculator of the US National Oceanic and Atmospheric Administration (Global Monitoring
/// Laboratory), after Jean Meeus, Astronomical Algorithms: within a minute between 72° north and south. The sun sets when its
/// upper edge goes under a level horizon, 90.833° from the zenith with refraction.
/// </remarks>
public static class Sun
{
    const double ZenithAtSunset = 90.833;

    static readonly DateTime J2000 = new(2000, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>The sunset of a day; null where the sun does not set on that day.</summary>
    /// <param name="day">The day by the clocks at the position.</param>
    /// <param name="at">Where.</param>
    /// <param name="offset">How far the clocks there are ahead of UTC.</param>
    /// <returns>UTC, to the second.</returns>
    public static DateTime? SetsAt(DateOnly day, Position at, TimeSpan offset)
    {
        var midnight = DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - offset, DateTimeKind.Utc);
        // Where the sun stands changes within the day: the second look is at the very time of the sunset.
        var sunset = midnight.AddHours(18);
        for (var look = 0; look < 2; look++)
        {
            var (declination, equationOfTime) = Look(sunset);
            if (HourAngle(at.Latitude, declination) is not { } angle)
                return null;
            // A degree of the earth's turn takes four minutes.
            var minutes = 720 - 4 * at.Longitude + 4 * angle - equationOfTime + offset.TotalMinutes;
            sunset = midnight.AddMinutes(minutes);
        }

        return sunset.AddTicks(-(sunset.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>Degrees between noon and sunset; null where there is none.</summary>
    static double? HourAngle(double latitude, double declination)
    {
        var cosine = Cos(ZenithAtSunset) / (Cos(latitude) * Cos(declination)) - Math.Tan(Radians(latitude)) * Math.Tan(Radians(declination));
        return cosine is < -1 or > 1 ? null : Degrees(Math.Acos(cosine));
    }

    /// <summary>The sun's declination in degrees, and the equation of time in minutes.</summary>
    static (double Declination, double EquationOfTime) Look(DateTime utc)
    {
        var century = (utc - J2000).TotalDays / 36525;
        var longitude = (280.46646 + century * (36000.76983 + century * 0.0003032)) % 360;
        var anomaly = 357.52911 + century * (35999.05029 - 0.0001537 * century);
        var eccentricity = 0.016708634 - century * (0.000042037 + 0.0000001267 * century);
        var centre = Sin(anomaly) * (1.914602 - century * (0.004817 + 0.000014 * century))
            + Sin(2 * anomaly) * (0.019993 - 0.000101 * century) + Sin(3 * anomaly) * 0.000289;
        var node = 125.04 - 1934.136 * century;
        var apparent = longitude + centre - 0.00569 - 0.00478 * Sin(node);
        var obliquity = 23 + (26 + (21.448 - century * (46.815 + century * (0.00059 - century * 0.001813))) / 60) / 60 + 0.00256 * Cos(node);
        var y = Math.Pow(Math.Tan(Radians(obliquity / 2)), 2);
        var equation = y * Sin(2 * longitude) - 2 * eccentricity * Sin(anomaly) + 4 * eccentricity * y * Sin(anomaly) * Cos(2 * longitude)
            - 0.5 * y * y * Sin(4 * longitude) - 1.25 * eccentricity * eccentricity * Sin(2 * anomaly);
        return (Degrees(Math.Asin(Sin(obliquity) * Sin(apparent))), 4 * Degrees(equation));
    }

    static double Sin(double degrees) => Math.Sin(Radians(degrees));

    static double Cos(double degrees) => Math.Cos(Radians(degrees));

    static double Radians(double degrees) => degrees * Math.PI / 180;

    static double Degrees(double radians) => radians * 180 / Math.PI;
}
