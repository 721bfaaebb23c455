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

    /// <summary>Set up a second factor for the own account, or another one.</summary>
    SecondFactorSet,

    /// <summary>Took the second factor of the own account away.</summary>
    SecondFactorRemoved,

    /// <summary>Took the second factor of another account away.</summary>
    SecondFactorReset,

    /// <summary>Made new recovery codes for the own account.</summary>
    RecoveryCodesMade,

    /// <summary>Used a recovery code in place of the app.</summary>
    RecoveryCodeUsed,

    /// <summary>Added a passkey to the own account.</summary>
    PasskeyAdded,

    /// <summary>Took a passkey of the own account away.</summary>
    PasskeyRemoved,

    /// <summary>Linked an account with somebody of the authority's directory.</summary>
    DirectoryLinked,

    /// <summary>Took the link with the directory away.</summary>
    DirectoryUnlinked,

    /// <summary>Said again who it is, before something that asks for it.</summary>
    IdentityConfirmed,

    /// <summary>Ended another of the own sessions.</summary>
    SessionEnded,

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

    /// <summary>Removed who reported and what may tell of a person from a closed request.</summary>
    PersonalDataRemoved,

    /// <summary>Removed the photos of people from a closed request.</summary>
    PhotosRemoved,

    /// <summary>Looked at all that is held about a person.</summary>
    HeldDataSeen,

    /// <summary>Took a copy of all that is held about a person.</summary>
    HeldDataCopied,

    /// <summary>Put right who reported.</summary>
    RequesterCorrected,

    /// <summary>Erased the data of somebody who follows a request.</summary>
    FollowerForgotten,

    /// <summary>Took down what somebody asks for of the own data.</summary>
    DataSubjectRequestReceived,

    /// <summary>Answered what somebody asked for of the own data.</summary>
    DataSubjectRequestClosed,

    /// <summary>Opened a case of a breach of personal data.</summary>
    BreachStarted,

    /// <summary>Noted how far a breach is dealt with.</summary>
    BreachNoted,

    /// <summary>Took in a report that looked as if a machine had sent it.</summary>
    HeldReportTakenIn,

    /// <summary>Dropped a report that a machine had sent.</summary>
    HeldReportDropped,

    /// <summary>Closed a case of a breach.</summary>
    BreachClosed,
}
