using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Tests.Host;

/// <summary>
/// A fresh, migrated database for each program under test: a copy of one that was migrated once. Which kind is
/// chosen by SONGTHANG_TEST_DATABASE, so that the same tests run on both.
/// </summary>
static class TestDatabase
{
    static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    static int counter;

    public static bool IsPostgres => Environment.GetEnvironmentVariable("SONGTHANG_TEST_DATABASE") == "postgres";

    static string Server => Environment.GetEnvironmentVariable("SONGTHANG_TEST_POSTGRES")
        ?? throw new InvalidOperationException("SONGTHANG_TEST_POSTGRES must name the server; ./test.sh sets it.");

    /// <summary>Connection string of a new migrated database.</summary>
    public static async Task<string> CreateAsync(string directory)
    {
        var template = await Template.Value;
        if (!IsPostgres)
        {
            var file = Path.Combine(directory, "songthang.db");
            File.Copy(template, file);
            return $"Data Source={file}";
        }

        var name = NewName();
        // Copied file by file: through the log of the server, as it would be otherwise, takes longer.
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return ConnectionTo(name);
    }

    /// <summary>Connection string of a database that does not exist yet (SQLite) or is empty (PostgreSQL).</summary>
    public static async Task<string> CreateEmptyAsync(string directory)
    {
        if (!IsPostgres)
            return $"Data Source={Path.Combine(directory, "songthang.db")}";
        var name = NewName();
        await ExecuteAsync($"CREATE DATABASE {name}");
        return ConnectionTo(name);
    }

    public static async Task DropAsync(string connectionString)
    {
        if (!IsPostgres)
        {
            SqliteConnection.ClearAllPools();
            return;
        }

        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    static async Task<string> MakeTemplateAsync()
    {
        var directory = Directory.CreateTempSubdirectory("songthang-template-").FullName;
        var connectionString = await CreateEmptyAsync(directory);
        var services = new ServiceCollection().AddDatabase(connectionString).BuildServiceProvider();
        await using (services)
        await using (var scope = services.CreateAsyncScope())
            await Database.PrepareAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), CancellationToken.None);
        if (IsPostgres)
            return new NpgsqlConnectionStringBuilder(connectionString).Database!;
        SqliteConnection.ClearAllPools();
        return Path.Combine(directory, "songthang.db");
    }

    static string NewName() => $"songthang_{Environment.ProcessId}_{Interlocked.Increment(ref counter)}";

    static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 10 }.ConnectionString;

    static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
