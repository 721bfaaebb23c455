using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Search;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>By what a person is looked for: exactly one of them is not empty.</summary>
/// <param name="Reference">Of a report.</param>
/// <param name="Phone">Digits.</param>
/// <param name="Email">In lower case.</param>
public sealed record PersonSought(string Reference, string Phone, string Email)
{
    /// <summary>As typed; null when it is none of the three.</summary>
    public static PersonSought? Read(string? typed)
    {
        if (Domain.ServiceRequests.Reference.TryParse(typed, out var reference))
            return new(reference.ToString(), "", "");
        if (EmailAddress.TryParse(typed, out var email))
            return new("", "", email.Address.ToLowerInvariant());
        return PhoneNumber.TryParse(typed, out var phone) ? new("", phone.Digits, "") : null;
    }
}

/// <summary>What is held about a person.</summary>
/// <param name="Requests">The reports with all that belongs to them, newest first.</param>
/// <param name="HasMore">There are more than are shown.</param>
/// <param name="Comments">What was remarked on repairs, by request.</param>
/// <param name="Partners">What partners' programs said of the person, by request.</param>
/// <param name="Following">Reports of others that the person follows.</param>
/// <param name="Waiting">Forms that no officer has taken in, as they were sent.</param>
public sealed record PersonHeld(
    IReadOnlyList<ServiceRequest> Requests, bool HasMore, ILookup<long, string> Comments, IReadOnlyDictionary<long, PartnerReport> Partners,
    IReadOnlyList<FollowerHeld> Following, IReadOnlyList<HeldReport> Waiting);

/// <summary>Somebody follows a report of others.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Reference">Of that report.</param>
/// <param name="Email">Address; may be empty.</param>
/// <param name="Phone">Digits; may be empty.</param>
/// <param name="Since">UTC.</param>
public sealed record FollowerHeld(long Id, string Reference, string Email, string Phone, DateTime Since);

/// <summary>Finds all that is held about a person.</summary>
/// <param name="db">The database.</param>
public sealed class HeldData(AppDb db)
{
    /// <summary>So many reports are shown: nobody has made more, and a program that has is no person.</summary>
    public const int Most = 50;

    // Others may have named the number in their words.
    const int Candidates = 500;

    /// <summary>What is held.</summary>
    public async Task<PersonHeld> FindAsync(PersonSought sought, CancellationToken cancellationToken)
    {
        var found = await FindIdsAsync(sought, cancellationToken);
        var requests = await AppDb.Whole(db.ServiceRequests.AsNoTracking().Where(request => found.Contains(request.Id)))
            .OrderByDescending(request => request.Id).ToListAsync(cancellationToken);
        var shown = requests.Take(Most).ToList();
        var ids = shown.ConvertAll(request => request.Id);
        var comments = await db.Evaluations.AsNoTracking().Where(it => ids.Contains(it.ServiceRequestId) && it.Comment != "")
            .Select(it => new { it.ServiceRequestId, it.Comment }).ToListAsync(cancellationToken);
        var partners = await db.PartnerReports.AsNoTracking().Where(it => ids.Contains(it.ServiceRequestId))
            .ToDictionaryAsync(it => it.ServiceRequestId, cancellationToken);
        return new(shown, requests.Count > Most, comments.ToLookup(it => it.ServiceRequestId, it => it.Comment), partners,
            await FollowingAsync(sought, cancellationToken), await WaitingAsync(sought, cancellationToken));
    }

    /// <summary>The index of the search narrows it down; then the whole is compared, an address however it was written.</summary>
    async Task<List<long>> FindIdsAsync(PersonSought sought, CancellationToken cancellationToken)
    {
        var all = db.ServiceRequests.AsNoTracking();
        var near = sought.Reference.Length > 0
            ? all.Where(request => request.Reference == sought.Reference)
            : all.Matching(db, sought.Phone.Length > 0 ? sought.Phone : sought.Email, SearchScope.Officers);
        var people = await near.OrderByDescending(request => request.Id).Take(Candidates)
            .Select(request => new { request.Id, request.Requester.Phone, request.Requester.Email }).ToListAsync(cancellationToken);
        return [.. people.Where(it => sought.Reference.Length > 0 || (sought.Phone.Length > 0
                ? it.Phone == sought.Phone : string.Equals(it.Email, sought.Email, StringComparison.OrdinalIgnoreCase)))
            .Select(it => it.Id).Take(Most + 1)];
    }

    async Task<List<HeldReport>> WaitingAsync(PersonSought sought, CancellationToken cancellationToken) => sought.Reference.Length > 0
        ? []
        : await db.HeldReports.AsNoTracking()
            .Where(it => it.Report != "" && (sought.Phone != "" ? it.Phone == sought.Phone : it.Email == sought.Email))
            .OrderByDescending(it => it.Id).Take(Most).ToListAsync(cancellationToken);

    async Task<List<FollowerHeld>> FollowingAsync(PersonSought sought, CancellationToken cancellationToken) => sought.Reference.Length > 0
        ? []
        : await db.Followers.AsNoTracking()
            .Where(it => sought.Phone != "" ? it.Phone == sought.Phone : it.Contact == sought.Email)
            .OrderByDescending(it => it.Id).Take(Most)
            .Select(it => new FollowerHeld(
                it.Id, db.ServiceRequests.Where(request => request.Id == it.ServiceRequestId).Select(request => request.Reference).First(), it.Email, it.Phone, it.Since))
            .ToListAsync(cancellationToken);
}
