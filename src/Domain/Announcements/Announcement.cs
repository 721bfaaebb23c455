using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Announcements;

/// <summary>What is announced. Stored by name: a name is for ever.</summary>
public enum AnnouncementKind
{
    /// <summary>The power is switched off as planned: lamps are dark and nobody need report them.</summary>
    PowerCut,

    /// <summary>Work on lamps or cables.</summary>
    PlannedWork,

    /// <summary>Something that citizens are asked to do or to know.</summary>
    Campaign,

    /// <summary>Anything else.</summary>
    News,
}

/// <summary>Who may read an announcement. Stored by name.</summary>
public enum AnnouncementState
{
    /// <summary>Officers alone.</summary>
    Draft,

    /// <summary>Everyone, until it is over.</summary>
    Published,

    /// <summary>Taken back or over: its page stays, but it is shown nowhere else.</summary>
    Ended,
}

/// <summary>What an announcement says.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Title">One line, in Thai, and in English when somebody wrote it.</param>
/// <param name="Text">Paragraphs parted by blank lines, likewise.</param>
/// <param name="From">When it begins, UTC.</param>
/// <param name="To">When it is over, UTC; null when that is open.</param>
/// <param name="Area">For whom.</param>
public sealed record AnnouncementFacts(
    AnnouncementKind Kind, Phrase Title, Phrase Text, DateTime From, DateTime? To, AnnouncementArea Area);

/// <summary>A planned power cut, a campaign: what the authority tells citizens without being asked.</summary>
public sealed class Announcement
{
    /// <summary>Longest title, in characters of a person.</summary>
    public const int MaxTitle = 150;

    /// <summary>Longest text, likewise.</summary>
    public const int MaxText = 5000;

    Announcement() { }

    /// <summary>Key in storage, and in its address.</summary>
    public int Id { get; private set; }

    /// <summary>What kind of thing.</summary>
    public AnnouncementKind Kind { get; private set; }

    /// <summary>Who may read it.</summary>
    public AnnouncementState State { get; private set; }

    /// <summary>One line in Thai.</summary>
    public string TitleThai { get; private set; } = "";

    /// <summary>One line in English; may be empty.</summary>
    public string TitleEnglish { get; private set; } = "";

    /// <summary>The text in Thai.</summary>
    public string TextThai { get; private set; } = "";

    /// <summary>The text in English; may be empty.</summary>
    public string TextEnglish { get; private set; } = "";

    /// <summary>When it begins, UTC.</summary>
    public DateTime From { get; private set; }

    /// <summary>When it is over, UTC; null when that is open.</summary>
    public DateTime? To { get; private set; }

    /// <summary>For whom.</summary>
    public AnnouncementArea Area { get; private set; } = AnnouncementArea.Whole;

    /// <summary>When it was first published, UTC; null before.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>When anything of it last changed, UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Who changed it last.</summary>
    public string ChangedByName { get; private set; } = "";

    /// <summary>Raised by every change; two changes of the same version conflict.</summary>
    public int Version { get; private set; }

    /// <summary>A new draft.</summary>
    /// <exception cref="RuleBroken">See <see cref="Change"/>.</exception>
    public static Announcement Write(AnnouncementFacts facts, Province province, Actor by, DateTime now)
    {
        var written = new Announcement();
        written.Change(facts, province, by, now);
        return written;
    }

    /// <summary>Says it anew. What is published changes for everyone at once.</summary>
    /// <exception cref="RuleBroken"><c>announcement.ended</c>, <c>.title</c>, <c>.text</c>, <c>.times</c> or <c>.area</c>.</exception>
    public void Change(AnnouncementFacts facts, Province province, Actor by, DateTime now)
    {
        Require(State != AnnouncementState.Ended, "ended", "ประกาศนี้สิ้นสุดแล้ว จึงแก้ไขไม่ได้", "This announcement has ended and cannot be changed.");
        Require(facts.Title.Thai.Length > 0 && Fits(facts.Title, MaxTitle), "title",
            $"กรุณาระบุหัวข้อ ไม่เกิน {MaxTitle} ตัวอักษร", $"Please give a title of at most {MaxTitle} characters.");
        Require(facts.Text.Thai.Length > 0 && Fits(facts.Text, MaxText), "text",
            $"กรุณาระบุข้อความ ไม่เกิน {MaxText:N0} ตัวอักษร", $"Please give a text of at most {MaxText:N0} characters.");
        Require(facts.To is null || facts.To > facts.From, "times", "เวลาสิ้นสุดต้องอยู่หลังเวลาเริ่ม", "It must end after it begins.");
        Area = facts.Area.Checked(province);
        (Kind, From, To) = (facts.Kind, facts.From, facts.To);
        (TitleThai, TitleEnglish) = (facts.Title.Thai, facts.Title.English);
        (TextThai, TextEnglish) = (facts.Text.Thai, facts.Text.English);
        Touch(by, now);
    }

    /// <summary>From now on everyone reads it.</summary>
    /// <exception cref="RuleBroken"><c>announcement.ended</c>, <c>announcement.over</c>.</exception>
    public void Publish(Actor by, DateTime now)
    {
        Require(State != AnnouncementState.Ended, "ended", "ประกาศนี้สิ้นสุดแล้ว", "This announcement has ended.");
        Require(To is null || To > now, "over", "เวลาสิ้นสุดผ่านไปแล้ว กรุณาแก้ไขเวลาก่อนเผยแพร่", "Its time is over. Please change the time first.");
        if (State == AnnouncementState.Published)
            return;
        State = AnnouncementState.Published;
        PublishedAt ??= now;
        Touch(by, now);
    }

    /// <summary>It is over, or a draft is not wanted.</summary>
    public void End(Actor by, DateTime now)
    {
        if (State == AnnouncementState.Ended)
            return;
        State = AnnouncementState.Ended;
        Touch(by, now);
    }

    void Touch(Actor by, DateTime now)
    {
        (ChangedAt, ChangedByName) = (now, by.Name);
        Version++;
    }

    static bool Fits(Phrase words, int most) => ThaiText.Length(words.Thai) <= most && ThaiText.Length(words.English) <= most;

    static void Require(bool holds, string code, string thai, string english)
    {
        if (!holds)
            throw new RuleBroken($"announcement.{code}", new(thai, english));
    }
}
