using System.Globalization;
using CsCheck;
using Songthang.Domain.Geography;

namespace Songthang.Domain.Tests.Geography;

public class ProvinceTests
{
    static readonly BoundingBox Area = new(West: 100.20, South: 14.10, East: 100.84, North: 14.69);

    static readonly Province Ayutthaya = new(Rows(), Area);

    [Fact]
    public void Ayutthaya_has_sixteen_amphoe_and_209_tambon()
    {
        Assert.Equal(16, Ayutthaya.Amphoes.Count);
        Assert.Equal(209, Ayutthaya.Tambons.Count);
        Assert.Equal("พระนครศรีอยุธยา", Ayutthaya.Amphoes[0].Name("th"));
        Assert.Equal("1416", Ayutthaya.Amphoes[^1].Code);
    }

    [Fact]
    public void Every_tambon_is_found_by_its_code_and_listed_under_its_amphoe_once()
    {
        Assert.All(Ayutthaya.Tambons, tambon => Assert.Same(tambon, Ayutthaya.Find(tambon.Code)));
        Assert.Equal(Ayutthaya.Tambons, Ayutthaya.Amphoes.SelectMany(amphoe => Ayutthaya.TambonsOf(amphoe.Code)));
        Assert.All(Ayutthaya.Tambons, tambon => Assert.StartsWith(tambon.Amphoe.Code, tambon.Code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("140100")]
    [InlineData("1401")]
    public void A_code_that_is_no_tambons_finds_none(string? code) => Assert.Null(Ayutthaya.Find(code));

    [Fact]
    public void An_unknown_amphoe_has_no_tambons()
    {
        Assert.Empty(Ayutthaya.TambonsOf("9999"));
        Assert.Empty(Ayutthaya.TambonsOf(null));
    }

    [Fact]
    public void A_tambon_is_shown_with_its_amphoe_and_no_two_read_alike()
    {
        var tambon = Ayutthaya.Find("140101")!;
        Assert.Equal("ต.ประตูชัย อ.พระนครศรีอยุธยา", tambon.FullName("th"));
        Assert.Equal("Tambon Pratu Chai, Amphoe Phra Nakhon Si Ayutthaya 13000", tambon.FullName("en"));
        Assert.Equal("Pratu Chai", tambon.Name("en"));
        Assert.Distinct(Ayutthaya.Tambons.Select(each => each.FullName("th")));
        Assert.Distinct(Ayutthaya.Tambons.Select(each => each.FullName("en")));
    }

    [Fact]
    public void Nearest_to_a_tambons_centre_is_that_tambon() => Assert.All(Ayutthaya.Tambons, tambon =>
        Assert.Equal(0, Ayutthaya.Nearest(tambon.Centre, 1).Single().Centre.MetresTo(tambon.Centre)));

    [Fact]
    public void The_nearest_come_nearest_first_and_no_other_is_nearer() =>
        Gen.Select(Gen.Double[14.10, 14.69], Gen.Double[100.20, 100.84], Gen.Int[0, 220]).Sample((latitude, longitude, count) =>
        {
            var here = Position.Create(latitude, longitude);
            var nearest = Ayutthaya.Nearest(here, count);
            var distances = nearest.Select(tambon => tambon.Centre.MetresTo(here)).ToList();
            Assert.Equal(Math.Min(count, 209), nearest.Count);
            Assert.Equal(distances.Order(), distances);
            Assert.All(Ayutthaya.Tambons.Except(nearest), other => Assert.True(other.Centre.MetresTo(here) >= distances.LastOrDefault()));
        });

    [Fact]
    public void The_province_contains_its_centres_and_its_edge_but_not_bangkok()
    {
        Assert.All(Ayutthaya.Tambons, tambon => Assert.True(Ayutthaya.Contains(tambon.Centre)));
        Assert.True(Ayutthaya.Contains(Position.Create(14.10, 100.20)));
        Assert.False(Ayutthaya.Contains(Position.Create(14.0999, 100.20)));
        Assert.False(Ayutthaya.Contains(Position.Create(13.7563, 100.5018)));
        Assert.False(Ayutthaya.Contains(default));
    }

    [Fact]
    public void Contradicting_rows_are_refused()
    {
        var tambon = Ayutthaya.Tambons[0];
        Assert.Throws<ArgumentException>(() => new Province([tambon, tambon with { ThaiName = "อื่น" }], Area));
        Assert.Throws<ArgumentException>(() => new Province(
            [tambon, tambon with { Code = "140199", Amphoe = tambon.Amphoe with { ThaiName = "อื่น" } }], Area));
    }

    static IEnumerable<Tambon> Rows() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "tambons.csv")).Skip(1)
        let row = line.Split(',')
        select new Tambon(row[0], row[1], row[2], new(row[3], row[4], row[5]), row[6], Position.Create(Degrees(row[7]), Degrees(row[8])));

    static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
