using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Songthang.Domain.Assets;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Sums;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// The database. Saving does three things that no use case needs to remember (the one piece of magic in the
/// house): each new timeline entry passes the notification policy into outbox rows in the same transaction,
/// the columns that are derived from a request are brought up to date, and so are the sums that the figures are read from.
/// </summary>
/// <param name="options">Which database.</param>
/// <param name="derived">What is derived from a request.</param>
/// <param name="seal">How the secrets of links are stored.</param>
public abstract partial class AppDb(DbContextOptions options, DerivedColumns derived, LinkSeal seal) : IdentityUserContext<OfficerAccount, int>(options)
{
    internal LinkSeal Seal => seal;

    /// <summary>A request with everything that its verbs need, or null.</summary>
    /// <param name="reference">As people know it, in its canonical form.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<ServiceRequest?> FindRequestAsync(string reference, CancellationToken cancellationToken) =>
        Whole(ServiceRequests).SingleOrDefaultAsync(request => request.Reference == reference, cancellationToken);

    /// <summary>Several requests with everything that their verbs need, in no order.</summary>
    public Task<List<ServiceRequest>> FindRequestsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Whole(ServiceRequests).Where(request => ids.Contains(request.Id)).ToListAsync(cancellationToken);

    /// <summary>The same only to be looked at: its whole story, which the step clocks are derived from. It cannot be saved.</summary>
    public Task<ServiceRequest?> ReadRequestAsync(string reference, CancellationToken cancellationToken) =>
        Whole(ServiceRequests.AsNoTracking()).SingleOrDefaultAsync(request => request.Reference == reference, cancellationToken);

    // The verbs rely on the order, which no database keeps by itself.
    internal static IQueryable<ServiceRequest> Whole(IQueryable<ServiceRequest> requests) => requests
        .Include(request => request.Timeline.OrderBy(entry => entry.Number))
        .Include(request => request.Photos.OrderBy(photo => photo.At).ThenBy(photo => photo.Key))
        .Include(request => request.Documents.OrderBy(document => document.At).ThenBy(document => document.Key))
        .AsSplitQuery();

    /// <summary>
    /// Begins a transaction that writes. On SQLite those who write take turns, and those who wait share a commit; so between the
    /// beginning and the end there is no waiting for anything but this database.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for the turn.</param>
    public Task<IWriting> BeginAsync(CancellationToken cancellationToken) => BeginAsync(alone: false, cancellationToken);

    /// <summary>The same for what takes long, such as taking over a register: nobody waits for its commit but itself.</summary>
    /// <param name="cancellationToken">Ends the wait for the turn.</param>
    public Task<IWriting> BeginLongAsync(CancellationToken cancellationToken) => BeginAsync(alone: true, cancellationToken);

    private protected virtual async Task<IWriting> BeginAsync(bool alone, CancellationToken cancellationToken) =>
        new OwnWriting(await Database.BeginTransactionAsync(cancellationToken));

    /// <summary>Whether every save is a turn, not only those that need a transaction.</summary>
    private protected virtual bool TakesTurns => false;

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var (seen, sums, hasChanges) = await PrepareAsync(cancellationToken);
        // The moment of a change is taken in the transaction that makes it visible, and so are the sums.
        await using var own = Database.CurrentTransaction is null && hasChanges && (seen.Count > 0 || !sums.IsNothing || TakesTurns)
            ? await BeginAsync(cancellationToken)
            : null;
        if (seen.Count > 0)
            await PublicColumns.StampAsync(this, seen, cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await SumRows.AddAsync(this, sums, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return saved;
    }

    /// <returns>The requests of which the public will see something new, what changes in the sums, and whether there is anything to save.</returns>
    async Task<(List<EntityEntry<ServiceRequest>> Seen, SumChanges Sums, bool HasChanges)> PrepareAsync(CancellationToken cancellationToken)
    {
        ChangeTracker.DetectChanges();
        // Compared once: every look at what is tracked would compare all of it with what was read, for each entry anew.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var sums = new SumChanges();
            foreach (var (request, notice) in FollowUp(sums))
                await Others.TellAsync(this, request, notice, cancellationToken);
            await WebhookWriting.WriteAsync(this, cancellationToken);
            return ([.. ChangeTracker.Entries<ServiceRequest>().Where(tracked => tracked.State is EntityState.Added or EntityState.Modified
                && PublicColumns.IsSeen(this, tracked))], sums, ChangeTracker.HasChanges());
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always: what follows from a change is looked up in the database.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save with SaveChangesAsync.");

    /// <returns>Notices to those whom only the database knows.</returns>
    List<(ServiceRequest Request, Notice Notice)> FollowUp(SumChanges sums)
    {
        var others = new List<(ServiceRequest, Notice)>();
        if (ChangeTracker.Entries<AuditEntry>().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("The audit record is only ever added to.");
        foreach (var pole in ChangeTracker.Entries<Pole>().Where(pole => pole.State is EntityState.Added or EntityState.Modified))
            PoleTables.Refresh(pole);
        foreach (var tracked in ChangeTracker.Entries<ServiceRequest>().ToList())
        {
            if (tracked.State is not (EntityState.Added or EntityState.Modified))
                continue;
            derived.Refresh(tracked, sums);
            sums.Work.Add(tracked);
            foreach (var entry in tracked.Entity.Timeline)
                if (Entry(entry).State == EntityState.Added)
                    FollowUp(tracked.Entity, entry, others);
        }

        CountWork(sums.Work);
        return others;
    }

    void CountWork(WorkChanges changes)
    {
        foreach (var order in ChangeTracker.Entries<WorkOrder>().ToList())
        {
            foreach (var item in order.Entity.Items.Select(item => Entry(item)).Where(item => item.State is EntityState.Added or EntityState.Modified))
                changes.Add(item, order.Entity.CrewCode);
            foreach (var used in order.Entity.Materials.Where(used => Entry(used).State == EntityState.Added))
                changes.Add(used);
        }
    }

    void FollowUp(ServiceRequest request, TimelineEntry entry, List<(ServiceRequest, Notice)> others)
    {
        WriteOutbox(request, entry, others);
        // Only of the last completion is asked, and of none that an older register tells of.
        if (entry.Kind == TimelineKind.Completed && request.CompletedAt is not null
            && entry.Number == Evaluation.NumberOf(request) && entry.ActorKind != ActorKind.Import)
        {
            var evaluation = Evaluation.Of(request, request, entry.Number);
            evaluation.CrewCode = CrewThatRepaired(request);
            evaluation.AskAgainAt = EveningQuestion.At(request, derived.Somewhere);
            Evaluations.Add(evaluation);
        }
    }

    /// <summary>A work order that is completed in this very transaction says so of its requests.</summary>
    string CrewThatRepaired(ServiceRequest request) => ChangeTracker.Entries<WorkOrder>().FirstOrDefault(order => order.Entity.Items.Any(
        item => item.ServiceRequestId == request.Id && item.Outcome == ItemOutcome.Repaired && Entry(item).State == EntityState.Modified))
        ?.Entity.CrewCode ?? "";

    void WriteOutbox(ServiceRequest request, TimelineEntry entry, List<(ServiceRequest, Notice)> others)
    {
        foreach (var notice in NotificationPolicy.For(entry))
        {
            if (notice.Recipient is NoticeRecipient.AlsoReported or NoticeRecipient.Follower or NoticeRecipient.Officer)
            {
                others.Add((request, notice));
                continue;
            }

            // Whoever gave no address reads the message on the own page or is called by an officer.
            if (notice.Recipient == NoticeRecipient.Requester
                && (request.Requester.ToldBy != ToldBy.Email || request.Requester.Email.Length == 0))
            {
                continue;
            }

            Outbox.Add(OutboxMessage.For(request, entry, notice.Recipient));
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        foreach (var named in (Type[])
            [typeof(ServiceRequestStatus), typeof(TimelineKind), typeof(Audience), typeof(ActorKind), typeof(ToldBy),
             typeof(IntakeChannel), typeof(PhotoKind), typeof(NoticeRecipient), typeof(OfficerRole), typeof(AuditAction), typeof(AuditSubjectKind),
             typeof(ManualStep), typeof(WarningKind), typeof(SignInWay), typeof(PasskeyPurpose)])
        {
            configurationBuilder.Properties(named).HaveConversion<string>().HaveMaxLength(32);
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Tables.Map(builder);
        AuditTables.Map(builder);
        StaffTables.Map(builder);
        AccountTables.Map(builder);
        DocumentTables.Map(builder);
        PoleTables.Map(builder);
        OutageTables.Map(builder);
        PaperTables.Map(builder);
        GeodataTables.Map(builder);
        PartnerTables.Map(builder);
        SumTables.Map(builder);
        PublicColumns.Map(builder);
        AnnouncementTables.Map(builder);
        WebhookTables.Map(builder);
        PrivacyTables.Map(builder);
        SpamTables.Map(builder);
        SealedLinks.Map(builder, seal);
        Tables.NameInSnakeCase(builder);
    }
}
