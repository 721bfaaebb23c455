using System.Globalization;
using Songthang.Domain.Assets;
using Songthang.Domain.Officers;

namespace Songthang.Infrastructure.Persistence.Auditing;

/// <summary>What somebody of the staff did that others may have to account for. Stored by name: a name is for ever.</summary>
public enum AuditAction
{
    /// <summary>Looked at a request with its requester's data.</summary>
    RequestSeen,

    /// <summary>Took a document that a requester sent.</summary>
    DocumentOpened,

    /// <summary>Looked at the paper form of a request.</summary>
    FormSeen,

    /// <summary>Printed the paper form of a request.</summary>
    FormPrinted,

    /// <summary>Took the list of requests away as a file.</summary>
    ListExported,

    /// <summary>Took the results of the evaluations away as a file.</summary>
    EvaluationsExported,

    /// <summary>Took figures of a period away as a file.</summary>
    FiguresExported,

    /// <summary>Took this record away as a file.</summary>
    AuditExported,

    /// <summary>Looked at the list of accounts, or at one account.</summary>
    AccountsSeen,

    /// <summary>Made an account.</summary>
    AccountCreated,

    /// <summary>Changed an account's name, role or address.</summary>
    AccountChanged,

    /// <summary>Closed an account.</summary>
    AccountClosed,

    /// <summary>Opened a closed account again.</summary>
    AccountReopened,

    /// <summary>Let an account sign in again at once that rested after wrong passwords.</summary>
    AccountUnlocked,

    /// <summary>Gave another account a new password.</summary>
    PasswordReset,

    /// <summary>Chose another password for the own account.</summary>
    PasswordChanged,

    /// <summary>Signed in.</summary>
    SignedIn,

    /// <summary>Tried to sign in and was refused.</summary>
    SignInFailed,

    /// <summary>Signed out of one browser.</summary>
    SignedOut,

    /// <summary>Signed out everywhere.</summary>
    SignedOutEverywhere,

    /// <summary>Changed a setting.</summary>
    SettingChanged,

    /// <summary>Took the change of a setting back.</summary>
    SettingUndone,

    /// <summary>Had all timelines verified.</summary>
    TimelinesVerified,

    /// <summary>The program backed itself up.</summary>
    BackupMade,

    /// <summary>The program could not back itself up.</summary>
    BackupFailed,

    /// <summary>Had undelivered messages tried again.</summary>
    MessagesSentAgain,

    /// <summary>Worded a letter to another authority.</summary>
    LetterWritten,

    /// <summary>Typed in or corrected a receive number.</summary>
    ReceiveNumberGiven,

    /// <summary>Said where the year's receive numbers go on.</summary>
    NextReceiveNumberSet,

    /// <summary>Said whether dark lamps had one cause.</summary>
    OutageDecided,

    /// <summary>Made a key for a partner's program.</summary>
    ApiKeyCreated,

    /// <summary>Changed what a partner's key may do.</summary>
    ApiKeyChanged,

    /// <summary>Revoked a partner's key.</summary>
    ApiKeyRevoked,

    /// <summary>Wrote an announcement.</summary>
    AnnouncementWritten,

    /// <summary>Changed an announcement.</summary>
    AnnouncementChanged,

    /// <summary>Published an announcement.</summary>
    AnnouncementPublished,

    /// <summary>Ended an announcement.</summary>
    AnnouncementEnded,

    /// <summary>Had a partner told of changes by a webhook from now on.</summary>
    WebhookCreated,

    /// <summary>Paused a webhook or let it go on.</summary>
    WebhookChanged,

    /// <summary>Ended a webhook.</summary>
    WebhookDeleted,
    /// <summary>Took a pole into the register.</summary>
    PoleRegistered,

    /// <summary>Corrected what the register knows of a pole, its photos too.</summary>
    PoleCorrected,

    /// <summary>Took a pole out of use.</summary>
    PoleRetired,

    /// <summary>Took a pole into use again.</summary>
    PoleReturned,

    /// <summary>Took poles over from a file.</summary>
    PolesImported,

    /// <summary>Took the register of poles away as a file.</summary>
    PolesExported,
}

/// <summary>What kind of thing an entry is about. Stored by name.</summary>
public enum AuditSubjectKind
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>A request, by its reference.</summary>
    Request,

    /// <summary>An account of the staff, by its user name.</summary>
    Account,

    /// <summary>A topic of the settings, by its code.</summary>
    Setting,

    /// <summary>A partner's key, by how it begins.</summary>
    ApiKey,

    /// <summary>An announcement, by its number.</summary>
    Announcement,

    /// <summary>A webhook, by its number.</summary>
    Webhook,
    /// <summary>A pole, by its code.</summary>
    Pole,
}

/// <summary>What an entry is about.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Reference">By which name people know it; never personal data of a citizen. At most 100 characters are kept.</param>
public readonly record struct AuditSubject(AuditSubjectKind Kind, string Reference)
{
    /// <summary>Nothing in particular.</summary>
    public static AuditSubject None { get; } = new(AuditSubjectKind.None, "");

    /// <summary>A request.</summary>
    public static AuditSubject Request(string reference) => new(AuditSubjectKind.Request, reference);

    /// <summary>An account of the staff.</summary>
    public static AuditSubject Account(string? userName) => new(AuditSubjectKind.Account, userName ?? "");

    /// <summary>A pole of the register.</summary>
    public static AuditSubject Pole(PoleCode code) => new(AuditSubjectKind.Pole, code.ToString());

    /// <summary>A topic of the settings.</summary>
    public static AuditSubject Setting(string topic) => new(AuditSubjectKind.Setting, topic);

    /// <summary>A partner's key.</summary>
    public static AuditSubject ApiKey(string prefix) => new(AuditSubjectKind.ApiKey, prefix);

    /// <summary>An announcement.</summary>
    public static AuditSubject Announcement(int id) => new(AuditSubjectKind.Announcement, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>A webhook.</summary>
    public static AuditSubject Webhook(int id) => new(AuditSubjectKind.Webhook, id.ToString(CultureInfo.InvariantCulture));
}

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
