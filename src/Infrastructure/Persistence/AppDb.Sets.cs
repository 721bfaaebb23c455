using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Announcements;
using Songthang.Domain.Assets;
using Songthang.Domain.DataProtection;
using Songthang.Domain.Geography;
using Songthang.Domain.Outages;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Sums;

namespace Songthang.Infrastructure.Persistence;

public abstract partial class AppDb
{
    /// <summary>The requests with their timelines.</summary>
    public DbSet<ServiceRequest> ServiceRequests => Set<ServiceRequest>();

    /// <summary>All timeline entries, for reading.</summary>
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    /// <summary>All photos that belong to a request, for reading.</summary>
    public DbSet<Photo> Photos => Set<Photo>();

    /// <summary>All documents that belong to a request, for reading.</summary>
    public DbSet<Document> Documents => Set<Document>();

    /// <summary>Messages to send, sent and given up.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Photos that belong to no request yet.</summary>
    public DbSet<Upload> Uploads => Set<Upload>();

    /// <summary>Documents that belong to no request yet.</summary>
    public DbSet<DocumentUpload> DocumentUploads => Set<DocumentUpload>();

    /// <summary>Submissions that were answered.</summary>
    public DbSet<AnsweredSubmission> AnsweredSubmissions => Set<AnsweredSubmission>();

    /// <summary>Running numbers by year.</summary>
    public DbSet<ReferenceCounter> ReferenceCounters => Set<ReferenceCounter>();

    /// <summary>Keys of partners' programs.</summary>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>How often each key was used on each day.</summary>
    public DbSet<ApiKeyDay> ApiKeyDays => Set<ApiKeyDay>();

    /// <summary>What partners said of the requests that they handed in.</summary>
    public DbSet<PartnerReport> PartnerReports => Set<PartnerReport>();

    /// <summary>Changes of the settings.</summary>
    public DbSet<SettingChange> SettingChanges => Set<SettingChange>();

    /// <summary>Work orders.</summary>
    public DbSet<WorkOrder> WorkOrders => Set<WorkOrder>();

    /// <summary>All requests on work orders, for reading.</summary>
    public DbSet<WorkOrderItem> WorkOrderItems => Set<WorkOrderItem>();

    /// <summary>All materials used, for reading.</summary>
    public DbSet<UsedMaterial> UsedMaterials => Set<UsedMaterial>();

    /// <summary>The register of poles.</summary>
    public DbSet<Pole> Poles => Set<Pole>();

    /// <summary>What happened to the records of all poles, for reading.</summary>
    public DbSet<PoleEntry> PoleEntries => Set<PoleEntry>();

    /// <summary>All photos of poles, for reading.</summary>
    public DbSet<PolePhoto> PolePhotos => Set<PolePhoto>();

    /// <summary>Roads and whose lamps they have.</summary>
    public DbSet<Road> Roads => Set<Road>();

    /// <summary>Changes of the roads.</summary>
    public DbSet<RoadChange> RoadChanges => Set<RoadChange>();

    /// <summary>Files with roads that somebody is looking through.</summary>
    public DbSet<RoadDraft> RoadDrafts => Set<RoadDraft>();

    /// <summary>Borders of the tambon that were brought, held or not.</summary>
    public DbSet<BoundarySet> BoundarySets => Set<BoundarySet>();

    /// <summary>Which borders held from when on.</summary>
    public DbSet<BoundaryUse> BoundaryUses => Set<BoundaryUse>();

    /// <summary>Sign-ins of officers.</summary>
    public DbSet<OfficerSession> OfficerSessions => Set<OfficerSession>();

    /// <summary>What accounts have besides their passwords.</summary>
    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    /// <summary>Codes that were not used yet, for when the app is lost.</summary>
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    /// <summary>Keys that devices hold for accounts.</summary>
    public DbSet<Passkey> Passkeys => Set<Passkey>();

    /// <summary>What passkeys were asked and did not answer yet.</summary>
    public DbSet<PasskeyChallenge> PasskeyChallenges => Set<PasskeyChallenge>();

    /// <summary>How often names were tried in vain.</summary>
    public DbSet<GuessCount> GuessCounts => Set<GuessCount>();

    /// <summary>Who saw and who changed what; written through <see cref="AuditLog"/>.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Warnings that were given to the staff.</summary>
    public DbSet<GivenWarning> GivenWarnings => Set<GivenWarning>();

    /// <summary>Working days whose digest was made.</summary>
    public DbSet<Digest> Digests => Set<Digest>();

    /// <summary>Citizens who follow a request instead of reporting the place again.</summary>
    public DbSet<Follower> Followers => Set<Follower>();

    /// <summary>Completions and what their requesters said of them.</summary>
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    /// <summary>Officers who were named in notes.</summary>
    public DbSet<Mention> Mentions => Set<Mention>();

    /// <summary>Filters of the inbox that officers saved.</summary>
    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    /// <summary>Dark lamps that probably have one cause.</summary>
    public DbSet<SuspectedOutage> SuspectedOutages => Set<SuspectedOutage>();

    /// <summary>What happened by day and month; see <see cref="DailySum"/>.</summary>
    public DbSet<DailySum> DailySums => Set<DailySum>();

    /// <summary>How long steps took by day and month; see <see cref="StepSum"/>.</summary>
    public DbSet<StepSum> StepSums => Set<StepSum>();

    /// <summary>Sums of what the office alone sees.</summary>
    public DbSet<WorkSum> WorkSums => Set<WorkSum>();

    /// <summary>Sums of the cells of the public map.</summary>
    public DbSet<MapSum> MapSums => Set<MapSum>();

    /// <summary>Letters to other authorities, as officers worded them.</summary>
    public DbSet<LetterDraft> LetterDrafts => Set<LetterDraft>();

    /// <summary>The register of received papers that the program keeps.</summary>
    public DbSet<ReceiveEntry> ReceiveEntries => Set<ReceiveEntry>();

    /// <summary>Announcements, drafts among them.</summary>
    public DbSet<Announcement> Announcements => Set<Announcement>();

    /// <summary>Where partners want to be told of changes.</summary>
    public DbSet<WebhookSubscription> WebhookSubscriptions => Set<WebhookSubscription>();

    /// <summary>How much personal data was removed, by day.</summary>
    public DbSet<RemovalDay> RemovalDays => Set<RemovalDay>();

    /// <summary>What people asked for of their own data.</summary>
    public DbSet<DataSubjectRequest> DataSubjectRequests => Set<DataSubjectRequest>();

    /// <summary>Breaches of personal data.</summary>
    public DbSet<BreachCase> BreachCases => Set<BreachCase>();

    /// <summary>How much was sent by whom; counted by <c>Spam.Buckets</c>.</summary>
    public DbSet<Bucket> Buckets => Set<Bucket>();

    /// <summary>Reports that wait for an officer to look whether a person sent them.</summary>
    public DbSet<HeldReport> HeldReports => Set<HeldReport>();

    /// <summary>What partners are told, were told and could not be told.</summary>
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();
}
