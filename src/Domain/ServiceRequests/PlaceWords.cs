using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>A place as people read it.</summary>
public static class PlaceWords
{
    /// <summary>
    /// Road, village, tambon and amphoe in one line, such as <c>ถนนโรจนะ หมู่ที่ 3 ต.คลองสวนพลู อ.พระนครศรีอยุธยา</c>;
    /// empty when none of them is known. Landmark, pole and position are separate facts.
    /// </summary>
    /// <param name="place">Where.</param>
    /// <param name="province">Knows the tambon's name.</param>
    /// <param name="language"><c>th</c> or <c>en</c>.</param>
    public static string InWords(this Place place, Province province, string language)
    {
        string?[] parts = [place.Road, Village(place.Moo, language), province.Find(place.TambonCode)?.FullName(language)];
        return string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary><c>14.3521, 100.5620</c>, with so many decimals; empty when the position is unknown.</summary>
    public static string PositionInWords(this Place place, int decimals) =>
        place is { Latitude: { } latitude, Longitude: { } longitude }
            ? $"{latitude.ToString($"F{decimals}", CultureInfo.InvariantCulture)}, {longitude.ToString($"F{decimals}", CultureInfo.InvariantCulture)}"
            : "";

    static string Village(string moo, string language) => moo.Length == 0 || moo.StartsWith("หมู่", StringComparison.Ordinal)
        ? moo
        : new Phrase($"หมู่ที่ {moo}", $"Moo {moo}").In(language);
}
