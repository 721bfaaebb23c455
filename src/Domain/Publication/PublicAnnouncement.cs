using Songthang.Domain.Announcements;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Publication;

/// <summary>An announcement as everyone reads it: who wrote it is the office's business.</summary>
/// <param name="Id">Its number, which is in its address.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Title">One line; the English may be empty.</param>
/// <param name="Text">See <see cref="AnnouncementText"/>; the English may be empty.</param>
/// <param name="From">When it begins, UTC.</param>
/// <param name="To">When it is over, UTC; null when that is open.</param>
/// <param name="Area">For whom.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="ChangedAt">When anything of it last changed, UTC.</param>
/// <param name="IsEnded">It was taken back or is over.</param>
public sealed record PublicAnnouncement(
    int Id, AnnouncementKind Kind, Phrase Title, Phrase Text, DateTime From, DateTime? To, AnnouncementArea Area,
    DateTime PublishedAt, DateTime ChangedAt, bool IsEnded)
{
    /// <summary>The title in a language; in Thai when nobody wrote it in that one.</summary>
    public string TitleIn(string language) => Title.In(language) is { Length: > 0 } words ? words : Title.Thai;

    /// <summary>The text in a language; in Thai when nobody wrote it in that one.</summary>
    public string TextIn(string language) => Text.In(language) is { Length: > 0 } words ? words : Text.Thai;

    /// <summary>Whether it still concerns anybody.</summary>
    public bool IsCurrent(DateTime now) => !IsEnded && (To is null || To > now);
}
