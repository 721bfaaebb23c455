using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>In which order another program takes the requests.</summary>
public enum HarvestOrder
{
    /// <summary>The newest first, for showing.</summary>
    NewestFirst,

    /// <summary>The oldest first: what comes in meanwhile comes last.</summary>
    OldestFirst,

    /// <summary>By the newest change: what changes meanwhile comes last.</summary>
    ByChange,
}

/// <summary>After which request to go on.</summary>
/// <param name="At">Its time in the order, UTC.</param>
/// <param name="Id">Its key in storage.</param>
public sealed record HarvestStart(DateTime At, long Id);

/// <summary>Positions within so many metres.</summary>
/// <param name="Centre">Around where.</param>
/// <param name="Metres">How far.</param>
public readonly record struct Nearness(Position Centre, double Metres);

/// <summary>What another program asks for; what is null narrows nothing.</summary>
public sealed record HarvestFilter
{
    /// <summary>These references and no others.</summary>
    public IReadOnlyList<string>? References { get; init; }

    /// <summary>Codes of fault types.</summary>
    public IReadOnlyList<string>? FaultCodes { get; init; }

    /// <summary>Where the requests stand.</summary>
    public IReadOnlyList<ServiceRequestStatus>? States { get; init; }

    /// <summary>Received at this time or later, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Received at this time or earlier, UTC.</summary>
    public DateTime? To { get; init; }

    /// <summary>Changed after this moment, UTC.</summary>
    public DateTime? ChangedAfter { get; init; }

    /// <summary>Changed at this moment or earlier, UTC: spans of changes that follow each other share nothing.</summary>
    public DateTime? ChangedUntil { get; init; }

    /// <summary>Within this rectangle, by the coarse position.</summary>
    public BoundingBox? Area { get; init; }

    /// <summary>Near a place, by the coarse position.</summary>
    public Nearness? Near { get; init; }
}

/// <summary>A request as another program takes it.</summary>
/// <param name="Id">Key in storage, to go on from; never shown by itself.</param>
/// <param name="Request">What everyone sees of it.</param>
/// <param name="ChangedAt">When anything that everyone sees of it last changed, UTC; no two are equal.</param>
/// <param name="ExpectedAt">When the repair is due, UTC; null when it is not accepted or over.</param>
/// <param name="Result">What was done; empty when it is not completed.</param>
/// <param name="Photos">Only those that everyone may see, oldest first.</param>
public sealed record HarvestedRequest(
    long Id, PublicServiceRequest Request, DateTime ChangedAt, DateTime? ExpectedAt, string Result, IReadOnlyList<PublicPhoto> Photos);

/// <summary>Of what happened, what another program asks for; what is null narrows nothing.</summary>
public sealed record UpdatesFilter
{
    /// <summary>Happened at this time or later, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Happened at this time or earlier, UTC.</summary>
    public DateTime? To { get; init; }

    /// <summary>Became visible after this moment, UTC.</summary>
    public DateTime? ChangedAfter { get; init; }

    /// <summary>Became visible at this moment or earlier, UTC.</summary>
    public DateTime? ChangedUntil { get; init; }

    /// <summary>Of this request alone.</summary>
    public string? Reference { get; init; }
}

/// <summary>Something that happened to a request, as another program takes it.</summary>
/// <param name="Id">Key in storage, to go on from; never shown by itself.</param>
/// <param name="Reference">The request.</param>
/// <param name="Number">Which of its entries.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ChangedAt">When it became visible, UTC; no two are equal.</param>
/// <param name="To">Where the request stood after it.</param>
/// <param name="Result">What was done, where that is for everyone.</param>
public sealed record HarvestedUpdate(long Id, string Reference, int Number, TimelineKind Kind, DateTime At, DateTime? ChangedAt, ServiceRequestStatus To, string Result);

/// <summary>The requests for programs of others, page by page.</summary>
public sealed partial class PublicServiceRequests
{
    // Mean metres of a degree of latitude (IUGG).
    const double MetresPerDegree = 111_195;

    /// <summary>The next requests in an order.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="order">In which order.</param>
    /// <param name="start">After which one; null from the beginning.</param>
    /// <param name="skip">How many to pass over, for who counts pages; 0 with <paramref name="start"/>.</param>
    /// <param name="size">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<HarvestedRequest>> HarvestAsync(
        HarvestFilter filter, HarvestOrder order, HarvestStart? start, int skip, int size, CancellationToken cancellationToken)
    {
        var found = Near(Within(Matching(filter), filter.Area), filter.Near);
        var ordered = order switch
        {
            HarvestOrder.NewestFirst => NewestFirst(start is null ? found : found.Where(
                request => request.SubmittedAt <= start.At && (request.SubmittedAt < start.At || request.Id < start.Id))),
            HarvestOrder.OldestFirst => (start is null ? found : found.Where(
                    request => request.SubmittedAt >= start.At && (request.SubmittedAt > start.At || request.Id > start.Id)))
                .OrderBy(request => request.SubmittedAt).ThenBy(request => request.Id),
            _ => (start is null ? found : found.Where(request => EF.Property<DateTime>(request, PublicColumns.ChangedAt) >= start.At
                    && (EF.Property<DateTime>(request, PublicColumns.ChangedAt) > start.At || request.Id > start.Id)))
                .OrderBy(request => EF.Property<DateTime>(request, PublicColumns.ChangedAt)).ThenBy(request => request.Id),
        };
        return Taken(Shown(ordered.Skip(skip).Take(size))).ToListAsync(cancellationToken);
    }

    /// <summary>What happened and is for everyone, the oldest first, or what became visible first.</summary>
    /// <param name="filter">Which of it.</param>
    /// <param name="order">By change, or else by the time at which it happened.</param>
    /// <param name="start">After which entry to go on; null from the beginning.</param>
    /// <param name="skip">How many to pass over, for who counts pages; 0 with <paramref name="start"/>.</param>
    /// <param name="size">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<HarvestedUpdate>> UpdatesAsync(
        UpdatesFilter filter, HarvestOrder order, HarvestStart? start, int skip, int size, CancellationToken cancellationToken)
    {
        var told = Happened(filter, order, start)
            .Join(db.ServiceRequests, entry => entry.ServiceRequestId, request => request.Id, (entry, request) => new { entry, request.Reference });
        if (filter.Reference is { } reference)
            told = told.Where(pair => pair.Reference == reference);
        var ordered = order == HarvestOrder.ByChange
            ? told.OrderBy(pair => EF.Property<DateTime?>(pair.entry, PublicColumns.EntryAt)).ThenBy(pair => pair.entry.Id)
            : told.OrderBy(pair => pair.entry.At).ThenBy(pair => pair.entry.Id);
        return ordered.Skip(skip).Take(size)
            .Select(pair => new HarvestedUpdate(pair.entry.Id, pair.Reference, pair.entry.Number, pair.entry.Kind, pair.entry.At,
                EF.Property<DateTime?>(pair.entry, PublicColumns.EntryAt), pair.entry.To,
                pair.entry.Kind == TimelineKind.Completed || pair.entry.Kind == TimelineKind.AuthorityAnswered ? pair.entry.Text : ""))
            .ToListAsync(cancellationToken);
    }

    IQueryable<TimelineEntry> Happened(UpdatesFilter filter, HarvestOrder order, HarvestStart? start)
    {
        var entries = db.Timeline.AsNoTracking().Where(entry => entry.Audience != Audience.Officers && !RequestersOwn.Contains(entry.Kind)
            && (entry.Kind != TimelineKind.AuthorityAnswered || entry.Audience == Audience.Public));
        if (filter.From is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (filter.To is { } to)
            entries = entries.Where(entry => entry.At <= to);
        if (filter.ChangedAfter is { } after)
            entries = entries.Where(entry => EF.Property<DateTime?>(entry, PublicColumns.EntryAt) > after);
        if (filter.ChangedUntil is { } until)
            entries = entries.Where(entry => EF.Property<DateTime?>(entry, PublicColumns.EntryAt) <= until);
        if (start is null)
            return entries;
        // The first comparison alone bounds the walk along the index, which no "or" would.
        return order == HarvestOrder.ByChange
            ? entries.Where(entry => EF.Property<DateTime?>(entry, PublicColumns.EntryAt) >= start.At
                && (EF.Property<DateTime?>(entry, PublicColumns.EntryAt) > start.At || entry.Id > start.Id))
            : entries.Where(entry => entry.At >= start.At && (entry.At > start.At || entry.Id > start.Id));
    }

    IQueryable<ServiceRequest> Matching(HarvestFilter filter)
    {
        var requests = db.ServiceRequests.AsNoTracking();
        if (filter.References is { } references)
            requests = requests.Where(request => references.Contains(request.Reference));
        if (filter.FaultCodes is { } faults)
            requests = requests.Where(request => faults.Contains(request.FaultCode));
        // The open ones have an index of their own.
        if (filter.States is { } states)
        {
            requests = PublicStatus.Open.States.All(states.Contains) && states.All(status => status.IsOpen())
                ? requests.Where(request => EF.Property<int>(request, DerivedColumns.StatusOrder) < PublicColumns.FirstSettled)
                : requests.Where(request => states.Contains(request.Status));
        }

        if (filter.From is { } from)
            requests = requests.Where(request => request.SubmittedAt >= from);
        if (filter.To is { } to)
            requests = requests.Where(request => request.SubmittedAt <= to);
        if (filter.ChangedAfter is { } after)
            requests = requests.Where(request => EF.Property<DateTime>(request, PublicColumns.ChangedAt) > after);
        if (filter.ChangedUntil is { } until)
            requests = requests.Where(request => EF.Property<DateTime>(request, PublicColumns.ChangedAt) <= until);
        return requests;
    }

    static IQueryable<ServiceRequest> Within(IQueryable<ServiceRequest> requests, BoundingBox? area) => area is not { } box ? requests
        : requests.Where(request => EF.Property<double?>(request, PublicColumns.Latitude) >= box.South
            && EF.Property<double?>(request, PublicColumns.Latitude) <= box.North
            && EF.Property<double?>(request, PublicColumns.Longitude) >= box.West
            && EF.Property<double?>(request, PublicColumns.Longitude) <= box.East);

    /// <summary>By plain arithmetic, which both databases know: within a hundred kilometres it is off by less than a lamp's width of the road.</summary>
    static IQueryable<ServiceRequest> Near(IQueryable<ServiceRequest> requests, Nearness? near)
    {
        if (near is not { } place)
            return requests;
        var (latitude, longitude, square) = (place.Centre.Latitude, place.Centre.Longitude, place.Metres * place.Metres);
        var eastwards = MetresPerDegree * Math.Cos(double.DegreesToRadians(latitude));
        return Within(requests, BoundingBox.Around(place.Centre, place.Metres)).Where(request =>
            (EF.Property<double?>(request, PublicColumns.Latitude) - latitude) * MetresPerDegree
            * (EF.Property<double?>(request, PublicColumns.Latitude) - latitude) * MetresPerDegree
            + (EF.Property<double?>(request, PublicColumns.Longitude) - longitude) * eastwards
            * (EF.Property<double?>(request, PublicColumns.Longitude) - longitude) * eastwards <= square);
    }

    IQueryable<HarvestedRequest> Taken(IQueryable<Row> rows) => rows.Select(row => new HarvestedRequest(
        row.Id, row.Request, row.ChangedAt, row.ExpectedAt,
        row.Request.Status != ServiceRequestStatus.Completed ? "" : db.Timeline
            .Where(entry => entry.ServiceRequestId == row.Id && entry.Kind == TimelineKind.Completed)
            .OrderByDescending(entry => entry.Number).Select(entry => entry.Text).FirstOrDefault() ?? "",
        db.Photos.Where(photo => photo.ServiceRequestId == row.Id && photo.IsPublic)
            .OrderBy(photo => photo.At).ThenBy(photo => photo.Key)
            .Select(photo => new PublicPhoto(photo.Key, photo.Kind)).ToList()));
}
