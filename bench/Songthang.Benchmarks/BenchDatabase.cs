using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Songthang.Infrastructure.Persistence;
using Songthang.Web;

namespace Songthang.Benchmarks;

/// <summary>An empty database of the program, with the program around it but not running.</summary>
sealed class BenchDatabase : IAsyncDisposable
{
    readonly string? postgresName;

    BenchDatabase(WebApplication app, string? postgresName) => (App, this.postgresName) = (app, postgresName);

    public WebApplication App { get; }

    public static async Task<BenchDatabase> CreateAsync(string directory, string name, bool isPostgres)
    {
        var postgresName = isPostgres ? $"songthang_bench_{Environment.ProcessId}_{name}" : null;
        if (postgresName is not null)
            await OnServerAsync($"CREATE DATABASE {postgresName}");
        var connection = postgresName is null
            ? $"Data Source={Path.Combine(directory, name + ".db")}"
            : new NpgsqlConnectionStringBuilder(Server) { Database = postgresName }.ConnectionString;
        var app = Songthang.Web.Program.CreateApp(new Startup(directory, "http://127.0.0.1:0", IsDemo: false), builder =>
        {
            builder.Configuration["ConnectionStrings:Songthang"] = connection;
            builder.Configuration["Logging:LogLevel:Default"] = "Warning";
        });
        await using var scope = app.Services.CreateAsyncScope();
        await Database.PrepareAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), CancellationToken.None);
        return new(app, postgresName);
    }

    /// <summary>A connection of its own, set up as the program sets up its own.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.Database.OpenConnectionAsync();
        return db.Database.GetDbConnection();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (postgresName is not null)
            await OnServerAsync($"DROP DATABASE IF EXISTS {postgresName} WITH (FORCE)");
    }

    static string Server => Environment.GetEnvironmentVariable("SONGTHANG_BENCH_POSTGRES")
        ?? throw new InvalidOperationException("SONGTHANG_BENCH_POSTGRES must name the server.");

    static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The name is our own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
