using Songthang.Domain.Officers;

namespace Songthang.Infrastructure.Persistence.Auditing;

/// <summary>
/// One line of the record of who saw which personal data and who changed what: kept apart from the timelines of the
/// requests, which citizens and the public read. Only ever added.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Longest <see cref="Subject"/>.</summary>
    public const int MaxSubject = 100;

    /// <summary>Longest <see cref="Detail"/>.</summary>
    public const int MaxDetail = 500;

    AuditEntry() { }

    internal AuditEntry(AuditAction action, Actor by, DateTime now, AuditSubject subject, string detail)
    {
        // To the millisecond, which both databases and addresses of pages keep exactly.
        At = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        OfficerId = by.OfficerId;
        OfficerName = by.Name;
        Action = action;
        SubjectKind = subject.Kind;
        Subject = Cut(subject.Reference, MaxSubject);
        Detail = Cut(detail, MaxDetail);
    }

    /// <summary>Key in storage.</summary>
    public long Id { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The account that did it; null for the program and for whoever could not sign in.</summary>
    public int? OfficerId { get; private set; }

    /// <summary>The officer's name at that time.</summary>
    public string OfficerName { get; private set; } = "";

    /// <summary>What was done.</summary>
    public AuditAction Action { get; private set; }

    /// <summary>What kind of thing <see cref="Subject"/> is.</summary>
    public AuditSubjectKind SubjectKind { get; private set; }

    /// <summary>What it was done to: a reference, a user name, a topic; empty for nothing in particular.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What else must be known, in short and without personal data of citizens.</summary>
    public string Detail { get; private set; } = "";

    // A pair of surrogates cut in two could not be stored.
    static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
