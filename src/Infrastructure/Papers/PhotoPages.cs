using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>Photos below a heading, two beside each other.</summary>
static class PhotoPages
{
    const float MostHeight = 210;

    /// <param name="title">The heading.</param>
    /// <param name="photos">JPEG files; what cannot be read is left out.</param>
    /// <param name="words">Numbers the photos.</param>
    public static IEnumerable<Block> Of(string title, IReadOnlyList<ReadOnlyMemory<byte>> photos, PaperWords words)
    {
        var pictures = photos.Select(photo => Picture.Of(photo, MostHeight)).OfType<Picture>()
            .Select((picture, i) => Captioned(picture, $"ภาพที่ {words.Number(i + 1)}")).ToList();
        if (pictures.Count == 0)
            yield break;
        yield return new Space(10);
        yield return new Paragraph(new(Bold: true, KeepWithNext: true), title);
        foreach (var pair in pictures.Chunk(2))
            yield return new Columns([(1, pair[0]), (1, pair.Length > 1 ? pair[1] : new Space(1))], 12);
    }

    static Together Captioned(Picture picture, string caption) =>
        new(new Space(4), picture, new Paragraph(new(Size: 10, Align: Align.Centre), caption));
}
