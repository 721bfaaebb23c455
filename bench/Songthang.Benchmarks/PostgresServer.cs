using Npgsql;

namespace Songthang.Benchmarks;

/// <summary>The PostgreSQL server that SONGTHANG_BENCH_POSTGRES names: databases are made there for a run and dropped after it.</summary>
static class PostgresServer
{
    static string Address => Environment.GetEnvironmentVariable("SONGTHANG_BENCH_POSTGRES")
        ?? throw new InvalidOperationException("SONGTHANG_BENCH_POSTGRES must name the server.");

    /// <summary>Makes an empty database of this process.</summary>
    /// <returns>How to connect to it.</returns>
    public static async Task<NpgsqlConnectionStringBuilder> CreateAsync(string name)
    {
        var database = $"songthang_bench_{Environment.ProcessId}_{name}";
        await RunAsync($"CREATE DATABASE {database}");
        return new(Address) { Database = database };
    }

    public static Task DropAsync(string connectionString) =>
        RunAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Address) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The name is our own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
