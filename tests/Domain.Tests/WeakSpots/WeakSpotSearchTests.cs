using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.WeakSpots;

namespace Songthang.Domain.Tests.WeakSpots;

public class WeakSpotSearchTests
{
    static readonly DateTime Now = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);

    static CountedFault Fault(int day, string pole = "", string road = "", double? north = null, double? east = null,
        ServiceRequestStatus status = ServiceRequestStatus.Completed, string tambon = "140101")
    {
        var place = new Place(tambon, road, "", "", pole, north, east);
        return new($"69-{day:00000}-0", status, Now.AddDays(-day), place, place.PoleKey);
    }

    static StandingPole APole(int code, string number, double north = 14.35, double east = 100.56) =>
        new(code, code, number, new Place("140101", "", "", "", number, north, east));

    /// <summary>From west to east, 0.01 degrees of longitude, which is about 1.08 km here.</summary>
    static Road ARoad(string code, string name, double north, double degrees = 0.01) =>
        new(code, name, "", [[Position.Create(north, 100.5), Position.Create(north, 100.5 + degrees)]]);

    [Fact]
    public void A_pole_is_weak_with_three_faults_by_number_or_by_code_and_not_with_two()
    {
        CountedFault[] faults =
        [
            Fault(10, "15-58"), Fault(20, "000001-3"), Fault(30, "อบจ.อย. 15/58"),
            Fault(11, "2-2"), Fault(12, "2-2"),
            Fault(5, "000003-7"), Fault(6, "000003-7"), Fault(7, "000003-7"), Fault(8, "000003-7"),
        ];

        var found = WeakSpotSearch.Poles([APole(1, "15-58"), APole(2, "2-2"), APole(3, "")], faults);

        Assert.Equal([(3L, 4), (1L, 3)], found.Select(pole => (pole.PoleId, pole.Faults.Count)));
        Assert.Equal(Now.AddDays(-5), found[0].LastAt);
    }

    [Fact]
    public void The_same_number_elsewhere_is_another_pole()
    {
        CountedFault[] faults = [.. Enumerable.Range(1, 3).Select(day => Fault(day, "15-58", north: 14.40, east: 100.56)), Fault(9, "15-58", tambon: "140102")];

        var found = WeakSpotSearch.Poles([APole(1, "15-58"), APole(2, "15-58", 14.4)], faults);

        Assert.Equal([2L], found.Select(pole => pole.PoleId));
    }

    [Fact]
    public void Every_weak_pole_is_among_the_candidates()
    {
        CountedFault[] faults = [Fault(1, "15-58"), Fault(2, "15-58"), Fault(3, "000001-3"), Fault(4, "9-9"), Fault(5, "9-9"), Fault(6, "9-9"), Fault(7, "8-8"), Fault(8)];

        var (numbers, codes) = WeakSpotSearch.CandidateKeys(faults);

        // The two of 15-58 are found through the code.
        Assert.Equal((["99"], [1]), (numbers.ToArray(), codes.ToArray()), EqualityComparer<(string[], int[])>.Create((one, other) => one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2)));
    }

    [Fact]
    public void Roads_stand_by_their_faults_per_kilometre_and_those_of_unknown_length_behind_them()
    {
        var map = new RoadMap([ARoad("3263", "ถนนยาว", 14.30, 0.04), ARoad("", "ถนนสั้น", 14.40, 0.01), ARoad("", "ถนนซ้ำ", 14.5), ARoad("", "ถนนซ้ำ", 14.6)]);
        CountedFault[] faults =
        [
            // Four on the long road: by position, by its number, by its name.
            Fault(1, road: "ที่ไหนสักแห่ง", north: 14.300_1, east: 100.52), Fault(2, road: "3263"), Fault(3, road: "ยาว"), Fault(4, north: 14.299_9, east: 100.53, status: ServiceRequestStatus.Accepted),
            // Three on the short one.
            Fault(5, north: 14.4, east: 100.505), Fault(6, road: "ถนนสั้น"), Fault(7, road: "สั้น"),
            // Nobody knows which of the two is meant.
            .. Enumerable.Range(8, 5).Select(day => Fault(day, road: "ถนนซ้ำ")),
            Fault(20, road: "ซอยวัด"), Fault(21, road: "ซอยวัด"),
            // The same name in another district is another lane.
            Fault(22, road: "ซอยวัด", tambon: "140201"),
            Fault(23, north: 14.45, east: 100.9),
        ];

        var found = WeakSpotSearch.Roads(map, 30, faults);

        Assert.Equal(["ถนนสั้น", "ถนนยาว (3263)", "ถนนซ้ำ"], found.Select(road => road.Name));
        Assert.Equal([3, 4, 5], found.Select(road => road.Faults));
        Assert.Equal([0, 1, 0], found.Select(road => road.Open));
        // 3 on 1.077 km, 4 on 4.31 km.
        Assert.InRange(found[0].PerKilometre!.Value, 2.77, 2.80);
        Assert.InRange(found[1].PerKilometre!.Value, 0.92, 0.94);
        Assert.Null(found[2].PerKilometre);
        Assert.Equal("1401", found[2].AmphoeCode);
    }

    [Fact]
    public void A_very_short_road_is_not_the_worst_because_it_is_short()
    {
        var road = new WeakRoad("ซอย", ARoad("", "ซอย", 14.3, 0.000_1), "", 3, 0, null);
        Assert.Equal(30, road.PerKilometre);
    }

    [Fact]
    public void Lamps_are_listed_when_their_end_is_near_soonest_first()
    {
        var today = new DateOnly(2026, 11, 23);
        AgedLamp[] lamps = [new(1, 1, today.AddDays(180)), new(2, 2, today.AddDays(181)), new(3, 3, today.AddYears(-2)), new(4, 4, today)];
        Assert.Equal([3, 4, 1], WeakSpotSearch.Lamps(lamps, today).Select(lamp => lamp.CodeNumber));
    }
}
