using Songthang.Domain.Thai;

namespace Songthang.Domain.Geography;

/// <summary>A road as people write it.</summary>
public static class RoadName
{
    /// <summary>The road as it is compared: without the word for road, spaces and signs; empty when nothing is left.</summary>
    public static string Key(string? road) =>
        string.Concat(ThaiText.Fold(road).Where(sign => !char.IsPunctuation(sign) && !char.IsWhiteSpace(sign)))
            .Replace("ถนน", "", StringComparison.Ordinal);
}
