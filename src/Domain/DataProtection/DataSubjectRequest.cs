using Songthang.Domain.Officers;
using Songthang.Domain.Thai;

namespace Songthang.Domain.DataProtection;

/// <summary>What a person can ask for of the own data (PDPA ss. 30–36). Stored by name.</summary>
public enum DataSubjectWish
{
    /// <summary>To see the data and get a copy (s. 30).</summary>
    Access,

    /// <summary>To have them put right (s. 36).</summary>
    Correction,

    /// <summary>To have them erased (s. 33).</summary>
    Erasure,

    /// <summary>That they be used no more (s. 32).</summary>
    Objection,

    /// <summary>That they only be kept meanwhile (s. 34).</summary>
    Restriction,
}

/// <summary>How such a request ended. Stored by name.</summary>
public enum DataSubjectOutcome
{
    /// <summary>As asked.</summary>
    Done,

    /// <summary>As far as the law allows.</summary>
    Partly,

    /// <summary>Refused with a reason that the law knows.</summary>
    Refused,

    /// <summary>Nothing is held, or nobody could show that it was they.</summary>
    NothingHeld,
}

/// <summary>Somebody asks for something of the own data; it has to be answered within <see cref="DaysToAnswer"/>.</summary>
public sealed class DataSubjectRequest
{
    /// <summary>Days in which it has to be answered (PDPA s. 30).</summary>
    public const int DaysToAnswer = 30;

    /// <summary>Longest name and contact, in text elements.</summary>
    public const int MaxName = 200;

    /// <summary>Longest words, in text elements.</summary>
    public const int MaxWords = 2000;

    DataSubjectRequest() { }

    /// <summary>Key in storage and its number.</summary>
    public int Id { get; private set; }

    /// <summary>What is asked for.</summary>
    public DataSubjectWish Wish { get; private set; }

    /// <summary>Who asks; removed some time after the answer.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How to reach them; removed likewise.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>What they said; removed likewise.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When it was received, UTC.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>Until when it has to be answered, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Name of the officer who took it down.</summary>
    public string ReceivedByName { get; private set; } = "";

    /// <summary>When it was answered, UTC; null while it is open.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>How it ended; null while it is open.</summary>
    public DataSubjectOutcome? Outcome { get; private set; }

    /// <summary>What was answered, with the reason when something was refused; removed some time after the answer.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Name of the officer who answered.</summary>
    public string ClosedByName { get; private set; } = "";

    /// <summary>Whether its time is over and nobody answered.</summary>
    public bool IsOverdue(DateTime now) => ClosedAt is null && now > DueAt;

    /// <summary>Takes one down.</summary>
    /// <param name="wish">What is asked for.</param>
    /// <param name="who">Who asks, how to reach them and what they said.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>data-subject.name-missing</c>, <c>data-subject.contact-missing</c>, or a text is too long.</exception>
    public static DataSubjectRequest Receive(DataSubjectWish wish, (string Name, string Contact, string Words) who, Actor by, DateTime now)
    {
        Require(who.Name, "data-subject.name-missing", new("กรุณาระบุชื่อผู้ขอ", "Please say who asks."));
        Require(who.Contact, "data-subject.contact-missing", new("กรุณาระบุช่องทางติดต่อกลับ", "Please say how to reach them."));
        RequireLength(who.Name, MaxName);
        RequireLength(who.Contact, MaxName);
        RequireLength(who.Words, MaxWords);
        return new()
        {
            Wish = wish,
            Name = who.Name,
            Contact = who.Contact,
            Words = who.Words,
            ReceivedAt = now,
            DueAt = now.AddDays(DaysToAnswer),
            ReceivedByName = by.Name,
        };
    }

    /// <summary>It was answered.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="answer">What was answered, with the reason when something was refused.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>data-subject.closed</c>: it was before; <c>data-subject.answer-missing</c>.</exception>
    public void Close(DataSubjectOutcome outcome, string answer, Actor by, DateTime now)
    {
        if (ClosedAt is not null)
            throw new RuleBroken("data-subject.closed", new("คำขอนี้ตอบแล้ว", "This request was answered already."));
        Require(answer, "data-subject.answer-missing", new("กรุณาเขียนคำตอบหรือเหตุผล", "Please write the answer or the reason."));
        RequireLength(answer, MaxWords);
        (Outcome, Answer, ClosedAt, ClosedByName) = (outcome, answer, now, by.Name);
    }

    static void Require(string text, string code, Phrase message)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new RuleBroken(code, message);
    }

    static void RequireLength(string text, int max)
    {
        if (ThaiText.Length(text) > max)
            throw new RuleBroken("request.text-too-long", new($"ข้อความยาวเกิน {max} ตัวอักษร", $"The text is longer than {max} characters."));
    }
}
