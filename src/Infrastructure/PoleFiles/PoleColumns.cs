using Songthang.Domain.Assets;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>The names of the columns of a file with poles: what we write, and what we know that others write.</summary>
public static class PoleColumns
{
    /// <summary>The register's own code: by it our own files find their poles again.</summary>
    public const string Code = "code";

    /// <summary>The first day out of use; empty for a pole in use. Written, never read.</summary>
    public const string RetiredOn = "retired_on";

    /// <summary>The name that we write.</summary>
    public static string Name(PoleField field) => field switch
    {
        PoleField.Number => "number",
        PoleField.Latitude => "latitude",
        PoleField.Longitude => "longitude",
        PoleField.Road => "road",
        PoleField.Side => "side",
        PoleField.Luminaire => "luminaire",
        PoleField.Lamp => "lamp",
        PoleField.Power => "power_w",
        PoleField.Cabinet => "cabinet",
        PoleField.Circuit => "circuit",
        PoleField.InstalledOn => "installed_on",
        PoleField.WarrantyUntil => "warranty_until",
        PoleField.ExpectedLife => "expected_life_years",
        PoleField.Owner => "owner",
        PoleField.Notes => "notes",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>Other names, folded: Thai ones, and OpenStreetMap's tags for <c>highway=street_lamp</c>.</summary>
    internal static IReadOnlyList<string> OtherNames(PoleField field) => field switch
    {
        PoleField.Number => ["ref", "pole_number", "pole no", "pole", "no", "number", "เลขเสา", "หมายเลขเสาไฟ", "หมายเลข", "เลขที่เสา"],
        PoleField.Latitude => ["lat", "y", "northing", "ละติจูด", "พิกัดละติจูด"],
        PoleField.Longitude => ["lon", "lng", "long", "x", "ลองจิจูด", "ลองติจูด", "พิกัดลองจิจูด"],
        PoleField.Road => ["street", "addr:street", "road_name", "ชื่อถนน", "สายทาง", "ถนน/สาย"],
        PoleField.Side => ["ฝั่ง", "ด้าน", "ฝั่งทาง"],
        PoleField.Luminaire => ["lamp_mount", "fixture", "โคม", "โคมไฟ", "ชนิดโคม"],
        PoleField.Lamp => ["lamp_type", "light:method", "light_source", "lamp kind", "หลอด", "หลอดไฟ", "ชนิดหลอด"],
        PoleField.Power => ["power", "watt", "watts", "wattage", "lamp:power", "light:power", "วัตต์", "กำลังไฟ"],
        PoleField.Cabinet => ["control_cabinet", "feeder", "ตู้", "ตู้ไฟ", "รหัสตู้"],
        PoleField.Circuit => ["circuit_no", "เลขวงจร"],
        PoleField.InstalledOn => ["start_date", "installed", "install_date", "วันติดตั้ง"],
        PoleField.WarrantyUntil => ["warranty", "ประกันถึง", "สิ้นสุดประกัน", "วันสิ้นสุดการรับประกัน"],
        PoleField.ExpectedLife => ["life", "expected_life", "อายุใช้งาน"],
        PoleField.Owner => ["operator", "หน่วยงาน", "หน่วยงานเจ้าของ"],
        PoleField.Notes => ["note", "description", "remark", "remarks"],
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
