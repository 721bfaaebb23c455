using Songthang.Domain.Thai;

namespace Songthang.Domain.Notifications;

/// <summary>
/// What a notice says, whichever channel carries it. It names no person and no phone number; the link, and whom to
/// call, are added by whoever lays it out.
/// </summary>
/// <param name="Subject">One line.</param>
/// <param name="About">Which request it is about: reference, fault, place.</param>
/// <param name="Paragraphs">The message; what an officer wrote may hold line breaks.</param>
/// <param name="LinkWords">What the link leads to.</param>
public sealed record NoticeText(string Subject, string About, IReadOnlyList<string> Paragraphs, string LinkWords)
{
    /// <summary>The words of an entry for its recipient.</summary>
    /// <param name="recipient">Whom it is for.</param>
    /// <param name="facts">What happened.</param>
    /// <param name="language"><c>th</c> or <c>en</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The policy tells this recipient nothing of such an entry.</exception>
    public static NoticeText For(NoticeRecipient recipient, NoticeFacts facts, string language)
    {
        var words = recipient switch
        {
            NoticeRecipient.Requester or NoticeRecipient.AlsoReported => RequesterWords.For(facts),
            NoticeRecipient.Follower => FollowerWords.For(facts),
            NoticeRecipient.Officer => OfficerWords.For(facts),
            _ => DutyDeskWords.For(facts),
        };
        var paragraphs = words.Paragraphs.Select(paragraph => paragraph.In(language)).Where(paragraph => paragraph.Length > 0);
        return new NoticeText(words.Subject.In(language), AboutWhat(facts).In(language), [.. paragraphs], words.LinkWords.In(language));
    }

    static Phrase AboutWhat(NoticeFacts facts) => new(
        Line($"เลขที่เรื่อง {facts.Reference}", facts.Fault.Thai, facts.Place.Thai),
        Line($"Reference {facts.Reference}", facts.Fault.English, facts.Place.English));

    static string Line(params string[] parts) => string.Join(" · ", parts.Where(part => part.Length > 0));
}

/// <summary>A notice in both languages; empty paragraphs are left out.</summary>
sealed record NoticeWords(Phrase Subject, Phrase LinkWords, params IReadOnlyList<Phrase> Paragraphs)
{
    /// <summary>Says nothing.</summary>
    public static Phrase None { get; } = new("", "");

    /// <summary>What a person wrote, in whatever language.</summary>
    public static Phrase AsWritten(string text) => new(text, text);
}
