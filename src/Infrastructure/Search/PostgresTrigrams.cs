using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Search;

/// <summary>
/// PostgreSQL: GIN indexes of the extension pg_trgm, which serve LIKE. Its counterpart is
/// <see cref="SqliteTrigrams"/>; together they are the only place where the databases differ here.
/// </summary>
static class PostgresTrigrams
{
    /// <summary>What the migration runs. Thai letters make trigrams only under a UTF-8 locale (also C.UTF-8), not under C.</summary>
    public const string Create = """
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX ix_service_requests_search_text ON service_requests USING gin (search_text gin_trgm_ops);
        CREATE INDEX ix_service_requests_public_search_text ON service_requests USING gin (public_search_text gin_trgm_ops);
        """;

    /// <summary>What takes it back; the extension stays, others may use it.</summary>
    public const string Drop = """
        DROP INDEX ix_service_requests_public_search_text;
        DROP INDEX ix_service_requests_search_text;
        """;

    /// <summary>What the migration of the poles runs.</summary>
    public const string CreateForPoles = "CREATE INDEX ix_poles_search_text ON poles USING gin (search_text gin_trgm_ops);";

    /// <summary>What takes it back.</summary>
    public const string DropForPoles = "DROP INDEX ix_poles_search_text;";

    public static IQueryable<ServiceRequest> Matching(
        IQueryable<ServiceRequest> requests, IEnumerable<IReadOnlyList<string>> words, string column) =>
        words.Aggregate(requests, (found, word) => found.Where(ServiceRequestSearch.Holds(word, column)));
}
