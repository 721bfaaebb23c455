using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceLevels;
using Sylvan.Data.Csv;

namespace Songthang.Infrastructure;

/// <summary>The shipped reference data (folder <c>data/</c>): subdistricts of the province, public holidays.</summary>
public static class ReferenceData
{
    /// <summary>The box around the province's subdistricts (WGS 84); a point outside is warned about, never refused.</summary>
    static readonly BoundingBox Area = new(West: 100.20, South: 14.10, East: 100.84, North: 14.69);

    /// <summary>The province with its 16 amphoe and 209 tambon.</summary>
    public static Province Province { get; } = new(Read("tambons.csv", ToTambon), Area);

    /// <summary>The public holidays that are known at the time of the release, by date.</summary>
    public static IReadOnlyList<Holiday> Holidays { get; } = Read("holidays.csv", row => new Holiday(
        DateOnly.ParseExact(row.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture), new(row.GetString(1), row.GetString(2))));

    /// <summary>The shipped sample reports (demo data), as text.</summary>
    public static StreamReader SampleReports() => Open("sample-reports.csv");

    /// <summary>The shipped sample poles (demo data), as the export writes them.</summary>
    public static StreamReader SamplePoles() => Open("sample-poles.csv");

    static Tambon ToTambon(CsvDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2),
        new Amphoe(row.GetString(3), row.GetString(4), row.GetString(5)), row.GetString(6),
        Position.Create(row.GetDouble(7), row.GetDouble(8)));

    static List<T> Read<T>(string name, Func<CsvDataReader, T> toRow)
    {
        using var reader = CsvDataReader.Create(Open(name));
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(toRow(reader));
        return rows;
    }

    static StreamReader Open(string name) => new(
        typeof(ReferenceData).Assembly.GetManifestResourceStream($"data/{name}")
        ?? throw new InvalidOperationException($"data/{name} is not built in."));
}
