using System.Text;
using Songthang.Domain;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>The kinds of files that poles come in.</summary>
public enum PoleFileKind
{
    /// <summary>A table with a line of headings.</summary>
    Csv,

    /// <summary>A FeatureCollection with points (RFC 7946).</summary>
    GeoJson,
}

/// <summary>In which letters a file is written.</summary>
public enum PoleFileLetters
{
    /// <summary>UTF-8, or UTF-16 that says so.</summary>
    Unicode,

    /// <summary>Windows-874, which is TIS-620 with some more signs: usual for Thai files of old programs.</summary>
    Windows874,

    /// <summary>None of these; it is no text, or text in other letters.</summary>
    Unknown,
}

/// <summary>One pole as the file tells of it.</summary>
/// <param name="Row">The line of the table, the headings being 1; or the number of the feature, from 1.</param>
/// <param name="Cells">What is written under each name.</param>
public sealed record PoleRecord(int Row, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>What is written under a name; empty when nothing is.</summary>
    public string this[string? column] => column is not null && Cells.TryGetValue(column, out var text) ? text : "";
}

/// <summary>What a file looks like before anybody reads all of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Letters">In which letters.</param>
/// <param name="Columns">The names in it, in their order; empty when the letters are unknown.</param>
/// <param name="Sample">What the first record has under each of them.</param>
public sealed record PoleFileLook(
    PoleFileKind Kind, PoleFileLetters Letters, IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Sample);

/// <summary>Files with poles.</summary>
public static class PoleFile
{
    /// <summary>Code of the <see cref="RuleBroken"/> that says that the file as a whole cannot be read.</summary>
    public const string Unreadable = "pole-file.unreadable";

    /// <summary>The largest file: far more than 100,000 poles need in either kind.</summary>
    public const long MostBytes = 128 * 1024 * 1024;

    /// <summary>Most poles in one file.</summary>
    public const int MostRecords = 200_000;

    /// <summary>Most names in one file.</summary>
    public const int MostColumns = 200;

    /// <summary>Looks at a file.</summary>
    /// <exception cref="RuleBroken"><see cref="Unreadable"/>: it is no file with poles.</exception>
    public static PoleFileLook Look(string path)
    {
        var letters = LetterCheck.Of(path);
        var kind = KindOf(path);
        if (letters == PoleFileLetters.Unknown)
            return new(kind, letters, [], new Dictionary<string, string>());
        var columns = kind == PoleFileKind.Csv ? PoleCsv.Columns(path, letters) : PoleGeoJson.Columns(path);
        var sample = Read(path, kind, letters).FirstOrDefault()?.Cells ?? new Dictionary<string, string>();
        return new(kind, letters, columns, sample);
    }

    /// <summary>The records of a file, one after the other.</summary>
    /// <exception cref="RuleBroken"><see cref="Unreadable"/>: it cannot be read to its end.</exception>
    public static IEnumerable<PoleRecord> Read(string path, PoleFileKind kind, PoleFileLetters letters) =>
        kind == PoleFileKind.Csv ? PoleCsv.Read(path, letters) : PoleGeoJson.Read(path);

    internal static RuleBroken Wrong(string thai, string english) => new(Unreadable, new(thai, english));

    internal static Encoding EncodingOf(PoleFileLetters letters) => letters == PoleFileLetters.Windows874
        ? CodePagesEncodingProvider.Instance.GetEncoding(874)!
        : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>GeoJSON begins with a brace; no heading of a table does.</summary>
    static PoleFileKind KindOf(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 256);
        for (var seen = 0; seen < 256; seen++)
        {
            var next = text.Read();
            if (next is -1 || !char.IsWhiteSpace((char)next))
                return next is '{' or '[' ? PoleFileKind.GeoJson : PoleFileKind.Csv;
        }

        return PoleFileKind.Csv;
    }
}
