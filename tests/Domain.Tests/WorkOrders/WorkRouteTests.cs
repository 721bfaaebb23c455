using CsCheck;
using Songthang.Domain.Geography;
using Songthang.Domain.WorkOrders;

namespace Songthang.Domain.Tests.WorkOrders;

public class WorkRouteTests
{
    static (string Name, Position? At)[] Stops(params (string, double?)[] stops) =>
        [.. stops.Select(stop => (stop.Item1, stop.Item2 is { } longitude ? Position.Create(14.3, longitude) : (Position?)null))];

    [Fact]
    public void From_the_first_each_time_to_the_nearest_and_the_unknown_last()
    {
        var way = WorkRoute.Order(Stops(("middle", 100.55), ("unknown", null), ("far", 100.80), ("near", 100.56), ("next", 100.60)), stop => stop.At);

        Assert.Equal(["middle", "near", "next", "far", "unknown"], way.Select(stop => stop.Name));
    }

    [Fact]
    public void Nobody_is_lost_and_nobody_comes_twice() =>
        Gen.Double[100.2, 100.8].Nullable().Array[0, 12].Sample(longitudes =>
        {
            var stops = longitudes.Select((longitude, i) => (i, longitude)).ToList();

            var way = WorkRoute.Order(stops, stop => stop.longitude is { } east ? Position.Create(14.3, east) : null);

            Assert.Equal(stops.Select(stop => stop.i), way.Select(stop => stop.i).Order());
        });
}
