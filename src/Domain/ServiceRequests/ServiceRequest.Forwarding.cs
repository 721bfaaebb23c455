using System.Globalization;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>The letter with which a request was forwarded (หนังสือนำส่ง).</summary>
/// <param name="Number">เลขที่หนังสือ, as written; empty when not known.</param>
/// <param name="Date">Its date; null when not known.</param>
public sealed record ForwardingLetter(string Number, DateOnly? Date)
{
    /// <summary>Longest number, in text elements.</summary>
    public const int MaxNumber = 60;

    /// <summary>As it is stored: <c>2026-11-23 อย 51004/123</c>.</summary>
    public string Code => $"{Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"} {Number}".TrimEnd();

    /// <summary>What was stored.</summary>
    public static ForwardingLetter Read(string code)
    {
        var parts = code.Split(' ', 2);
        return new(parts.Length > 1 ? parts[1] : "",
            DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null);
    }

    /// <summary><c>เลขที่ อย 51004/123 ลงวันที่ 23 พฤศจิกายน 2569</c>.</summary>
    public Phrase InWords() => new(
        Join(Number.Length > 0 ? $"เลขที่ {Number}" : "", Date is { } day ? $"ลงวันที่ {ThaiDates.LongDate(day)}" : ""),
        Join(Number.Length > 0 ? $"No. {Number}" : "", Date is { } date ? $"of {ThaiDates.LongDate(date, "en")}" : ""));

    static string Join(string number, string date) => $"{number} {date}".Trim();
}

public sealed partial class ServiceRequest
{
    /// <summary>The newest handing over to another authority; null when it never was.</summary>
    public TimelineEntry? Forwarding => timeline.FindLast(entry => entry.Kind == TimelineKind.Forwarded);

    /// <summary>The letter of the newest forwarding; null when none was recorded.</summary>
    public ForwardingLetter? Letter => timeline.FindLast(entry =>
        entry.Kind == TimelineKind.LetterRecorded && entry.Number > Forwarding?.Number) is { } entry
            ? ForwardingLetter.Read(entry.Detail)
            : null;

    /// <summary>Handed to the authority that owns the lamp; the requester is told whom to ask.</summary>
    /// <param name="receiver">Name of the authority.</param>
    /// <param name="text">Why, and whom to ask.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <param name="letter">The letter that went with it; null when there is none (yet).</param>
    public void Forward(string receiver, string text, Actor by, DateTime now, ForwardingLetter? letter = null)
    {
        RequireText(receiver, "request.receiver-missing", "กรุณาระบุหน่วยงานที่รับเรื่องต่อ", "Please name the receiving agency.");
        RequireLength(text, MaxSymptom);
        Workflow.Require(Status, ServiceRequestStatus.Forwarded);
        Add(TimelineKind.Forwarded, by, now, Audience.Public, text, receiver, ServiceRequestStatus.Forwarded);
        if (letter is not null)
            RecordLetter(letter, by, now);
    }

    /// <summary>Records or corrects the letter of a forwarded request; the newest one counts.</summary>
    public void RecordLetter(ForwardingLetter letter, Actor by, DateTime now)
    {
        Workflow.RequireFrom(Status, ServiceRequestStatus.Forwarded);
        RequireText(letter.Number, "request.letter-missing", "กรุณาระบุเลขที่หนังสือ", "Please give the number of the letter.");
        RequireLength(letter.Number, ForwardingLetter.MaxNumber);
        Add(TimelineKind.LetterRecorded, by, now, Audience.Requester, detail: letter.Code);
    }

    /// <summary>What the authority answered to which the request was forwarded; the requester is told.</summary>
    /// <param name="answer">In words.</param>
    /// <param name="isPublic">Whether everyone may read it.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    public void RecordAuthoritysAnswer(string answer, bool isPublic, Actor by, DateTime now)
    {
        Workflow.RequireFrom(Status, ServiceRequestStatus.Forwarded);
        RequireText(answer, "request.reply-missing", "กรุณาเขียนคำตอบของหน่วยงาน", "Please write the authority's answer.");
        Add(TimelineKind.AuthorityAnswered, by, now, isPublic ? Audience.Public : Audience.Requester, answer, Forwarding?.Detail ?? "");
    }
}
