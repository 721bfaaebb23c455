using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// Removes what may tell of a person from a closed request and from everything that stands beside it. May be repeated and may run beside
/// everything else, also in several processes: whoever comes second finds nothing more to remove.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="audit">Says that it was done, never what it was.</param>
public sealed class RemovePersonalData(AppDb db, AuditLog audit)
{
    static readonly List<ServiceRequestStatus> Open = [.. Enum.GetValues<ServiceRequestStatus>().Where(status => status.IsOpen())];

    /// <summary>
    /// The requests that were closed no later and still hold data, the oldest first. One that was merged waits for its main request, of
    /// which its requester hears.
    /// </summary>
    /// <param name="closedBy">UTC.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<string>> FindDueAsync(DateTime closedBy, int count, CancellationToken cancellationToken) => db.ServiceRequests.AsNoTracking()
        .Where(request => EF.Property<DateTime?>(request, DerivedColumns.PersonHeldSince) <= closedBy
            && !db.ServiceRequests.Any(main => main.Id == request.MergedIntoId
                && (Open.Contains(main.Status) || EF.Property<DateTime?>(main, DerivedColumns.PersonHeldSince) > closedBy)))
        .OrderBy(request => EF.Property<DateTime?>(request, DerivedColumns.PersonHeldSince)).ThenBy(request => request.Id)
        .Select(request => request.Reference).Take(count).ToListAsync(cancellationToken);

    /// <summary>Removes the data of one request, if it is closed.</summary>
    /// <param name="reference">As people know it.</param>
    /// <param name="by">The program when the time is over, else the officer whom the person concerned asked.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task RunAsync(string reference, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.TryToActAsync(reference, async request =>
        {
            if (request.Status.IsOpen())
                return false;
            if (!request.MayTellOfPerson)
                return Renewed(request);
            db.RemoveRange(request.Documents.ToList());
            request.RemovePersonalData(by, now);
            await RemoveBesideAsync(request, cancellationToken);
            audit.Add(AuditAction.PersonalDataRemoved, by, now, AuditSubject.Request(request.Reference));
            var (aged, asked) = by.Kind == ActorKind.System ? (1, 0) : (0, 1);
            await CountAsync(now, aged, 0, asked, cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>The requests that were closed no later and still hold photos of people, the oldest first.</summary>
    /// <param name="closedBy">UTC.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<string>> FindPhotosDueAsync(DateTime closedBy, int count, CancellationToken cancellationToken) => db.ServiceRequests.AsNoTracking()
        .Where(request => EF.Property<DateTime?>(request, DerivedColumns.PhotosHeldSince) <= closedBy)
        .OrderBy(request => EF.Property<DateTime?>(request, DerivedColumns.PhotosHeldSince)).ThenBy(request => request.Id)
        .Select(request => request.Reference).Take(count).ToListAsync(cancellationToken);

    /// <summary>Removes the photos of people of one request, if it is closed; the sweep deletes the files that nothing refers to any more.</summary>
    /// <param name="reference">As people know it.</param>
    /// <param name="by">The program, or the officer whom the person concerned asked.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task RemovePhotosAsync(string reference, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.TryToActAsync(reference, async request =>
        {
            if (request.Status.IsOpen())
                return false;
            var photos = request.PhotosOfPeople.ToList();
            if (photos.Count == 0)
                return Renewed(request);
            db.RemoveRange(photos);
            request.RemovePhotosOfPeople();
            audit.Add(AuditAction.PhotosRemoved, by, now, AuditSubject.Request(request.Reference));
            await CountAsync(now, 0, photos.Count, 0, cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>Removes who asked for something of the own data, from what was answered no later; that and how it was answered stays.</summary>
    /// <param name="closedBy">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task ForgetWhoAskedAsync(DateTime closedBy, CancellationToken cancellationToken) => db.DataSubjectRequests
        .Where(it => it.ClosedAt <= closedBy && it.Contact != "")
        .ExecuteUpdateAsync(set => set.SetProperty(it => it.Name, "").SetProperty(it => it.Contact, "")
            .SetProperty(it => it.Words, "").SetProperty(it => it.Answer, ""), cancellationToken);

    /// <summary>Found by a column that says more than there is: saving brings it up to date.</summary>
    bool Renewed(ServiceRequest request) => db.Entry(request).Property(DerivedColumns.DerivedFrom).IsModified = true;

    async Task RemoveBesideAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        var (id, reference) = (request.Id, request.Reference);
        await db.Followers.Where(it => it.ServiceRequestId == id).ExecuteDeleteAsync(cancellationToken);
        await db.PartnerReports.Where(it => it.ServiceRequestId == id).ExecuteDeleteAsync(cancellationToken);
        await db.LetterDrafts.Where(it => it.ServiceRequestId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Outbox.Where(it => it.ServiceRequestId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Evaluations.Where(it => it.ServiceRequestId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.Comment, "").SetProperty(it => it.AskAgainAt, (DateTime?)null), cancellationToken);
        // What was repaired everyone may read; why not is what officers and crew told each other.
        var orders = await db.WorkOrderItems.Where(it => it.ServiceRequestId == id).Select(it => it.WorkOrderId).ToListAsync(cancellationToken);
        await db.WorkOrderItems.Where(it => it.ServiceRequestId == id && it.Outcome != ItemOutcome.Repaired)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.Text, ""), cancellationToken);
        await db.Set<WorkOrderEntry>().Where(it => orders.Contains(it.WorkOrderId) && it.Reference == reference && it.Kind != WorkOrderEvent.Repaired)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.Text, ""), cancellationToken);
    }

    Task<int> CountAsync(DateTime now, int requests, int photos, int erased, CancellationToken cancellationToken)
    {
        var today = ThaiDates.BangkokDate(now);
        return db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO removal_days (day, requests, photos, erased) VALUES ({today}, {requests}, {photos}, {erased})
             ON CONFLICT (day) DO UPDATE SET requests = removal_days.requests + excluded.requests,
               photos = removal_days.photos + excluded.photos, erased = removal_days.erased + excluded.erased
             """, cancellationToken);
    }
}
