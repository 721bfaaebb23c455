using Songthang.Domain.Geography;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Geodata;

/// <summary>A GeoJSON file with the borders of all tambon: either every one of them, and all in order, or problems.</summary>
/// <param name="Boundaries">The borders; empty when there is a problem.</param>
/// <param name="Problems">What is wrong, feature by feature.</param>
public sealed record BoundaryFile(IReadOnlyList<Boundary> Boundaries, IReadOnlyList<GeoProblem> Problems)
{
    /// <summary>Largest file in bytes.</summary>
    public const int MostBytes = GeoJsonFile.MostBytes;

    /// <summary>Properties that may hold the code: our own names, and those of the common administrative data sets.</summary>
    static readonly string[] CodeNames = ["tambon_code", "ADM3_PCODE", "tam_code", "tamboncode", "T_CODE", "TAMBON_IDN", "code", "id"];

    static readonly string[] TitleNames = ["tambon_th", "ADM3_TH", "tam_nam_t", "name", "tambon_en", "ADM3_EN"];

    // Simplified borders stand out a little from the exact ones that the area was measured on.
    const double AreaMargin = 0.1;

    // How far, in degrees, the known centre of a tambon may lie outside the rectangle of its border.
    const double CentreMargin = 0.03;

    /// <summary>Reads and checks a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="province">Which tambon there are.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<BoundaryFile> ReadAsync(Stream content, Province province, CancellationToken cancellationToken)
    {
        var file = await GeoJsonFile.ReadAsync(content, cancellationToken);
        var problems = new List<GeoProblem>(file.Problems);
        var found = new Dictionary<string, (GeoFeature Feature, Boundary Boundary)>(StringComparer.Ordinal);
        foreach (var feature in file.Features)
        {
            var code = CodeOf(feature);
            var name = code.Length > 0 ? code : feature.Value(TitleNames);
            if (Wrong(feature, code, province, found) is { } sentence)
                problems.Add(feature.Problem(name, sentence));
            else
                found.Add(code, (feature, ToBoundary(code, feature)));
        }

        if (problems.Count == 0)
            problems.AddRange(Missing(province, found));
        if (problems.Count == 0)
            problems.AddRange(Overlaps(found.Values, province));
        return problems.Count == 0 ? new([.. found.Values.Select(one => one.Boundary)], []) : new([], [.. problems.OrderBy(problem => problem.Feature)]);
    }

    static string CodeOf(GeoFeature feature)
    {
        var code = ThaiDigits.ToArabic(feature.Value(CodeNames));
        return code.StartsWith("TH", StringComparison.OrdinalIgnoreCase) ? code[2..] : code;
    }

    static Phrase? Wrong(GeoFeature feature, string code, Province province, Dictionary<string, (GeoFeature Feature, Boundary Boundary)> found)
    {
        if (feature.Type is not ("Polygon" or "MultiPolygon") || feature.Parts.Count == 0 || feature.Parts.Any(part => part.Count == 0))
            return new("ไม่ใช่รูปหลายเหลี่ยม (Polygon หรือ MultiPolygon)", "It is no polygon (Polygon or MultiPolygon).");
        if (code.Length == 0)
            return new("ไม่มีรหัสตำบล (คุณสมบัติ tambon_code หรือ ADM3_PCODE)", "It has no tambon code (property tambon_code or ADM3_PCODE).");
        if (feature.WrongPlace(Widened(province.Area, AreaMargin), whole: true) is { } place)
            return place;
        if (province.Find(code) is not { } tambon)
            return new($"ไม่มีตำบลรหัส {code} ในจังหวัดนี้", $"This province has no tambon with the code {code}.");
        if (found.TryGetValue(code, out var before))
            return new($"รหัส {code} ซ้ำกับรายการที่ {before.Feature.Number}", $"The code {code} was already that of feature {before.Feature.Number}.");
        return Topology.Fault(feature.Parts) ?? (Widened(BoundsOf(feature), CentreMargin).Contains(tambon.Centre) ? null : new(
            $"รูปนี้ไม่อยู่ที่{tambon.FullName("th")} กรุณาตรวจสอบรหัส", $"This is not where {tambon.FullName("en")} is. Please check the code."));
    }

    static IEnumerable<GeoProblem> Missing(Province province, Dictionary<string, (GeoFeature Feature, Boundary Boundary)> found) =>
        province.Tambons.Where(tambon => !found.ContainsKey(tambon.Code)).Select(tambon => new GeoProblem(0, tambon.Code, new(
            $"ไม่มี{tambon.FullName("th")} รหัส {tambon.Code}", $"{tambon.FullName("en")}, code {tambon.Code}, is missing.")));

    static IEnumerable<GeoProblem> Overlaps(IEnumerable<(GeoFeature Feature, Boundary Boundary)> all, Province province)
    {
        foreach (var (first, second) in Topology.Overlaps([.. all]))
        {
            var (other, mine) = first.Feature.Number < second.Feature.Number ? (first, second) : (second, first);
            var name = province.Find(other.Boundary.TambonCode)!;
            yield return mine.Feature.Problem(mine.Boundary.TambonCode, new(
                $"ทับซ้อนกับ{name.FullName("th")} (รายการที่ {other.Feature.Number})", $"It overlaps {name.FullName("en")} (feature {other.Feature.Number})."));
        }
    }

    static Boundary ToBoundary(string code, GeoFeature feature) => new(code,
    [
        .. feature.Parts.Select(part => part.Select(ring => (IReadOnlyList<Position>)[.. ring.Select(point => Position.Create(point.Y, point.X))]).ToList())
            .Select(rings => new BoundaryPolygon(rings[0], [.. rings.Skip(1)])),
    ]);

    static BoundingBox BoundsOf(GeoFeature feature) => BoundingBox.Of(feature.Points.Select(point => Position.Create(point.Y, point.X)));

    static BoundingBox Widened(BoundingBox box, double degrees) => new(box.West - degrees, box.South - degrees, box.East + degrees, box.North + degrees);
}
