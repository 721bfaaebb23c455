using System.Globalization;
using Songthang.Domain.Assets;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

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

    /// <summary>What can be chosen: the offered lines, and the one that is there already.</summary>
    public static IEnumerable<T> Choices<T>(this Listed<T> list, string? chosen) where T : class, IListed =>
        list.All.Where(line => line.InUse || line.Code == chosen);
}
