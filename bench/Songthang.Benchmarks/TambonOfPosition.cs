using BenchmarkDotNet.Attributes;
using Songthang.Domain.Geography;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Geodata;

namespace Songthang.Benchmarks;

/// <summary>
/// How long it takes to find the tambon of a position. With <c>SONGTHANG_BOUNDARIES=FILE.geojson</c> by the borders of that file,
/// otherwise by rectangles around the known centres.
/// </summary>
[InProcess]
[MemoryDiagnoser]
public class TambonOfPosition
{
    const int Positions = 1024;

    BoundaryMap map = BoundaryMap.Empty;
    Position[] positions = [];

    /// <summary>How many positions the border of each tambon has; 0 for those of the file.</summary>
    [Params(0, 2_000)]
    public int PerBorder { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var province = ReferenceData.Province;
        map = new(PerBorder == 0 ? await OfFileAsync(province) : province.Tambons.Select(tambon => Circle(tambon, PerBorder)));
        var random = new Random(2569);
        var area = province.Area;
        positions = [.. Enumerable.Range(0, Positions).Select(_ => Position.Create(
            area.South + random.NextDouble() * (area.North - area.South), area.West + random.NextDouble() * (area.East - area.West)))];
    }

    [Benchmark(OperationsPerInvoke = Positions)]
    public int Find()
    {
        var found = 0;
        foreach (var position in positions)
            found += map.TambonAt(position) is null ? 0 : 1;
        return found;
    }

    static async Task<IReadOnlyList<Boundary>> OfFileAsync(Province province)
    {
        if (Environment.GetEnvironmentVariable("SONGTHANG_BOUNDARIES") is not { Length: > 0 } path)
            return [.. province.Tambons.Select(tambon => Circle(tambon, 4))];
        await using var content = File.OpenRead(path);
        var file = await BoundaryFile.ReadAsync(content, province, CancellationToken.None);
        return file.Problems.Count == 0 ? file.Boundaries : throw new InvalidDataException(file.Problems[0].Sentence.English);
    }

    /// <summary>Circles of about two kilometres: they overlap, which makes the search longer, not shorter.</summary>
    static Boundary Circle(Tambon tambon, int corners)
    {
        var ring = Enumerable.Range(0, corners).Select(corner => double.Tau * corner / corners).Select(angle => Position.Create(
            tambon.Centre.Latitude + 0.018 * Math.Sin(angle), tambon.Centre.Longitude + 0.018 * Math.Cos(angle))).ToList();
        return new(tambon.Code, [new([.. ring, ring[0]], [])]);
    }
}
