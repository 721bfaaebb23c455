using CsCheck;
using Songthang.Domain.Geography;

namespace Songthang.Domain.Tests.Geography;

public class PositionTests
{
    static readonly Gen<Position> Positions =
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Position.Create);

    [Theory]
    [InlineData(null, 100.0)]
    [InlineData(14.0, null)]
    [InlineData(double.NaN, 100.0)]
    [InlineData(14.0, double.PositiveInfinity)]
    [InlineData(90.0001, 100.0)]
    [InlineData(14.0, -180.0001)]
    public void Degrees_that_are_missing_not_finite_or_beyond_the_globe_are_no_position(double? latitude, double? longitude) =>
        Assert.False(Position.TryCreate(latitude, longitude, out _));

    [Theory]
    [InlineData(-90, -180)]
    [InlineData(90, 180)]
    public void The_ends_of_the_globe_are_positions(double latitude, double longitude) =>
        Assert.True(Position.TryCreate(latitude, longitude, out var position) && position.Latitude == latitude && position.Longitude == longitude);

    [Fact]
    public void A_position_that_must_be_right_and_is_not_throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Position.Create(100.56, 14.35));

    [Fact]
    public void A_degree_of_latitude_is_111_kilometres_and_one_of_longitude_shrinks_northwards()
    {
        Assert.Equal(111_195, Position.Create(14, 100).MetresTo(Position.Create(15, 100)), 1.0);
        Assert.Equal(107_724, Position.Create(14.35, 100).MetresTo(Position.Create(14.35, 101)), 5.0);
        Assert.Equal(Math.PI * 6_371_008.8, Position.Create(0, 0).MetresTo(Position.Create(0, 180)), 1.0);
    }

    [Fact]
    public void The_way_back_is_as_long_and_no_way_is_longer_than_half_around_the_earth() =>
        Gen.Select(Positions, Positions).Sample((from, to) =>
            Math.Abs(from.MetresTo(to) - to.MetresTo(from)) < 1e-3
            && from.MetresTo(to) is >= 0 and <= 20_015_200
            && from.MetresTo(from) == 0);

    [Fact]
    public void A_position_is_written_with_points_and_latitude_first() =>
        Assert.Equal("14.35127, 100.56088", Position.Create(14.351272, 100.560881).ToString());
}
