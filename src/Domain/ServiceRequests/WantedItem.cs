using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>Something that a question asks the requester to send.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">What it is, in words.</param>
public sealed record WantedItem(string Code, Phrase Name)
{
    /// <summary>All that can be asked for, in the order in which it is offered.</summary>
    public static IReadOnlyList<WantedItem> All { get; } =
    [
        new("photo-pole", new("ภาพถ่ายเสาไฟหรือโคมไฟ", "A photo of the pole or the lamp")),
        new("photo-surroundings", new("ภาพถ่ายบริเวณโดยรอบ", "A photo of the surroundings")),
        new("pole-number", new("หมายเลขที่ติดอยู่บนเสาไฟ", "The number on the pole")),
        new("position", new("ตำแหน่งหรือเส้นทางไปยังจุดเกิดเหตุ", "The exact place, or how to get there")),
        new("document", new("เอกสารประกอบ (ไฟล์ PDF หรือภาพถ่ายเอกสาร)", "A document (a PDF file or a photo of it)")),
    ];

    /// <summary>What the question of this entry asks for; empty for any other entry.</summary>
    public static IReadOnlyList<WantedItem> Of(TimelineEntry entry) =>
        entry.Kind == TimelineKind.InformationAsked ? Read(entry.Detail) : [];

    /// <summary>The items of stored codes; unknown ones are left out.</summary>
    public static IReadOnlyList<WantedItem> Read(string codes) => Of(codes.Split(','));

    /// <summary>The items with these codes, each once, in the order of <see cref="All"/>; unknown ones are left out.</summary>
    public static IReadOnlyList<WantedItem> Of(IEnumerable<string> codes) => [.. All.Where(item => codes.Contains(item.Code))];

    /// <summary>The codes as they are stored.</summary>
    public static string Codes(IEnumerable<WantedItem> items) => string.Join(',', items.Select(item => item.Code));

    /// <summary>The items in one line.</summary>
    public static Phrase InWords(IReadOnlyList<WantedItem> items) => new(
        string.Join(", ", items.Select(item => item.Name.Thai)), string.Join(", ", items.Select(item => item.Name.English)));
}
