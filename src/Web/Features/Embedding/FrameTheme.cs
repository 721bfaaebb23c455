using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Embedding;

/// <summary>Colours of the frame.</summary>
public sealed record FrameTheme(string Name, Phrase Words)
{
    public static IReadOnlyList<FrameTheme> All { get; } =
    [
        new("light", new("สว่าง", "Light")), new("dark", new("มืด", "Dark")), new("auto", new("ตามเครื่องของผู้อ่าน", "As the reader's device")),
    ];

    /// <summary>The theme of this name, the first one when there is none.</summary>
    public static FrameTheme Read(string? name) => All.FirstOrDefault(theme => theme.Name == name) ?? All[0];
}
