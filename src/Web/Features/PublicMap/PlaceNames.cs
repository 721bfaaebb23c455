using Songthang.Domain.Geography;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PublicMap;

/// <summary>The names of amphoe, tambon and roads made comparable once, in memory, not for each who looks for one.</summary>
sealed class PlaceNames(Province province, CurrentRoads roads)
{
    readonly List<(Amphoe Amphoe, string[] Keys)> amphoes =
        [.. province.Amphoes.Select(amphoe => (amphoe, Keys(amphoe.ThaiName, amphoe.EnglishName)))];

    readonly List<(Tambon Tambon, string[] Keys)> tambons = [.. province.Tambons.Select(tambon => (tambon, Keys(
        tambon.ThaiName, tambon.EnglishName, $"{tambon.ThaiName} {tambon.Amphoe.ThaiName}", $"{tambon.EnglishName} {tambon.Amphoe.EnglishName}")))];

    volatile RoadKeys held = new(-1, []);

    /// <summary>The amphoe with such a name.</summary>
    public IEnumerable<(FoundPlace Place, int Fit)> Amphoes(PlaceWord sought, string language) =>
        from known in amphoes
        let fit = sought.IsTambon ? null : sought.Fit(known.Keys)
        where fit is not null
        select (new FoundPlace(
            PlaceKind.Amphoe, new Phrase($"อ.{known.Amphoe.ThaiName}", $"Amphoe {known.Amphoe.EnglishName}").In(language), "",
            province.CentreOf(known.Amphoe), 12, PublicListAddress.Of(new PublicFilter(AmphoeCode: known.Amphoe.Code))), fit.Value);

    /// <summary>The tambon with such a name.</summary>
    public IEnumerable<(FoundPlace Place, int Fit)> Tambons(PlaceWord sought, string language) =>
        from known in tambons
        let fit = sought.IsAmphoe ? null : sought.Fit(known.Keys)
        where fit is not null
        let amphoe = known.Tambon.Amphoe
        select (new FoundPlace(
            PlaceKind.Tambon, new Phrase($"ต.{known.Tambon.ThaiName}", $"Tambon {known.Tambon.EnglishName}").In(language),
            new Phrase($"อ.{amphoe.ThaiName}", $"Amphoe {amphoe.EnglishName}").In(language), known.Tambon.Centre, 14,
            PublicListAddress.Of(new PublicFilter(AmphoeCode: amphoe.Code, TambonCode: known.Tambon.Code))), fit.Value);

    /// <summary>The roads with such a name or number; of several pieces of one road the longest.</summary>
    public IEnumerable<(FoundPlace Place, int Fit)> Roads(PlaceWord sought) =>
        from known in RoadsNow()
        let fit = sought.IsArea ? null : sought.Fit(known.Keys)
        where fit is not null
        select (new FoundPlace(PlaceKind.Road, known.Road.Title, "", Middle(known.Road), 15), fit.Value);

    List<(Road Road, string[] Keys)> RoadsNow()
    {
        var (number, now) = (roads.Number, held);
        if (now.Number != number)
        {
            held = now = new(number, [.. roads.Map.Roads.Where(road => road.Title.Length > 0).GroupBy(road => road.Title, StringComparer.Ordinal)
                .Select(same => same.MaxBy(road => road.Metres)!).Select(road => (road, Keys(road.Name, road.Code, road.Title)))]);
        }

        return now.Roads;
    }

    /// <summary>A point of the road itself: the middle of a rectangle around it may lie in the fields.</summary>
    static Position Middle(Road road) => road.Lines.MaxBy(line => line.Count)! is var line ? line[line.Count / 2] : default;

    static string[] Keys(params string[] names) => [.. names.Select(PlaceWord.KeyOf).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)];

    sealed record RoadKeys(int Number, List<(Road Road, string[] Keys)> Roads);
}
