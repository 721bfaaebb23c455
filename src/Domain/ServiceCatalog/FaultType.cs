using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceCatalog;

/// <summary>What can be wrong with a street light: the first choice on the report page, an Open311 service.</summary>
/// <param name="Code">Stable code in storage and on the wire, such as <c>lamp_out</c>.</param>
/// <param name="Name">The words that a citizen chooses by.</param>
/// <param name="IsDangerous">People may come to harm: the emergency number is shown at once and the request sorts first.</param>
public sealed record FaultType(string Code, Phrase Name, bool IsDangerous)
{
    /// <summary>All fault types, in the order in which they are offered.</summary>
    public static IReadOnlyList<FaultType> All { get; } =
    [
        new("lamp_out", new("ไฟดับ 1 ดวง", "One lamp out"), false),
        new("section_out", new("ไฟดับหลายดวงหรือทั้งแถบ", "Several lamps or a whole stretch out"), false),
        new("flicker", new("ไฟกะพริบ ติด ๆ ดับ ๆ", "Flickering"), false),
        new("day_burner", new("ไฟติดกลางวัน", "Lit by day"), false),
        new("luminaire_damaged", new("โคมไฟชำรุดหรือหลุดห้อย", "Luminaire broken or hanging"), false),
        new("too_dark", new("แสงสว่างไม่พอหรือมีสิ่งบดบัง", "Too dark or light blocked"), false),
        new("pole_damaged", new("เสาไฟเอียง ล้ม หรือชำรุด", "Pole leaning, down or damaged"), true),
        new("wire_down", new("สายไฟขาดหรือหย่อน", "Cable broken or sagging"), true),
        new("leakage", new("สงสัยไฟรั่ว", "Suspected leakage"), true),
        new("cabinet", new("ตู้ควบคุมเปิดหรือชำรุด", "Cabinet open or broken"), true),
        new("flooded", new("น้ำท่วมถึงตู้หรือโคนเสา", "Water at cabinet or pole"), true),
        new("stolen", new("สายไฟหรืออุปกรณ์ถูกขโมย", "Cable or parts stolen"), false),
        new("other", new("อื่น ๆ", "Other"), false),
    ];

    static readonly Dictionary<string, FaultType> ByCode = All.ToDictionary(type => type.Code, StringComparer.Ordinal);

    /// <summary>The fault type with this code, or null when there is none.</summary>
    public static FaultType? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var type) ? type : null;
}
