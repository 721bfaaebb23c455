using Songthang.Domain.Geography;
using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>The details of a request as an officer puts them right; what everyone reads from then on.</summary>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="Place">Where.</param>
/// <param name="PublicSymptom">The citizen's words without anything personal; null keeps them hidden.</param>
public sealed record Correction(string FaultCode, Place Place, string? PublicSymptom);

/// <summary>A check of the details (manual step 2) with everything that was decided in it.</summary>
/// <param name="Details">The details as they are right.</param>
/// <param name="PublicPhotoKeys">Photos without faces and number plates.</param>
/// <param name="List">What was looked at.</param>
/// <param name="Remarks">For officers only; may be empty.</param>
public sealed record DetailsCheck(
    Correction Details, IReadOnlyCollection<string> PublicPhotoKeys, CheckList List, string Remarks);

/// <summary>Something that was put right: what it is called and how it reads before and after.</summary>
/// <param name="Code">Stable code in storage.</param>
/// <param name="Name">What people call it; tells nobody anything personal.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is now.</param>
sealed record CorrectedField(string Code, Phrase Name, string Before, string After)
{
    static readonly Dictionary<string, Phrase> Names = new(StringComparer.Ordinal)
    {
        ["fault"] = new("อาการที่พบ", "fault"),
        ["tambon"] = new("ตำบล", "subdistrict"),
        ["road"] = new("ถนน", "road"),
        ["landmark"] = new("จุดสังเกต", "landmark"),
        ["moo"] = new("หมู่ที่", "village number"),
        ["pole"] = new("หมายเลขเสาไฟ", "pole number"),
        ["position"] = new("พิกัด", "position"),
        ["words"] = new("ข้อความที่เผยแพร่", "published words"),
        ["photos"] = new("ภาพที่เผยแพร่", "published photos"),
    };

    public static CorrectedField Of(string code, string before, string after) => new(code, Names[code], before, after);

    /// <summary>The differences between two places.</summary>
    public static IEnumerable<CorrectedField> Between(Place before, Place after, Province province) =>
    [
        Of("tambon", TambonName(before, province), TambonName(after, province)),
        Of("road", before.Road, after.Road),
        Of("landmark", before.Landmark, after.Landmark),
        Of("moo", before.Moo, after.Moo),
        Of("pole", before.PoleNumber, after.PoleNumber),
        Of("position", before.PositionInWords(decimals: 6), after.PositionInWords(decimals: 6)),
    ];

    /// <summary>What was put right, without how it read: codes as stored, in words.</summary>
    public static Phrase InWords(string codes)
    {
        var names = codes.Split(',').Where(Names.ContainsKey).Select(code => Names[code]).ToList();
        return new(string.Join(", ", names.Select(name => name.Thai)), string.Join(", ", names.Select(name => name.English)));
    }

    /// <summary>The original and the correction, for officers.</summary>
    public override string ToString() => $"{Name.Thai}: {Quoted(Before)} → {Quoted(After)}";

    static string Quoted(string words) => words.Length == 0 ? "–" : $"“{words}”";

    static string TambonName(Place place, Province province) =>
        province.Find(place.TambonCode)?.FullName("th") ?? place.TambonCode;
}
