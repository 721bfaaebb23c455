using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PublicMap;

/// <summary>What can be looked for on the map.</summary>
enum PlaceKind
{
    Report,
    Pole,
    Amphoe,
    Tambon,
    Landmark,
    Road,
}

/// <summary>Somewhere that the map can go to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Detail">Where that is, in a few words; may be empty.</param>
/// <param name="Position">Its middle.</param>
/// <param name="Zoom">The zoom at which it fills the screen.</param>
/// <param name="Address">Local address of the page that tells more; empty when there is none.</param>
sealed record FoundPlace(PlaceKind Kind, string Name, string Detail, Position Position, int Zoom, string Address = "");

/// <summary>
/// Finds a place as people write it: names in Thai or English with or without ต., อ., ถนน; references; what is read off a pole.
/// Names and roads are in memory; a reference and a pole cost one look into an index each.
/// </summary>
sealed class FindPlaces(
    PublicServiceRequests requests, Poles poles, Province province, FaultTypes faults, PlaceNames names, CurrentSettings settings)
{
    const int Most = 10, MostPoles = 5, LongestText = 100;

    public async Task<IReadOnlyList<FoundPlace>> RunAsync(string? typed, string language, CancellationToken cancellationToken)
    {
        var text = ThaiText.Clean(typed);
        var sought = PlaceWord.Of(text.Length > LongestText ? text[..LongestText] : text);
        if (sought.Key.Length == 0)
            return [];
        // What is written like a number is one; names come by how well they fit, places that more people mean first.
        IEnumerable<FoundPlace> numbered = [.. await ReportAsync(text, language, cancellationToken), .. await PolesAsync(text, language, cancellationToken)];
        var named = names.Amphoes(sought, language).Concat(names.Tambons(sought, language)).Concat(Landmarks(sought, language)).Concat(names.Roads(sought))
            .OrderBy(found => found.Fit).ThenBy(found => found.Place.Kind).Select(found => found.Place);
        return [.. numbered.Concat(named).Take(Most)];
    }

    async Task<IEnumerable<FoundPlace>> ReportAsync(string text, string language, CancellationToken cancellationToken)
    {
        if (!Reference.TryParse(text, out var reference))
            return [];
        return from request in await requests.OfAsync([reference.ToString()], cancellationToken)
               let mark = MapMark.Of(request.IsChecked, request.Place.TambonCode, request.Place.Latitude, request.Place.Longitude, province)
               where mark is not null
               select new FoundPlace(
                   PlaceKind.Report, request.Reference,
                   string.Join(' ', faults.Find(request.FaultCode)?.Name.In(language), request.Place.InWords(province, language)).Trim(),
                   mark.Value.Position, mark.Value.IsApproximate ? 14 : 18, Links.PublicReport(request.Reference));
    }

    async Task<IEnumerable<FoundPlace>> PolesAsync(string text, string language, CancellationToken cancellationToken) =>
        !ThaiDigits.ToArabic(text).Any(char.IsAsciiDigit) ? [] : (await LabelledAsync(text, cancellationToken))
            .Where(pole => !pole.IsRetired).Take(MostPoles).Select(pole => new FoundPlace(
                PlaceKind.Pole, pole.Name, string.Join(' ', new[] { pole.Road, province.Find(pole.TambonCode)?.FullName(language) }.Where(part => !string.IsNullOrEmpty(part))),
                pole.Position, 19, Links.PolePage(pole.Code.ToString())));

    async Task<IReadOnlyList<PoleInShort>> LabelledAsync(string text, CancellationToken cancellationToken) =>
        await poles.ByLabelAsync(text, cancellationToken) is { Count: > 0 } found ? found : await poles.AlikeAsync(text, cancellationToken);

    IEnumerable<(FoundPlace Place, int Fit)> Landmarks(PlaceWord sought, string language) =>
        from landmark in settings.Get(Topics.Landmarks).Offered()
        let fit = sought.IsArea ? null : sought.Fit(PlaceWord.KeyOf(landmark.Name.Thai), PlaceWord.KeyOf(landmark.Name.English))
        where fit is not null
        select (new FoundPlace(PlaceKind.Landmark, landmark.Name.In(language), "", Position.Create(landmark.Latitude, landmark.Longitude), 17), fit.Value);
}
