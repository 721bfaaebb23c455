using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Songthang.Domain.Geography;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Geodata;

public class BoundaryFileTests
{
    static readonly Province Province = ReferenceData.Province;

    static async Task<BoundaryFile> ReadAsync(string text) =>
        await BoundaryFile.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Province, TestContext.Current.CancellationToken);

    static Gen<Position> Of(Position[] positions) => Gen.Int[0, positions.Length - 1].Select(at => positions[at]);

    static JsonArray RingOf(JsonNode feature) => feature["geometry"]!["coordinates"]![0]!.AsArray();

    static JsonArray Point(double longitude, double latitude) => [longitude, latitude];

    /// <summary>Ways to spoil a feature, and what is then said of it.</summary>
    static readonly (string Says, Action<JsonObject> Spoil)[] Spoilers =
    [
        ("no tambon code", feature => feature["properties"]!.AsObject().Remove("tambon_code")),
        ("no tambon with the code", feature => feature["properties"]!["tambon_code"] = "999999"),
        ("not closed", feature => RingOf(feature).RemoveAt(RingOf(feature).Count - 1)),
        ("too few positions", feature => feature["geometry"]!["coordinates"] = new JsonArray(new JsonArray(Point(100.5, 14.3), Point(100.51, 14.3), Point(100.5, 14.3)))),
        ("crosses or touches itself", feature =>
        {
            var ring = RingOf(feature);
            // The second and the third corner change places: the ring becomes a bow. A triangle would only be turned round: it gets a
            // corner more, on the other side of the way back.
            var (first, second, third) = (ring[0]!.AsArray(), ring[1]!.DeepClone(), ring[2]!.DeepClone());
            if (ring.Count == 4)
                ring.Insert(2, Point(Sum(0), Sum(1)));
            else
                (ring[1], ring[2]) = (third, second);

            double Sum(int axis) => first[axis]!.GetValue<double>() + third[axis]!.GetValue<double>() - second[axis]!.GetValue<double>();
        }),
        ("wrong way round", feature => Turn(feature, (x, y) => (y, x))),
        ("no degrees of WGS 84", feature => Turn(feature, (x, y) => (x * 6_650, y * 110_000))),
        ("outside the province", feature => Turn(feature, (x, y) => (x + 4, y + 2))),
        ("no polygon", feature => feature["geometry"] = new JsonObject { ["type"] = "Point", ["coordinates"] = Point(100.5, 14.3) }),
        ("no polygon", feature => feature["geometry"] = null),
        ("not readable", feature => RingOf(feature)[0] = "here"),
        ("not where", feature =>
        {
            var isWest = RingOf(feature)[0]![0]!.GetValue<double>() < 100.5;
            Turn(feature, (x, y) => (isWest ? x + 0.3 : x - 0.3, y));
        }),
    ];

    static void Turn(JsonObject feature, Func<double, double, (double, double)> turn)
    {
        foreach (var point in RingOf(feature).Select(node => node!.AsArray()))
        {
            var (x, y) = turn(point[0]!.GetValue<double>(), point[1]!.GetValue<double>());
            (point[0], point[1]) = (x, y);
        }
    }

    [Fact]
    public async Task A_sound_file_has_the_border_of_every_tambon()
    {
        var file = await ReadAsync(VoronoiTambons.GeoJson);

        Assert.Empty(file.Problems);
        Assert.Equal(Province.Tambons.Select(tambon => tambon.Code), file.Boundaries.Select(boundary => boundary.TambonCode).Order(StringComparer.Ordinal));
        var stored = BoundaryStore.Read(BoundaryStore.Write(file.Boundaries));
        Assert.Equal(BoundaryStore.Write(file.Boundaries), BoundaryStore.Write(stored));
    }

    [Fact]
    public async Task A_position_lies_in_exactly_one_tambon_or_in_none_also_on_a_border()
    {
        var boundaries = (await ReadAsync(VoronoiTambons.GeoJson)).Boundaries;
        var whole = new BoundaryMap(boundaries);
        var alone = boundaries.Select(boundary => new BoundaryMap([boundary])).ToList();
        var (area, corners) = (Province.Area, boundaries.SelectMany(boundary => boundary.Rings).SelectMany(ring => ring).ToArray());
        var anywhere = Gen.Select(Gen.Double[area.South - 0.05, area.North + 0.05], Gen.Double[area.West - 0.05, area.East + 0.05], Position.Create);
        var middles = boundaries.SelectMany(boundary => boundary.Rings).SelectMany(ring => ring.Zip(ring.Skip(1), (one, other) =>
            Position.Create((one.Latitude + other.Latitude) / 2, (one.Longitude + other.Longitude) / 2))).ToArray();

        Gen.OneOf(anywhere, Of(corners), Of(middles)).Sample(position =>
        {
            var claims = alone.Select(map => map.TambonAt(position)).OfType<string>().ToList();
            // Within the rectangle there is no gap; its northern and eastern edges belong to nobody.
            var isWithin = position.Latitude > area.South && position.Latitude < area.North && position.Longitude > area.West && position.Longitude < area.East;
            Assert.Equal(isWithin ? 1 : Math.Min(claims.Count, 1), claims.Count);
            Assert.Equal(claims.FirstOrDefault(), whole.TambonAt(position));
        }, iter: 2_000);
    }

    [Fact]
    public async Task The_tambon_of_a_position_is_the_one_whose_border_is_around_it()
    {
        var map = new BoundaryMap((await ReadAsync(VoronoiTambons.GeoJson)).Boundaries);

        Assert.All(Province.Tambons, tambon => Assert.Equal(tambon.Code, map.TambonAt(tambon.Centre)));
        Assert.Null(map.TambonAt(Position.Create(13.7563, 100.5018)));
        Assert.Null(BoundaryMap.Empty.TambonAt(Province.Tambons[0].Centre));
    }

    [Fact]
    public Task A_broken_file_is_refused_and_the_feature_is_named() =>
        Gen.Select(Gen.Int[0, 208], Gen.Int[0, Spoilers.Length - 1]).SampleAsync(async (index, way) =>
        {
            var file = VoronoiTambons.Parsed();
            Spoilers[way].Spoil(file["features"]![index]!.AsObject());

            var read = await ReadAsync(file.ToJsonString());

            Assert.Empty(read.Boundaries);
            var problem = Assert.Single(read.Problems, problem => problem.Feature == index + 1);
            Assert.Contains(Spoilers[way].Says, problem.Sentence.English, StringComparison.Ordinal);
            Assert.NotEqual(problem.Sentence.Thai, problem.Sentence.English);
            Assert.Contains($"{index + 1}", problem.Where.Thai, StringComparison.Ordinal);
        }, iter: 30, threads: 1);

    [Fact]
    public async Task A_code_that_occurs_twice_names_both_features()
    {
        var file = VoronoiTambons.Parsed();
        var features = file["features"]!.AsArray();
        features.Add(features[4]!.DeepClone());

        var problem = Assert.Single((await ReadAsync(file.ToJsonString())).Problems);

        Assert.Equal(210, problem.Feature);
        Assert.Contains("feature 5", problem.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tambon_that_is_missing_is_named()
    {
        var file = VoronoiTambons.Parsed();
        var code = file["features"]![7]!["properties"]!["tambon_code"]!.GetValue<string>();
        file["features"]!.AsArray().RemoveAt(7);

        var problem = Assert.Single((await ReadAsync(file.ToJsonString())).Problems);

        Assert.Equal((0, code), (problem.Feature, problem.Name));
    }

    [Fact]
    public async Task Two_that_overlap_are_both_named()
    {
        var file = VoronoiTambons.Parsed();
        // Grown by a third around its own middle, it lies on all its neighbours.
        var feature = file["features"]![11]!.AsObject();
        var ring = RingOf(feature).Select(node => node!.AsArray()).ToList();
        var (x, y) = (ring.Average(point => point[0]!.GetValue<double>()), ring.Average(point => point[1]!.GetValue<double>()));
        Turn(feature, (east, north) => (x + (east - x) * 1.3, y + (north - y) * 1.3));

        var read = await ReadAsync(file.ToJsonString());

        Assert.Empty(read.Boundaries);
        Assert.NotEmpty(read.Problems);
        Assert.All(read.Problems, problem => Assert.True(
            problem.Feature == 12 || problem.Sentence.English.Contains("(feature 12)", StringComparison.Ordinal), problem.Sentence.English));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tambon_code,lat,lon")]
    [InlineData("{}")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[1]}""")]
    [InlineData("""{"type":"Topology","objects":{}}""")]
    public async Task What_is_no_GeoJSON_with_features_is_refused(string text)
    {
        var read = await ReadAsync(text);

        Assert.Empty(read.Boundaries);
        Assert.NotEmpty(read.Problems);
    }

    [Fact]
    public async Task Holes_several_parts_and_heights_are_understood_and_codes_of_other_data_sets()
    {
        var file = VoronoiTambons.Parsed();
        foreach (var feature in file["features"]!.AsArray())
        {
            feature!["properties"] = new JsonObject { ["ADM3_PCODE"] = "TH" + feature["properties"]!["tambon_code"]!.GetValue<string>() };
            var ring = RingOf(feature);
            foreach (var point in ring)
                point!.AsArray().Add(12.5);
            // A hole of some metres around the middle.
            var (x, y) = (ring.Average(point => point![0]!.GetValue<double>()), ring.Average(point => point![1]!.GetValue<double>()));
            feature["geometry"] = new JsonObject
            {
                ["type"] = "MultiPolygon",
                ["coordinates"] = new JsonArray(new JsonArray(ring.DeepClone(), new JsonArray(
                    Point(x, y), Point(x + 0.0001, y), Point(x + 0.0001, y + 0.0001), Point(x, y)))),
            };
        }

        var read = await ReadAsync(file.ToJsonString());

        Assert.Empty(read.Problems);
        var hole = read.Boundaries[0].Polygons[0].Holes[0];
        var map = new BoundaryMap(read.Boundaries);
        Assert.Null(map.TambonAt(Position.Create(hole[1].Latitude + 0.00002, hole[1].Longitude - 0.00001)));
        Assert.Equal(read.Boundaries[0].TambonCode, map.TambonAt(Position.Create(hole[0].Latitude - 0.00005, hole[0].Longitude)));
    }
}
