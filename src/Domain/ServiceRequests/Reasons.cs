using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>Why a request is not taken on; shown to the requester.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Sentence">The reason in words.</param>
public sealed record DeclineReason(string Code, Phrase Sentence)
{
    /// <summary>The reasons to choose from.</summary>
    public static IReadOnlyList<DeclineReason> All { get; } =
    [
        new("not-a-fault", new("ไม่ใช่เหตุไฟฟ้าสาธารณะขัดข้อง", "Not a street-light fault")),
        new("place-unknown", new("ไม่พบสถานที่หรือข้อมูลไม่พอให้ตรวจสอบ", "The place could not be found")),
        new("working", new("ตรวจสอบแล้วไฟติดเป็นปกติ", "Checked on site: the light works")),
        new("private", new("อยู่ในพื้นที่เอกชน อบจ. เข้าดำเนินการไม่ได้", "On private land")),
        new("no-answer", new("ขอข้อมูลเพิ่มเติมแล้วไม่ได้รับคำตอบ", "No answer to a question that was needed")),
        new("other", new("เหตุผลอื่น", "Another reason")),
    ];

    /// <summary>The reason with this code, or null.</summary>
    public static DeclineReason? Find(string? code) => All.FirstOrDefault(reason => reason.Code == code);
}

/// <summary>Why work rests; shown to the requester.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Sentence">The reason in words.</param>
public sealed record PauseReason(string Code, Phrase Sentence)
{
    /// <summary>The reasons to choose from.</summary>
    public static IReadOnlyList<PauseReason> All { get; } =
    [
        new("parts", new("รออะไหล่", "Waiting for parts")),
        new("budget", new("รองบประมาณหรือการจัดซื้อ", "Waiting for budget or purchase")),
        new("weather", new("น้ำท่วมหรือฝนตก", "Flood or rain")),
        new("pea", new("รอการไฟฟ้าส่วนภูมิภาค (กฟภ.)", "Waiting for the electricity authority (PEA)")),
        new("access", new("เข้าพื้นที่ไม่ได้", "The place cannot be reached")),
        new("other", new("เหตุผลอื่น", "Another reason")),
    ];

    /// <summary>The reason with this code, or null.</summary>
    public static PauseReason? Find(string? code) => All.FirstOrDefault(reason => reason.Code == code);
}
