using System.Globalization;

namespace Songthang.Web.Shared;

/// <summary>A day in an address, as date fields send it: <c>2026-11-23</c>.</summary>
public static class TypedDay
{
    /// <summary>The day, or null; a year of the Buddhist Era is understood too.</summary>
    public static DateOnly? Read(string? text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        if (day.Year >= 2400)
            day = day.AddYears(-543);
        return day.Year is >= 1900 and < 2400 ? day : null;
    }

    public static string Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
