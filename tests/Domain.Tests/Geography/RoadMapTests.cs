using CsCheck;
using Songthang.Domain.Geography;

namespace Songthang.Domain.Tests.Geography;

public class RoadMapTests
{
    static readonly Gen<Position> Somewhere = Gen.Select(Gen.Double[14.30, 14.32], Gen.Double[100.50, 100.52], Position.Create);

    static Road A(string name, params Position[] line) => new("", name, "", [line]);

    [Fact]
    public void The_nearest_road_is_the_one_that_trying_all_finds() =>
        Gen.Select(Gen.Select(Somewhere, Somewhere).Array[1, 12], Somewhere).Sample((lines, position) =>
        {
            var map = new RoadMap(lines.Select((line, number) => A($"{number}", line.Item1, line.Item2)));

            var near = map.Nearest(position, 200);

            // Every tenth of a metre or so along each road: none of these points can be nearer than the nearest road.
            var tried = map.Roads.Select(road => Along(road).Min(position.MetresTo)).ToList();
            if (near is null)
                Assert.All(tried, metres => Assert.True(metres > 199.5));
            else
                Assert.InRange(near.Value.Metres, tried.Min() - 1, tried.Min() + 0.5);
        }, iter: 300);

    static IEnumerable<Position> Along(Road road)
    {
        var (from, to) = (road.Lines[0][0], road.Lines[0][1]);
        for (var part = 0; part <= 2_000; part++)
        {
            var share = part / 2_000.0;
            yield return Position.Create(from.Latitude + (to.Latitude - from.Latitude) * share, from.Longitude + (to.Longitude - from.Longitude) * share);
        }
    }

    [Theory]
    [InlineData(14.30020, true)]
    [InlineData(14.30030, false)]
    public void A_road_is_near_within_so_many_metres_and_no_farther(double latitude, bool isNear)
    {
        // 0.00027 degrees of latitude are thirty metres.
        var map = new RoadMap([A("ตามเส้นขนาน", Position.Create(14.3, 100.5), Position.Create(14.3, 100.6))]);

        Assert.Equal(isNear, map.Nearest(Position.Create(latitude, 100.55), 30) is not null);
    }

    [Fact]
    public void A_road_needs_a_line_and_a_name_that_fits()
    {
        Assert.Equal("road.without-line", Assert.Throws<RuleBroken>(() => A("สั้น", Position.Create(14.3, 100.5))).Code);
        Assert.Equal("road.too-long", Assert.Throws<RuleBroken>(() => A(new string('ก', 201), Position.Create(14.3, 100.5), Position.Create(14.3, 100.6))).Code);
    }

    [Theory]
    [InlineData("3263", "ถนนสายเอเชีย", "ถนนสายเอเชีย (3263)")]
    [InlineData("309", "ทางหลวงหมายเลข 309", "ทางหลวงหมายเลข 309")]
    [InlineData("อย.1001", "", "อย.1001")]
    public void A_road_is_called_by_its_name_and_number(string code, string name, string title) =>
        Assert.Equal(title, new Road(code, name, "", [[Position.Create(14.3, 100.5), Position.Create(14.3, 100.6)]]).Title);
}
