using System.Globalization;
using Songthang.Domain.Thai;

namespace Songthang.Domain.WorkOrders;

/// <summary>The number of a work order, <c>12/2569</c>: running number and Buddhist year.</summary>
/// <param name="Year">Full Buddhist year.</param>
/// <param name="Number">From 1 in each year.</param>
public readonly record struct WorkOrderNumber(int Year, int Number)
{
    /// <summary>As an address carries it: <c>2569-12</c>.</summary>
    public string Slug => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number}");

    /// <summary>As people write it: <c>12/2569</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Year}");

    /// <summary>Reads a <see cref="Slug"/>.</summary>
    public static bool TryParseSlug(string? slug, out WorkOrderNumber number)
    {
        var parts = (slug ?? "").Split('-');
        number = default;
        if (parts.Length != 2 || !Read(parts[0], out var year) || !Read(parts[1], out var running))
            return false;
        number = new(year, running);
        return number.Slug == slug;
    }

    /// <summary>Reads what people type, <c>12/2569</c> or <c>๑๒/๒๕๖๙</c>, or just <c>12</c> of the given year; null when it is no number.</summary>
    public static WorkOrderNumber? ReadTyped(string? typed, int thisYear)
    {
        var parts = ThaiDigits.ToArabic((typed ?? "").Trim()).Split('/');
        return parts.Length is 1 or 2 && Read(parts[0].Trim(), out var running)
            ? parts.Length == 1 ? new(thisYear, running) : Read(parts[1].Trim(), out var year) ? new(year, running) : null
            : null;
    }

    static bool Read(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
