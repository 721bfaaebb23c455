using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.WeakSpots;

/// <summary>
/// Where one repair after the other is not enough, by the reports of twelve months: poles with three faults, roads by their
/// faults per kilometre, lamps at the end of their life. What was declined, withdrawn or passed on to another authority
/// is no fault of ours; reports that were merged are one fault.
/// </summary>
public static class WeakSpotSearch
{
    /// <summary>A pole with so many faults in the year is weak.</summary>
    public const int FaultsOfPole = 3;

    /// <summary>A road with fewer faults in the year is not listed: one fault on a short lane says nothing.</summary>
    public const int FaultsOfRoad = 3;

    /// <summary>How far back it is counted.</summary>
    public const int Months = 12;

    /// <summary>A lamp that is expected to end within so many days is listed: time to buy and to plan.</summary>
    public const int DaysAhead = 180;

    /// <summary>The states in which a request counts as a fault.</summary>
    public static IReadOnlyList<ServiceRequestStatus> Counted { get; } =
    [
        ServiceRequestStatus.Submitted, ServiceRequestStatus.AwaitingInformation, ServiceRequestStatus.Accepted,
        ServiceRequestStatus.InProgress, ServiceRequestStatus.Completed,
    ];

    /// <summary>The weak ones of these poles, most faults first.</summary>
    /// <param name="poles">Poles that may be weak, such as those with a <see cref="CandidateKeys">key</see>.</param>
    /// <param name="faults">The faults of the year, newest first.</param>
    public static IReadOnlyList<WeakPole> Poles(IEnumerable<StandingPole> poles, IEnumerable<CountedFault> faults)
    {
        var byKey = faults.Where(fault => fault.PoleKey.Length > 0).ToLookup(fault => fault.PoleKey, StringComparer.Ordinal);
        return
        [
            .. poles.Select(pole => new WeakPole(pole.Id, pole.CodeNumber, PoleNumber.Order(pole.Number), FaultsOf(pole, byKey)))
                .Where(weak => weak.Faults.Count >= FaultsOfPole)
                .OrderByDescending(weak => weak.Faults.Count).ThenByDescending(weak => weak.LastAt).ThenBy(weak => weak.CodeNumber),
        ];
    }

    /// <summary>The numbers that were reported often enough, and the codes that were reported at all: a pole may be known by both.</summary>
    public static (IReadOnlyList<string> Numbers, IReadOnlyList<int> Codes) CandidateKeys(IEnumerable<CountedFault> faults)
    {
        var groups = faults.Where(fault => fault.PoleKey.Length > 0).GroupBy(fault => fault.PoleKey, StringComparer.Ordinal).ToList();
        return (
            [.. groups.Where(group => group.Count() >= FaultsOfPole).Select(group => group.Key)],
            [.. groups.Select(group => PoleCode.TryParse(group.Key, out var code) ? code.Number : 0).Where(number => number > 0)]);
    }

    /// <summary>The roads with faults: those with a known length by faults per kilometre, behind them the others by their number.</summary>
    public static IReadOnlyList<WeakRoad> Roads(RoadMap map, double lampMetres, IEnumerable<CountedFault> faults)
    {
        // A name that two imported roads share does not say which of them is meant.
        var byName = map.Roads.SelectMany(road => new[] { road.Name, road.Code, road.Title }.Select(RoadName.Key).Where(key => key.Length > 0).Distinct()
                .Select(key => (Key: key, Road: road)))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal).Where(same => same.Count() == 1)
            .ToDictionary(same => same.Key, same => same.Single().Road, StringComparer.Ordinal);
        return
        [
            .. faults.Select(fault => (Fault: fault, Road: RoadOf(fault.Place))).Where(pair => pair.Road is not null || pair.Fault.Place.RoadKey.Length > 0)
                .GroupBy(pair => pair.Road is { } road ? (Road: road, Key: "", Amphoe: "") : (null, pair.Fault.Place.RoadKey, pair.Fault.Place.AmphoeCode))
                .Where(group => group.Count() >= FaultsOfRoad)
                .Select(group => new WeakRoad(
                    NameOf(group.Key.Road, group.Select(pair => pair.Fault.Place.Road)), group.Key.Road, group.Key.Amphoe,
                    group.Count(), group.Count(pair => pair.Fault.Status.IsOpen()), group.Key.Road?.Box ?? BoxAround(group.Select(pair => pair.Fault.Place))))
                .OrderByDescending(road => road.PerKilometre ?? -1).ThenByDescending(road => road.Faults).ThenBy(road => road.Name, StringComparer.Ordinal),
        ];

        Road? RoadOf(Place place) =>
            (Position.TryCreate(place.Latitude, place.Longitude, out var position) ? map.Nearest(position, lampMetres)?.Road : null)
            ?? byName.GetValueOrDefault(place.RoadKey);
    }

    /// <summary>The lamps that end before a day, soonest first.</summary>
    public static IReadOnlyList<AgedLamp> Lamps(IEnumerable<AgedLamp> lamps, DateOnly today) =>
        [.. lamps.Where(lamp => lamp.End <= today.AddDays(DaysAhead)).OrderBy(lamp => lamp.End).ThenBy(lamp => lamp.CodeNumber)];

    static List<CountedFault> FaultsOf(StandingPole pole, ILookup<string, CountedFault> byKey) =>
    [
        .. new[] { PoleNumber.LooseKey(pole.Number), PoleNumber.LooseKey(PoleCode.Create(pole.CodeNumber).ToString()) }.Where(key => key.Length > 0).Distinct()
            .SelectMany(key => byKey[key]).Where(fault => SameFault.IsOn(pole.Place, fault.Place)).OrderByDescending(fault => fault.SubmittedAt),
    ];

    static BoundingBox? BoxAround(IEnumerable<Place> places)
    {
        Position[] known = [.. places.Select(place => Position.TryCreate(place.Latitude, place.Longitude, out var position) ? position : (Position?)null).OfType<Position>()];
        return known.Length == 0 ? null : BoundingBox.Of(known);
    }

    // Of names that only people have written, the one that most of them wrote.
    static string NameOf(Road? road, IEnumerable<string> written) => road?.Title is { Length: > 0 } title ? title
        : written.GroupBy(name => name).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key is { Length: > 0 } name
            ? name : road?.Code ?? "";
}
