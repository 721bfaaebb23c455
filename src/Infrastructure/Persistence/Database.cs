using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Sums;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence;

/// <summary>The database cannot be used; the message says why and what to do, for the person who starts the program.</summary>
public sealed class DatabaseUnusable(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Chooses the database by its connection string and brings its schema up to date at the start.</summary>
public static class Database
{
    /// <summary>Whether a connection string means PostgreSQL; otherwise it means a SQLite file.</summary>
    public static bool IsPostgres(string connectionString)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return parts.ContainsKey("Host") || parts.ContainsKey("Server");
    }

    /// <summary>
    /// The PostgreSQL server on another machine to which a connection string would send everything unencrypted, or unencrypted when that
    /// server wants it so; null when there is none.
    /// </summary>
    public static string? InClearTo(string connectionString) => IsPostgres(connectionString) ? PostgresServers.InClearTo(connectionString) : null;

    /// <summary>Registers <see cref="AppDb"/> for the database that the connection string names.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(ReferenceData.Province);
        services.AddSingleton<DerivedColumns>();
        services.AddSettings();
        services.TryAddScoped<AuditLog>();
        services.TryAddSingleton(LinkSeal.None);
        services.AddScoped<SettingsStore>();
        services.AddSingleton<CurrentBoundaries>();
        services.AddSingleton<CurrentRoads>();
        services.AddSingleton<TambonFinder>();
        services.AddScoped<BoundaryStore>();
        services.AddScoped<RoadStore>();
        services.AddScoped<RenewDerivedColumns>();
        services.AddScoped<RemovePersonalData>();
        services.AddScoped<FoldSums>();
        services.AddScoped<DutyOfficer>();
        if (IsPostgres(connectionString))
        {
            // One data source holds the pool; it is disposed with the program.
            services.AddSingleton(_ => PostgresServers.Open(connectionString));
            services.AddDbContext<AppDb, PostgresAppDb>((provider, options) => options
                .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
                .ReplaceService<IModelCacheKeyFactory, SealedModels>()
                .AddInterceptors(StandbyWaits.Instance)
                .ConfigureWarnings(AllowBoundedCounts));
        }
        else
        {
            services.AddSingleton<SqliteWriter>();
            services.AddDbContext<AppDb, SqliteAppDb>(options => options
                .UseSqlite(SqliteFile.Complete(connectionString))
                .ReplaceService<IModelCacheKeyFactory, SealedModels>()
                .AddInterceptors(SqliteFile.Pragmas, SqliteFile.Refusals)
                .ConfigureWarnings(AllowBoundedCounts));
        }

        return services;
    }

    /// <summary>Counting to a bound needs no order, and asking for one would cost it its index.</summary>
    static void AllowBoundedCounts(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning);

    /// <summary>Reads how objects lie in tables, once for the process; the database itself is not asked.</summary>
    public static void ReadTables(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        _ = scope.ServiceProvider.GetRequiredService<AppDb>().Model;
    }

    /// <summary>Creates the database if it is missing and applies the migrations it lacks.</summary>
    /// <exception cref="DatabaseUnusable">It is unreadable, newer than this program, or the disk is full; nothing was changed.</exception>
    public static async Task PrepareAsync(AppDb db, CancellationToken cancellationToken)
    {
        try
        {
            if (db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
                await SqliteFile.CheckAsync(db, cancellationToken);
            var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).ToList();
            if (unknown.Count > 0)
            {
                throw new DatabaseUnusable(
                    $"The database was made by a newer version of Songthang (it has {string.Join(", ", unknown)}). "
                    + "Start that version, or restore a backup. Nothing was changed.");
            }

            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                await db.Database.MigrateAsync(cancellationToken);
            await db.RenewPoleKeysAsync(cancellationToken);
            await db.SealOldLinksAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is DbException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new DatabaseUnusable($"The database cannot be used: {Explain(problem)} ({problem.Message})", problem);
        }
    }

    static string Explain(Exception problem) => problem switch
    {
        Microsoft.Data.Sqlite.SqliteException sqlite => SqliteFile.Explain(sqlite),
        PostgresException { SqlState: "28P01" or "28000" } => "the user name or password in the connection string is wrong.",
        PostgresException { SqlState: "3D000" } => "it does not exist on the server; create it first.",
        PostgresException { SqlState: "42501" or "0A000" or "58P01" } lacks when lacks.MessageText.Contains("pg_trgm", StringComparison.Ordinal) =>
            "the search needs the extension pg_trgm; ask the server's administrator to install it (package postgresql-contrib) "
            + "and to run CREATE EXTENSION pg_trgm in this database.",
        PostgresException { SqlState: "42501" } => "the user may not change it; make the user its owner.",
        PostgresException { SqlState: "53100" } => "the server's disk is full.",
        NpgsqlException => "the server does not answer; is it running, and are host and port right?",
        UnauthorizedAccessException => "no permission to its folder.",
        InvalidDataException => "a key that belongs to it is broken.",
        _ => "see the reason.",
    };

    /// <summary>Whether an exception means that the disk is full, on either database.</summary>
    public static bool IsDiskFull(Exception exception) => exception switch
    {
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 13 } => true,
        PostgresException { SqlState: "53100" } => true,
        IOException { HResult: 28 } => true,
        { InnerException: { } inner } => IsDiskFull(inner),
        _ => false,
    };
}
