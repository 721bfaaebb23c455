using System.Globalization;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>Days as people type and addresses carry them.</summary>
static class PlannedDay
{
    /// <summary>Where a browser shows no calendar, people write the year of the Buddhist Era.</summary>
    public static DateOnly? InOurEra(DateOnly? typed) => typed is { Year: >= 2400 } day ? day.AddYears(-543) : typed;

    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && InOurEra(day) is { Year: >= 1900 and < 2400 } ours ? ours : null;

    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
