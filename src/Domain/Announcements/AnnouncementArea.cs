using Songthang.Domain.Geography;

namespace Songthang.Domain.Announcements;

/// <summary>What kind of area an announcement is for. Stored by name: a name is for ever.</summary>
public enum AreaKind
{
    /// <summary>The whole province.</summary>
    Province,

    /// <summary>One amphoe.</summary>
    Amphoe,

    /// <summary>One or more tambons.</summary>
    Tambons,

    /// <summary>A circle around a point.</summary>
    Circle,
}

/// <summary>For whom an announcement is.</summary>
/// <param name="Kind">What kind of area.</param>
/// <param name="Codes">
/// The amphoe's four digits, or the tambons' six digits parted by spaces; of a circle the tambon of its centre, for who tells
/// a tambon and no position. Empty for the whole province.
/// </param>
/// <param name="Latitude">Degrees north of the circle's centre; null unless it is one.</param>
/// <param name="Longitude">Degrees east of the circle's centre; null unless it is one.</param>
/// <param name="Metres">Radius of the circle; null unless it is one.</param>
public sealed record AnnouncementArea(
    AreaKind Kind, string Codes = "", double? Latitude = null, double? Longitude = null, int? Metres = null)
{
    /// <summary>Smallest and largest radius, metres.</summary>
    public const int LeastMetres = 50, MostMetres = 50_000;

    /// <summary>Most tambons that one announcement may name.</summary>
    public const int MostTambons = 50;

    /// <summary>The whole province.</summary>
    public static AnnouncementArea Whole { get; } = new(AreaKind.Province);

    /// <summary>The codes one by one.</summary>
    public IReadOnlyList<string> EachCode => Codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a place lies in it; what is not known of the place is not held against it.</summary>
    /// <param name="tambonCode">Six digits; empty when not known.</param>
    /// <param name="position">Where exactly; null when not known.</param>
    public bool Covers(string tambonCode, Position? position) => Kind switch
    {
        AreaKind.Province => true,
        AreaKind.Amphoe => tambonCode.Length > 0 && tambonCode.StartsWith(Codes, StringComparison.Ordinal),
        AreaKind.Tambons => EachCode.Contains(tambonCode, StringComparer.Ordinal),
        _ => position is { } there && Position.TryCreate(Latitude, Longitude, out var centre)
            ? centre.MetresTo(there) <= Metres
            : tambonCode.Length > 0 && Codes == tambonCode,
    };

    /// <summary>The area when it makes sense in this province.</summary>
    /// <exception cref="RuleBroken"><c>announcement.area</c>.</exception>
    public AnnouncementArea Checked(Province province) => Kind switch
    {
        AreaKind.Province => Whole,
        AreaKind.Amphoe when province.TambonsOf(Codes).Count > 0 => new(Kind, Codes),
        AreaKind.Tambons when EachCode is { Count: > 0 and <= MostTambons } codes && codes.All(code => province.Find(code) is not null) =>
            new(Kind, string.Join(' ', codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))),
        AreaKind.Circle when Position.TryCreate(Latitude, Longitude, out var centre) && province.Contains(centre)
            && Metres is >= LeastMetres and <= MostMetres => this,
        _ => throw new RuleBroken("announcement.area", new(
            "กรุณาระบุพื้นที่ให้ครบ เช่น เลือกอำเภอหรือตำบล หรือระบุพิกัดในจังหวัดและรัศมี 50–50,000 เมตร",
            "Please complete the area: choose an amphoe or tambons, or give a point in the province and a radius of 50 to 50,000 m.")),
    };
}
