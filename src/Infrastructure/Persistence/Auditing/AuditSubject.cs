using System.Globalization;
using Songthang.Domain.Assets;

namespace Songthang.Infrastructure.Persistence.Auditing;

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

    /// <summary>What somebody asks for of the own data, by its number.</summary>
    DataSubject,

    /// <summary>A breach of personal data, by its number.</summary>
    Breach,

    /// <summary>A report that looked as if a machine had sent it, by its number.</summary>
    HeldReport,
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

    /// <summary>What somebody asks for of the own data.</summary>
    public static AuditSubject DataSubject(int id) => new(AuditSubjectKind.DataSubject, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>A breach of personal data.</summary>
    public static AuditSubject Breach(int id) => new(AuditSubjectKind.Breach, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>A report that looked as if a machine had sent it.</summary>
    public static AuditSubject HeldReport(long id) => new(AuditSubjectKind.HeldReport, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>A topic of the settings.</summary>
    public static AuditSubject Setting(string topic) => new(AuditSubjectKind.Setting, topic);

    /// <summary>A partner's key.</summary>
    public static AuditSubject ApiKey(string prefix) => new(AuditSubjectKind.ApiKey, prefix);

    /// <summary>An announcement.</summary>
    public static AuditSubject Announcement(int id) => new(AuditSubjectKind.Announcement, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>A webhook.</summary>
    public static AuditSubject Webhook(int id) => new(AuditSubjectKind.Webhook, id.ToString(CultureInfo.InvariantCulture));
}
