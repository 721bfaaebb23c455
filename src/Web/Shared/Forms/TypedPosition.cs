using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;

namespace Songthang.Web.Shared.Forms;

/// <summary>Reads a position as somebody types it or pastes it from a map: <c>14.352123, 100.561987</c>, Thai digits too.</summary>
public static class TypedPosition
{
    /// <summary>Nothing typed reads as no position; false when what is typed is none.</summary>
    public static bool TryRead(string? text, out double? latitude, out double? longitude)
    {
        (latitude, longitude) = (null, null);
        var typed = ThaiDigits.ToArabic(ThaiText.Clean(text));
        if (typed.Length == 0)
            return true;
        if (typed.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) is not [var north, var east]
            || !TryRead(north, out var lat) || !TryRead(east, out var lon) || !Position.TryCreate(lat, lon, out _))
        {
            return false;
        }

        (latitude, longitude) = (lat, lon);
        return true;
    }

    static bool TryRead(string number, out double degrees) =>
        double.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out degrees);
}
