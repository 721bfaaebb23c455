using Songthang.Domain;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Geodata;

/// <summary>Which properties of a file say what; empty where none does.</summary>
/// <param name="Code">The road's number.</param>
/// <param name="Name">The road's name.</param>
/// <param name="Owner">Whose its lamps are: a code or a name of an authority.</param>
/// <param name="OwnerOtherwise">Owner of roads whose feature names none: an authority's code; empty for our own.</param>
public sealed record RoadColumns(string Code = "", string Name = "", string Owner = "", string OwnerOtherwise = "");

/// <summary>A GeoJSON file with roads as lines.</summary>
/// <param name="Roads">The roads that are in order.</param>
/// <param name="Problems">What is wrong, feature by feature: with one, nothing is taken.</param>
/// <param name="Outside">How many features lie outside the province and are left out.</param>
/// <param name="Properties">Names of all properties of the file.</param>
/// <param name="Columns">Which properties were read.</param>
public sealed record RoadFile(
    IReadOnlyList<Road> Roads, IReadOnlyList<GeoProblem> Problems, int Outside, IReadOnlyList<string> Properties, RoadColumns Columns)
{
    /// <summary>Largest file in bytes.</summary>
    public const int MostBytes = GeoJsonFile.MostBytes;

    static readonly string[] CodeNames = ["code", "road_code", "ref", "route", "number", "หมายเลข", "รหัสสายทาง"];
    static readonly string[] NameNames = ["name", "name:th", "road", "road_name", "ชื่อถนน", "ชื่อสายทาง", "สายทาง"];
    static readonly string[] OwnerNames = ["owner", "operator", "agency", "authority", "หน่วยงาน", "ผู้รับผิดชอบ"];

    // A road may begin in the next province.
    const double AreaMargin = 0.02;

    /// <summary>Reads and checks a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="province">Where roads are ours to know.</param>
    /// <param name="owners">Understands whose a road is.</param>
    /// <param name="columns">Which properties to read; null to find them by their common names.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<RoadFile> ReadAsync(
        Stream content, Province province, OwnerNames owners, RoadColumns? columns, CancellationToken cancellationToken)
    {
        var file = await GeoJsonFile.ReadAsync(content, cancellationToken);
        List<string> properties = [.. file.Features.SelectMany(feature => feature.Properties.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
        columns ??= new(Known(properties, CodeNames), Known(properties, NameNames), Known(properties, RoadFile.OwnerNames));
        var area = province.Area;
        area = new(area.West - AreaMargin, area.South - AreaMargin, area.East + AreaMargin, area.North + AreaMargin);
        var (roads, problems, outside) = (new List<Road>(), new List<GeoProblem>(file.Problems), 0);
        foreach (var feature in file.Features)
        {
            var (code, name) = (feature.Value(columns.Code), feature.Value(columns.Name));
            if (Wrong(feature, area) is { } sentence)
                problems.Add(feature.Problem(code.Length > 0 ? code : name, sentence));
            else if (feature.WrongPlace(area, whole: false) is not null)
                outside++;
            else
                Read(feature, code, name);
        }

        if (problems.Count == 0 && roads.Count == 0)
            problems.Add(GeoProblem.OfFile("ไม่มีถนนใดอยู่ในจังหวัด", "No road of it lies in the province."));
        return new(problems.Count == 0 ? roads : [], problems, outside, properties, columns);

        void Read(GeoFeature feature, string code, string name)
        {
            var said = feature.Value(columns.Owner);
            var owner = said.Length == 0 ? columns.OwnerOtherwise : owners.Find(said);
            if (owner is null)
            {
                problems.Add(feature.Problem(code.Length > 0 ? code : name, new(
                    $"ไม่รู้จักหน่วยงาน “{said}” กรุณาเพิ่มในรายชื่อหน่วยงานอื่น หรือแก้ในไฟล์",
                    $"“{said}” is no known authority. Please add it to the other authorities, or correct the file.")));
                return;
            }

            try
            {
                roads.Add(new(code, name, owner, ToLines(feature)));
            }
            catch (RuleBroken rule)
            {
                problems.Add(feature.Problem(code, rule.Sentence));
            }
        }
    }

    static Phrase? Wrong(GeoFeature feature, BoundingBox area)
    {
        if (feature.Type is not ("LineString" or "MultiLineString") || feature.Parts.Count == 0)
            return new("ไม่ใช่เส้น (LineString หรือ MultiLineString)", "It is no line (LineString or MultiLineString).");
        if (feature.Parts.Any(part => part[0].Count < 2))
            return new("เส้นต้องมีจุดอย่างน้อยสองจุด", "A line has two positions at least.");
        // What lies in another province is left out; what lies nowhere on earth is a fault.
        return feature.WrongPlace(area, whole: true) is { } place
            && (feature.Points.All(point => area.Contains(Swapped(point))) || feature.Points.Any(point => !Position.TryCreate(point.Y, point.X, out _))) ? place : null;
    }

    static Position Swapped(GeoPoint point) => Position.TryCreate(point.X, point.Y, out var position) ? position : default;

    static IReadOnlyList<IReadOnlyList<Position>> ToLines(GeoFeature feature) =>
        [.. feature.Parts.Select(part => (IReadOnlyList<Position>)[.. part[0].Select(point => Position.Create(point.Y, point.X))])];

    static string Known(List<string> properties, string[] names) =>
        names.Select(name => properties.Find(property => string.Equals(property, name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(found => found is not null) ?? "";
}
