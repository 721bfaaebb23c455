using System.Collections.Frozen;
using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceCatalog;

/// <summary>The fault types of an agency, in the order in which they are offered. Immutable.</summary>
/// <param name="all">Every fault type, also those no longer offered; their codes differ.</param>
public sealed class FaultTypes(IReadOnlyList<FaultType> all)
{
    readonly FrozenDictionary<string, FaultType> byCode = all.ToFrozenDictionary(type => type.Code, StringComparer.Ordinal);

    /// <summary>What is shipped.</summary>
    public static FaultTypes Shipped { get; } = new(
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
    ]);

    /// <summary>Every fault type, also those no longer offered: history and filters know them.</summary>
    public IReadOnlyList<FaultType> All => all;

    /// <summary>The fault types that a new report may have.</summary>
    public IEnumerable<FaultType> Offered() => all.Where(type => type.InUse);

    /// <summary>The fault type with this code, offered or not; null when there is none.</summary>
    public FaultType? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The words for a code in storage; the code itself when nobody knows it any more.</summary>
    public Phrase NameOf(string code) => Find(code)?.Name ?? new(code, code);
}
