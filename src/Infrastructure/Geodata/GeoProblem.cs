using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Geodata;

/// <summary>Why a GeoJSON file is not taken.</summary>
/// <param name="Feature">Which feature, from 1 on, in the order of the file; 0 for the file as a whole.</param>
/// <param name="Name">By which code or name people know the feature; empty when it has none.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
public sealed record GeoProblem(int Feature, string Name, Phrase Sentence)
{
    /// <summary>The feature in words, such as <c>feature 12 (140101)</c>; of the whole file, <c>the file</c>.</summary>
    public Phrase Where => Feature == 0 ? new("ไฟล์", "The file")
        : Name.Length == 0 ? new($"รายการที่ {Feature}", $"Feature {Feature}")
        : new($"รายการที่ {Feature} ({Name})", $"Feature {Feature} ({Name})");

    /// <summary>Of the file as a whole.</summary>
    public static GeoProblem OfFile(string thai, string english) => new(0, "", new(thai, english));
}
