using System.Globalization;
using Songthang.Domain.Assets;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.PoleRegistry;

/// <summary>What a pole's facts read like.</summary>
static class PoleWords
{
    /// <summary>A fact as <see cref="PoleFacts.Written"/> writes it, for people; a dash when it is unknown.</summary>
    public static Phrase InWords(this CurrentSettings settings, PoleField field, string written) => (field, written) switch
    {
        (PoleField.Owner, _) => settings.OwnerName(written),
        (_, "") => new("–", "–"),
        (PoleField.Side, _) => Enum.TryParse<PoleSide>(written, out var side) ? side.Name() : new(written, written),
        (PoleField.Lamp, _) => settings.LampName(written),
        (PoleField.InstalledOn or PoleField.WarrantyUntil, _) =>
            DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new(ThaiDates.LongDate(day), ThaiDates.LongDate(day, "en"))
                : new(written, written),
        _ => new(written, written),
    };

    public static Phrase LampName(this CurrentSettings settings, string code) =>
        settings.Get(Topics.LampKinds).Find(code)?.Name ?? new(code, code);

    /// <summary>Whose it is; the empty code is our own.</summary>
    public static Phrase OwnerName(this CurrentSettings settings, string code) => code.Length == 0
        ? settings.Get(Topics.Agency).ShortName is { Thai.Length: > 0 } ours ? ours : settings.Get(Topics.Agency).Name
        : settings.Get(Topics.Authorities).Find(code)?.Name ?? new(code, code);

    /// <summary>The day by which its lamp is expected to end; null when the installation or the life is unknown.</summary>
    public static DateOnly? ExpectedEnd(this CurrentSettings settings, Pole pole) =>
        (pole.ExpectedLifeYears ?? settings.Get(Topics.LampKinds).Find(pole.LampCode)?.LifeYears) is { } years
            ? pole.InstalledOn?.AddYears(years)
            : null;

    /// <summary>What can be chosen: the offered lines, and the one that is there already.</summary>
    public static IEnumerable<T> Choices<T>(this Listed<T> list, string? chosen) where T : class, IListed =>
        list.All.Where(line => line.InUse || line.Code == chosen);
}
