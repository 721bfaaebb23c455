using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Search;

/// <summary>Finds requests by parts of words, as Thai needs it: there is no space between words to cut at.</summary>
public static class ServiceRequestSearch
{
    /// <summary>
    /// How many requests are looked through, the newest of those that the other words leave, when words are too short for the index: enough for
    /// some months, and the same work however large the table becomes.
    /// </summary>
    public const int Window = 5000;

    /// <summary>
    /// Only the requests in which all words occur. Nothing typed, or nothing visible, leaves them as they are.
    /// </summary>
    /// <param name="requests">What is searched, filtered or not.</param>
    /// <param name="db">The database of <paramref name="requests"/>.</param>
    /// <param name="words">As typed; <c>%</c>, <c>_</c>, quotes and operators stand for themselves.</param>
    /// <param name="scope">Which text may be searched.</param>
    public static IQueryable<ServiceRequest> Matching(
        this IQueryable<ServiceRequest> requests, DbContext db, string? words, SearchScope scope)
    {
        var search = SearchWords.Read(words);
        if (search.ExactReference is { } reference)
            return requests.Where(request => request.Reference == reference);
        if (search.IsEmpty)
            return requests;

        var column = scope.Property();
        var indexed = search.All.Where(word => SearchWords.IsLong(word[0])).ToList();
        var isSqlite = IsSqlite(db);
        if (indexed.Count == search.All.Count)
            return isSqlite ? SqliteTrigrams.Matching(requests, db, indexed, column) : PostgresTrigrams.Matching(requests, indexed, column);
        var newest = (indexed.Count, isSqlite) switch
        {
            (0, _) => db.Set<ServiceRequest>().OrderByDescending(request => request.SubmittedAt).ThenByDescending(request => request.Id).Take(Window).Select(request => request.Id),
            (_, true) => SqliteTrigrams.Newest(db, indexed, column, Window),
            _ => PostgresTrigrams.Matching(db.Set<ServiceRequest>(), indexed, column).OrderByDescending(request => request.Id).Take(Window).Select(request => request.Id),
        };
        requests = requests.Where(request => newest.Contains(request.Id));
        return search.All.Except(indexed).Aggregate(requests, (found, word) => found.Where(Holds(word, column)));
    }

    /// <summary>
    /// The same of all requests, one after the other as the index of words finds them: whoever wants no more than some gets them without the rest
    /// being looked up.
    /// </summary>
    public static IQueryable<ServiceRequest> Found(DbContext db, string? words, SearchScope scope) =>
        IsSqlite(db) && SearchWords.Read(words) is { IsIndexed: true } search
            ? SqliteTrigrams.Found(db, search.All, scope.Property())
            : db.Set<ServiceRequest>().Matching(db, words, scope);

    /// <summary>
    /// The same by looking at each text: for requests that are read in an order anyway, and words that are in many. PostgreSQL weighs the index of
    /// words against the order by itself.
    /// </summary>
    public static IQueryable<ServiceRequest> Holding(this IQueryable<ServiceRequest> requests, DbContext db, string? words, SearchScope scope) =>
        IsSqlite(db) && SearchWords.Read(words) is { IsIndexed: true } search
            ? search.All.Aggregate(requests, (found, word) => found.Where(Holds(word, scope.Property())))
            : requests.Matching(db, words, scope);

    static bool IsSqlite(DbContext db) => db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>Whether one of the spellings occurs, by looking at the text.</summary>
    internal static Expression<Func<ServiceRequest, bool>> Holds(IReadOnlyList<string> spellings, string column)
    {
        var request = Expression.Parameter(typeof(ServiceRequest), "request");
        var any = spellings.Select(spelling => Rebound(One(spelling, column), request)).Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<ServiceRequest, bool>>(any, request);
    }

    // Contains becomes a parameter with its wildcards escaped (PostgreSQL) or no pattern at all (SQLite).
    static Expression<Func<ServiceRequest, bool>> One(string spelling, string column) =>
        request => EF.Property<string>(request, column).Contains(spelling);

    static Expression Rebound(Expression<Func<ServiceRequest, bool>> one, ParameterExpression request) =>
        new Rebinding(one.Parameters[0], request).Visit(one.Body);

    sealed class Rebinding(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
