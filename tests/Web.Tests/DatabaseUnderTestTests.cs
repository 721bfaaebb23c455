using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests;

public class DatabaseUnderTestTests
{
    [Fact]
    public async Task The_database_that_was_asked_for_answers_and_can_find_parts_of_words()
    {
        // The whole suite runs once for each database; a run must not quietly use the other one.
        var postgres = TestDatabase.IsPostgres;
        await using DbConnection connection = postgres
            ? new NpgsqlConnection(Environment.GetEnvironmentVariable("SONGTHANG_TEST_POSTGRES"))
            : new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = postgres
            ? "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'"
            : "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'trigram'); SELECT count(*) FROM sqlite_master WHERE name = 't'";

        Assert.Equal(1L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
