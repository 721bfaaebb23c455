using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Persistence;
using Songthang.Web;

namespace Songthang.Benchmarks;

/// <summary>An empty database of the program, with the program around it but not running.</summary>
sealed class BenchDatabase : IAsyncDisposable
{
    readonly string connectionString;
    readonly bool isPostgres;

    BenchDatabase(WebApplication app, string connectionString, bool isPostgres) =>
        (App, this.connectionString, this.isPostgres) = (app, connectionString, isPostgres);

    public WebApplication App { get; }

    public static async Task<BenchDatabase> CreateAsync(string directory, string name, bool isPostgres)
    {
        var connection = isPostgres
            ? (await PostgresServer.CreateAsync(name)).ConnectionString
            : $"Data Source={Path.Combine(directory, name + ".db")}";
        var app = Songthang.Web.Program.CreateApp(new Startup(directory, "http://127.0.0.1:0", IsDemo: false), builder =>
        {
            builder.Configuration["ConnectionStrings:Songthang"] = connection;
            builder.Configuration["Logging:LogLevel:Default"] = "Warning";
        });
        await using var scope = app.Services.CreateAsyncScope();
        await Database.PrepareAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), CancellationToken.None);
        return new(app, connection, isPostgres);
    }

    /// <summary>A connection of its own, set up as the program sets up its own.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.Database.OpenConnectionAsync();
        return db.Database.GetDbConnection();
    }

    /// <summary>Where a program that was started listens.</summary>
    public static string AddressOf(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (isPostgres)
            await PostgresServer.DropAsync(connectionString);
    }
}
