using Songthang.Domain.Settings;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Geodata;

/// <summary>Understands whose a road is, as files and people name authorities.</summary>
/// <param name="authorities">The other authorities of the settings.</param>
/// <param name="own">Names of our own authority.</param>
public sealed class OwnerNames(IEnumerable<Authority> authorities, IEnumerable<string> own)
{
    // How files commonly name the kinds of authorities, folded: beginnings of names, and short names alone.
    static readonly (AuthorityKind Kind, string[] Beginnings, string Alone)[] Kinds =
    [
        (AuthorityKind.RuralRoads, ["กรมทางหลวงชนบท", "ทางหลวงชนบท", "แขวงทางหลวงชนบท"], "ทช"),
        (AuthorityKind.Highways, ["กรมทางหลวง", "ทางหลวง", "แขวงทางหลวง"], "ทล"),
        (AuthorityKind.Municipality, ["เทศบาล"], "municipality"),
        (AuthorityKind.SubdistrictOrganization, ["องค์การบริหารส่วนตำบล", "อบต"], "tao"),
        (AuthorityKind.Electricity, ["การไฟฟ้าส่วนภูมิภาค", "กฟภ"], "pea"),
    ];

    static readonly string[] Ours = ["อบจ", "องค์การบริหารส่วนจังหวัด", "pao", "own", "ours"];

    readonly List<Authority> all = [.. authorities];
    readonly HashSet<string> ownNames = [.. own.Select(Key).Where(key => key.Length > 0)];

    /// <summary>The authority's code; empty for our own; null when nobody is known by this name.</summary>
    public string? Find(string name)
    {
        var key = Key(name);
        if (key.Length == 0 || ownNames.Contains(key))
            return "";
        if (all.Find(one => Key(one.Code) == key || Key(one.Name.Thai) == key || Key(one.Name.English) == key) is { } exact)
            return exact.Code;
        if (Ours.Any(ours => key.StartsWith(Key(ours), StringComparison.Ordinal)))
            return "";
        // Of several offices of one kind, a name that is none of theirs stands for the kind only where there is one.
        foreach (var (kind, beginnings, alone) in Kinds)
        {
            if (key == alone || beginnings.Any(beginning => key.StartsWith(Key(beginning), StringComparison.Ordinal)))
                return all.Where(one => one.Kind == kind).ToList() is [var only] ? only.Code : null;
        }

        return null;
    }

    static string Key(string? name) => ThaiText.Fold(name).Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
