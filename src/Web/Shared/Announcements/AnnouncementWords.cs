using Songthang.Domain.Announcements;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;

namespace Songthang.Web.Shared.Announcements;

/// <summary>What pages call kinds, states, areas and times of announcements.</summary>
public static class AnnouncementWords
{
    public static Phrase Name(this AnnouncementKind kind) => kind switch
    {
        AnnouncementKind.PowerCut => new("ดับไฟตามแผน", "Planned power cut"),
        AnnouncementKind.PlannedWork => new("งานซ่อมบำรุงตามแผน", "Planned work"),
        AnnouncementKind.Campaign => new("ประชาสัมพันธ์", "Campaign"),
        _ => new("ประกาศ", "Notice"),
    };

    public static Phrase Name(this AnnouncementState state) => state switch
    {
        AnnouncementState.Draft => new("ฉบับร่าง", "Draft"),
        AnnouncementState.Published => new("เผยแพร่แล้ว", "Published"),
        _ => new("สิ้นสุดแล้ว", "Ended"),
    };

    public static Phrase Name(this AreaKind kind) => kind switch
    {
        AreaKind.Province => new("ทั้งจังหวัด", "The whole province"),
        AreaKind.Amphoe => new("ทั้งอำเภอ", "One district (amphoe)"),
        AreaKind.Tambons => new("บางตำบล", "Some subdistricts (tambon)"),
        _ => new("รอบจุดที่กำหนด", "Around a point"),
    };

    /// <summary>For whom it is: <c>ต.ประตูชัย ต.กะมัง</c>.</summary>
    public static string InWords(this AnnouncementArea area, Province province, string language)
    {
        Phrase Named(string code) => province.Find(code) is { } tambon
            ? new($"ต.{tambon.Name("th")} อ.{tambon.Amphoe.Name("th")}", $"{tambon.Name("en")}, {tambon.Amphoe.Name("en")}")
            : new("", "");
        return area.Kind switch
        {
            AreaKind.Province => area.Kind.Name().In(language),
            AreaKind.Amphoe => province.TambonsOf(area.Codes) is [var first, ..]
                ? new Phrase($"อ.{first.Amphoe.Name("th")}", $"{first.Amphoe.Name("en")} district").In(language) : "",
            AreaKind.Tambons => string.Join(language == "en" ? "; " : " ", area.EachCode.Select(code => Named(code).In(language))),
            _ => new Phrase($"ในรัศมี {area.Metres:N0} เมตร {Named(area.Codes).Thai}", $"Within {area.Metres:N0} m, {Named(area.Codes).English}").In(language),
        };
    }

    /// <summary>From when to when.</summary>
    public static string Times(DateTime from, DateTime? to, string language) => to is { } end
        ? $"{ThaiDates.ShortDateAndTime(from, language)} – {ThaiDates.ShortDateAndTime(end, language)}"
        : new Phrase($"ตั้งแต่ {ThaiDates.ShortDateAndTime(from, "th")}", $"From {ThaiDates.ShortDateAndTime(from, "en")}").In(language);
}
