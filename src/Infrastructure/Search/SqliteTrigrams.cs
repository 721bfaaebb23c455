using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Search;

/// <summary>
/// SQLite: an FTS5 table with the trigram tokenizer beside <c>service_requests</c>, kept by triggers. Its
/// counterpart is <see cref="PostgresTrigrams"/>; together they are the only place where the databases differ here.
/// </summary>
static class SqliteTrigrams
{
    /// <summary>What the migration runs.</summary>
    public const string Create = """
        CREATE VIRTUAL TABLE service_request_search USING fts5(
            search_text, public_search_text, content = 'service_requests', content_rowid = 'id', tokenize = 'trigram');
        INSERT INTO service_request_search (service_request_search) VALUES ('rebuild');
        CREATE TRIGGER service_request_search_insert AFTER INSERT ON service_requests BEGIN
            INSERT INTO service_request_search (rowid, search_text, public_search_text)
            VALUES (new.id, new.search_text, new.public_search_text);
        END;
        CREATE TRIGGER service_request_search_delete AFTER DELETE ON service_requests BEGIN
            INSERT INTO service_request_search (service_request_search, rowid, search_text, public_search_text)
            VALUES ('delete', old.id, old.search_text, old.public_search_text);
        END;
        CREATE TRIGGER service_request_search_update AFTER UPDATE ON service_requests
        WHEN old.search_text IS NOT new.search_text OR old.public_search_text IS NOT new.public_search_text BEGIN
            INSERT INTO service_request_search (service_request_search, rowid, search_text, public_search_text)
            VALUES ('delete', old.id, old.search_text, old.public_search_text);
            INSERT INTO service_request_search (rowid, search_text, public_search_text)
            VALUES (new.id, new.search_text, new.public_search_text);
        END;
        """;

    /// <summary>What takes it back.</summary>
    public const string Drop = """
        DROP TRIGGER service_request_search_update;
        DROP TRIGGER service_request_search_delete;
        DROP TRIGGER service_request_search_insert;
        DROP TABLE service_request_search;
        """;

    /// <summary>What the migration of the poles runs.</summary>
    public const string CreateForPoles = """
        CREATE VIRTUAL TABLE pole_search USING fts5(search_text, content = 'poles', content_rowid = 'id', tokenize = 'trigram');
        INSERT INTO pole_search (pole_search) VALUES ('rebuild');
        CREATE TRIGGER pole_search_insert AFTER INSERT ON poles BEGIN
            INSERT INTO pole_search (rowid, search_text) VALUES (new.id, new.search_text);
        END;
        CREATE TRIGGER pole_search_delete AFTER DELETE ON poles BEGIN
            INSERT INTO pole_search (pole_search, rowid, search_text) VALUES ('delete', old.id, old.search_text);
        END;
        CREATE TRIGGER pole_search_update AFTER UPDATE ON poles WHEN old.search_text IS NOT new.search_text BEGIN
            INSERT INTO pole_search (pole_search, rowid, search_text) VALUES ('delete', old.id, old.search_text);
            INSERT INTO pole_search (rowid, search_text) VALUES (new.id, new.search_text);
        END;
        """;

    /// <summary>What takes it back.</summary>
    public const string DropForPoles = """
        DROP TRIGGER pole_search_update;
        DROP TRIGGER pole_search_delete;
        DROP TRIGGER pole_search_insert;
        DROP TABLE pole_search;
        """;

    public static IQueryable<ServiceRequest> Matching(
        IQueryable<ServiceRequest> requests, DbContext db, IEnumerable<IReadOnlyList<string>> words, string column)
    {
        var match = Match(db, words, column);
        var found = db.Database.SqlQuery<long>(
            $"SELECT rowid AS \"Value\" FROM service_request_search WHERE service_request_search MATCH {match}");
        return requests.Where(request => found.Contains(request.Id));
    }

    /// <summary>The keys of the newest requests in which the words occur.</summary>
    public static IQueryable<long> Newest(DbContext db, IEnumerable<IReadOnlyList<string>> words, string column, int most)
    {
        var match = Match(db, words, column);
        return db.Database.SqlQuery<long>(
            $"SELECT rowid AS \"Value\" FROM service_request_search WHERE service_request_search MATCH {match} ORDER BY rowid DESC LIMIT {most}");
    }

    /// <summary>All requests in which the words occur. The cross join keeps SQLite from looking the words up anew for each request.</summary>
#pragma warning disable EF1002 // Names of columns, from the model; the words are a parameter.
    public static IQueryable<ServiceRequest> Found(DbContext db, IEnumerable<IReadOnlyList<string>> words, string column) => db.Set<ServiceRequest>().FromSqlRaw($"""
            SELECT {ColumnsOf(db, "r")} FROM service_request_search CROSS JOIN service_requests r ON r.id = service_request_search.rowid
            WHERE service_request_search MATCH @match
            """, new SqliteParameter("@match", Match(db, words, column)));
#pragma warning restore EF1002

    /// <summary>All columns of a request, for a statement of our own: those of its place and requester under the names that the framework expects there.</summary>
    public static string ColumnsOf(DbContext db, string alias) => string.Concat(
        db.Model.FindEntityType(typeof(ServiceRequest))!.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties()
            .Select(property => $"{alias}.{property.GetColumnName()} AS \"{complex.Name}_{property.Name}\", "))) + $"{alias}.*";

    public static IQueryable<Pole> Matching(IQueryable<Pole> poles, DbContext db, IEnumerable<IReadOnlyList<string>> words)
    {
        var match = All(words);
        var found = db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM pole_search WHERE pole_search MATCH {match}");
        return poles.Where(pole => found.Contains(pole.Id));
    }

    static string Match(DbContext db, IEnumerable<IReadOnlyList<string>> words, string column) =>
        $"{db.Model.FindEntityType(typeof(ServiceRequest))!.FindProperty(column)!.GetColumnName()} : ({All(words)})";

    static string All(IEnumerable<IReadOnlyList<string>> words) =>
        string.Join(" AND ", words.Select(word => $"({string.Join(" OR ", word.Select(Quoted))})"));

    /// <summary>A string of FTS5: inside it only the quote itself has a meaning.</summary>
    static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
