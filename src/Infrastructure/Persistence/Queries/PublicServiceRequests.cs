using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Figures;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Search;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What the public looks for; what is null or empty narrows nothing.</summary>
/// <param name="Status">Where the requests stand.</param>
/// <param name="AmphoeCode">Four digits.</param>
/// <param name="TambonCode">Six digits.</param>
/// <param name="FaultCode">A code of the catalogue.</param>
/// <param name="Text">Part of a word of what the public may read, as typed.</param>
/// <param name="PoleKey"><see cref="PoleNumber.LooseKey"/> of a pole number; only requests whose place was checked have one for the public.</param>
/// <param name="Received">When it was received.</param>
/// <param name="Completed">When it was completed.</param>
/// <param name="IsWorkKept">Whether the work was done within its allowance (manual step 6).</param>
public sealed record PublicFilter(
    PublicStatus? Status = null, string AmphoeCode = "", string TambonCode = "", string FaultCode = "", string Text = "", string PoleKey = "",
    DayRange Received = default, DayRange Completed = default, bool? IsWorkKept = null)
{
    /// <summary>Stands for an <see cref="AmphoeCode"/>: requests whose amphoe is not known.</summary>
    public const string NoAmphoe = FiguresOf.NoAmphoe;
}

/// <summary>Days in Bangkok, both included; an end that is null is open.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct DayRange(DateOnly? From, DateOnly? To)
{
    /// <summary>The moment at which it begins, UTC.</summary>
    public DateTime? Start => From is { } from ? ThaiDates.FromBangkok(from, TimeOnly.MinValue) : null;

    /// <summary>The moment before which it ends, UTC.</summary>
    public DateTime? End => To is { } to ? ThaiDates.FromBangkok(to.AddDays(1), TimeOnly.MinValue) : null;
}

/// <summary>
/// The one query through which the public sees requests: list, page, map, open data and Open311 alike. What is not
/// selected here is not read from the database and cannot be shown by mistake.
/// </summary>
/// <param name="db">The database.</param>
public sealed partial class PublicServiceRequests(AppDb db)
{
    /// <summary>Up to this many are counted; beyond, "more than" is all that is said.</summary>
    public const int CountedExactly = 10_000;

    /// <summary>The newest requests, newest first.</summary>
    public Task<List<PublicServiceRequest>> NewestAsync(int count, CancellationToken cancellationToken) =>
        Shown(NewestFirst(db.ServiceRequests.AsNoTracking()).Take(count)).Select(row => row.Request).ToListAsync(cancellationToken);

    /// <summary>One page of the list, newest first.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="start">Where the page starts; null for the first page.</param>
    /// <param name="size">Requests on a page.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<PublicPage> PageAsync(PublicFilter filter, PageStart? start, int size, CancellationToken cancellationToken)
    {
        // Few are sought by what narrows them; of many the first page is met soon on the way along the order.
        var found = Narrow(Sought(filter), filter);
        var total = filter == new PublicFilter() ? (int?)null : await found.Take(CountedExactly + 1).CountAsync(cancellationToken);
        if (total is null or > CountedExactly)
            found = Narrow(db.RequestsBy(SqliteIndexes.Newest), filter).Holding(db, filter.Text, SearchScope.Public);
        var rows = await RowsAsync(found, start, size, cancellationToken);
        // Fewer newer ones than a page holds: they are the first page, which then is filled up.
        if (start is { IsBackwards: true } && rows.Count <= size)
            (start, rows) = (null, await RowsAsync(found, null, size, cancellationToken));
        var more = rows.Count > size;
        var shown = rows.Take(size).ToList();
        if (start is { IsBackwards: true })
            shown.Reverse();
        // A first page that is not full has counted itself.
        total ??= start is null && !more ? shown.Count : await NewestFirst(found).Take(CountedExactly + 1).CountAsync(cancellationToken);
        return new PublicPage([.. shown.Select(row => row.Request)], total.Value,
            shown is [var first, ..] && start is not null ? new(first.Request.SubmittedAt, first.Id, IsBackwards: true) : null,
            shown is [.., var last] && (more || start is { IsBackwards: true }) ? new(last.Request.SubmittedAt, last.Id, IsBackwards: false) : null);
    }

    /// <summary>A request with its photos and timeline, or null.</summary>
    public Task<PublicServiceRequestStory?> FindAsync(Reference reference, CancellationToken cancellationToken)
    {
        var canonical = reference.ToString();
        return Told(Shown(db.ServiceRequests.AsNoTracking().AsSingleQuery().Where(request => request.Reference == canonical)))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Those of these requests that are there, in no order.</summary>
    public Task<List<PublicServiceRequest>> OfAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Shown(db.ServiceRequests.AsNoTracking().Where(request => ids.Contains(request.Id))).Select(row => row.Request).ToListAsync(cancellationToken);

    /// <summary>Those of these references that are there, in no order.</summary>
    public Task<List<PublicServiceRequest>> OfAsync(IReadOnlyCollection<string> references, CancellationToken cancellationToken) =>
        Shown(db.ServiceRequests.AsNoTracking().Where(request => references.Contains(request.Reference))).Select(row => row.Request).ToListAsync(cancellationToken);

    internal IQueryable<ServiceRequest> Matching(PublicFilter filter) => Narrow(db.ServiceRequests, filter).Matching(db, filter.Text, SearchScope.Public);

    IQueryable<ServiceRequest> Sought(PublicFilter filter) =>
        filter.Text.Length > 0 ? ServiceRequestSearch.Found(db, filter.Text, SearchScope.Public) : db.RequestsBy(SqliteIndexes.Narrowest(filter));

    static IQueryable<ServiceRequest> Narrow(IQueryable<ServiceRequest> requests, PublicFilter filter)
    {
        requests = requests.AsNoTracking();
        if (filter.Status is { States: var states })
            requests = requests.Where(request => states.Contains(request.Status));
        if (filter.TambonCode.Length > 0)
            requests = requests.Where(request => EF.Property<string>(request, DerivedColumns.TambonCode) == filter.TambonCode);
        else if (filter.AmphoeCode.Length > 0)
        {
            var amphoe = filter.AmphoeCode == PublicFilter.NoAmphoe ? "" : filter.AmphoeCode;
            requests = requests.Where(request => EF.Property<string>(request, DerivedColumns.AmphoeCode) == amphoe);
        }

        if (filter.FaultCode.Length > 0)
            requests = requests.Where(request => request.FaultCode == filter.FaultCode);
        if (filter.PoleKey.Length > 0)
            requests = requests.Where(request => EF.Property<string?>(request, DerivedColumns.PoleKey) == filter.PoleKey && request.CheckedAt != null);
        return Between(requests, filter);
    }

    static IQueryable<ServiceRequest> Between(IQueryable<ServiceRequest> requests, PublicFilter filter)
    {
        if (filter.Received.Start is { } receivedFrom)
            requests = requests.Where(request => request.SubmittedAt >= receivedFrom);
        if (filter.Received.End is { } receivedBefore)
            requests = requests.Where(request => request.SubmittedAt < receivedBefore);
        if (filter.Completed.Start is { } completedFrom)
            requests = requests.Where(request => request.CompletedAt >= completedFrom);
        if (filter.Completed.End is { } completedBefore)
            requests = requests.Where(request => request.CompletedAt < completedBefore);
        if (filter.IsWorkKept is { } kept)
            requests = requests.Where(request => EF.Property<bool?>(request, DerivedColumns.IsWorkKept) == kept);
        return requests;
    }

    /// <summary>One more than a page, in the direction of reading, so that it is known whether there are more.</summary>
    Task<List<Row>> RowsAsync(IQueryable<ServiceRequest> found, PageStart? start, int size, CancellationToken cancellationToken)
    {
        // The first comparison alone bounds the walk along the index, which no "or" would.
        var ordered = start switch
        {
            null => NewestFirst(found),
            { IsBackwards: false } => NewestFirst(found.Where(request => request.SubmittedAt <= start.At
                && (request.SubmittedAt < start.At || request.Id < start.Id))),
            _ => found.Where(request => request.SubmittedAt >= start.At
                    && (request.SubmittedAt > start.At || request.Id > start.Id))
                .OrderBy(request => request.SubmittedAt).ThenBy(request => request.Id),
        };
        return Shown(ordered.Take(size + 1)).ToListAsync(cancellationToken);
    }

    static IOrderedQueryable<ServiceRequest> NewestFirst(IQueryable<ServiceRequest> requests) =>
        requests.OrderByDescending(request => request.SubmittedAt).ThenByDescending(request => request.Id);

    /// <summary>The shape itself. An empty text stands for what nobody has checked yet.</summary>
    IQueryable<Row> Shown(IQueryable<ServiceRequest> requests) => requests.Select(request => new Row
    {
        Id = request.Id,
        ChangedAt = EF.Property<DateTime>(request, PublicColumns.ChangedAt),
        ExpectedAt = request.Status == ServiceRequestStatus.Accepted || request.Status == ServiceRequestStatus.InProgress ? request.DueAt : null,
        Request = new PublicServiceRequest
        {
            Reference = request.Reference,
            Status = request.Status,
            FaultCode = request.FaultCode,
            SubmittedAt = request.SubmittedAt,
            CompletedAt = request.CompletedAt,
            UpdatedAt = request.UpdatedAt,
            IsChecked = request.CheckedAt != null,
            Symptom = request.CheckedAt == null ? "" : request.PublicSymptom ?? "",
            Place = new Place(
                request.Place.TambonCode,
                request.CheckedAt == null ? "" : request.Place.Road,
                request.CheckedAt == null ? "" : request.Place.Landmark,
                request.CheckedAt == null ? "" : request.Place.Moo,
                request.CheckedAt == null ? "" : request.Place.PoleNumber,
                request.CheckedAt == null ? null : request.Place.Latitude,
                request.CheckedAt == null ? null : request.Place.Longitude),
            MergedInto = db.ServiceRequests.Where(main => main.Id == request.MergedIntoId)
                .Select(main => main.Reference).FirstOrDefault(),
            MergedIntoStatus = db.ServiceRequests.Where(main => main.Id == request.MergedIntoId)
                .Select(main => (ServiceRequestStatus?)main.Status).FirstOrDefault(),
        },
    });

    IQueryable<PublicServiceRequestStory> Told(IQueryable<Row> rows) => rows.Select(row => new PublicServiceRequestStory(
        row.Request,
        db.Photos.Where(photo => photo.ServiceRequestId == row.Id && photo.IsPublic)
            .OrderBy(photo => photo.At).ThenBy(photo => photo.Key)
            .Select(photo => new PublicPhoto(photo.Key, photo.Kind)).ToList(),
        db.Timeline.Where(entry => entry.ServiceRequestId == row.Id
                // That it was accepted is for everyone; the words that went with it are the requester's.
                && entry.Audience != Audience.Officers && !RequestersOwn.Contains(entry.Kind)
                // What another authority answered is for everyone only when the officer said so.
                && (entry.Kind != TimelineKind.AuthorityAnswered || entry.Audience == Audience.Public))
            .OrderByDescending(entry => entry.Number)
            .Select(entry => new PublicTimelineEntry(
                entry.Kind, entry.At,
                entry.Kind == TimelineKind.Completed || entry.Kind == TimelineKind.AuthorityAnswered ? entry.Text : "")).ToList(),
        db.ServiceRequests.Count(merged => merged.MergedIntoId == row.Id),
        // Joined, not contained: SQLite would else read all followers there are.
        db.ServiceRequests.Where(followed => followed.Id == row.Id || followed.MergedIntoId == row.Id)
            .Join(db.Followers, followed => followed.Id, follower => follower.ServiceRequestId, (_, follower) => follower.Contact).Distinct().Count()));

    static readonly IReadOnlyList<TimelineKind> RequestersOwn = PublicTimeline.RequestersOwn;

    sealed class Row
    {
        public required long Id { get; init; }

        public required PublicServiceRequest Request { get; init; }

        public DateTime ChangedAt { get; init; }

        public DateTime? ExpectedAt { get; init; }
    }
}
