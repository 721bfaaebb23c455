using Songthang.Domain.Assets;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>Which column of a file says what.</summary>
/// <param name="Columns">The column of each field that the file has.</param>
/// <param name="CodeColumn">The column with the register's own code; null when the file has none.</param>
/// <param name="RetiredColumn">The column with the day from which a pole is out of use; null when the file has none.</param>
public sealed record PoleMapping(IReadOnlyDictionary<PoleField, string> Columns, string? CodeColumn = null, string? RetiredColumn = null)
{
    /// <summary>What the names of the columns let one guess; each column is used once.</summary>
    public static PoleMapping Guess(IReadOnlyList<string> columns)
    {
        var byKey = columns.GroupBy(Key).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var guessed = new Dictionary<PoleField, string>();
        // A point knows best where it is.
        if (columns.Contains(PoleGeoJson.Latitude))
            (guessed[PoleField.Latitude], guessed[PoleField.Longitude]) = (PoleGeoJson.Latitude, PoleGeoJson.Longitude);
        foreach (var field in PoleFields.All.Where(field => !guessed.ContainsKey(field)))
        {
            string[] names = [PoleColumns.Name(field), field.Name().Thai, field.Name().English, .. PoleColumns.OtherNames(field)];
            if (names.Select(Key).FirstOrDefault(byKey.ContainsKey) is { } found && byKey.Remove(found, out var column))
                guessed[field] = column;
        }

        return new(guessed, byKey.GetValueOrDefault(PoleColumns.Code), byKey.GetValueOrDefault(PoleColumns.RetiredOn.Replace("_", "", StringComparison.Ordinal)));
    }

    static string Key(string name) => string.Concat(ThaiText.Fold(name).Where(sign => sign is not (' ' or '_' or '-' or '.' or '(' or ')')));
}
