using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Persistence.Sums;
using Songthang.Web;

namespace Songthang.Benchmarks.Map;

/// <summary>
/// A database of the program's own schema, filled in bulk: one request and one pole saved as the program saves them, and all
/// others copies of them with other places. Indexes are made afterwards, all of them, so that the planner has the same choice.
/// </summary>
sealed class MadeDatabase : IAsyncDisposable
{
    const string RequestFields = "reference, submitted_at, status, fault_code, tambon_code, amphoe_code, map_latitude, map_longitude, mapped_as";

    readonly bool isPostgres;
    readonly string connectionString, folder;

    MadeDatabase(bool isPostgres, string connectionString, string folder)
    {
        (this.isPostgres, this.connectionString, this.folder) = (isPostgres, connectionString, folder);
        Services = new ServiceCollection().AddDatabase(connectionString).AddScoped<PublicServiceRequests>().AddScoped<MapQuery>().AddScoped<Poles>().BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public string ConnectionString => connectionString;

    public long SumRows { get; private set; }

    /// <summary>The program around it, not running: nothing works beside what is measured.</summary>
    public WebApplication Around() => Songthang.Web.Program.CreateApp(new Startup(Path.Combine(folder, "data"), "http://127.0.0.1:0", IsDemo: false), builder =>
    {
        builder.Configuration["ConnectionStrings:Songthang"] = connectionString;
        // What it would warn of would stand amid the figures.
        builder.Configuration["Logging:LogLevel:Default"] = "Error";
    });

    /// <param name="isPostgres">PostgreSQL, else SQLite.</param>
    /// <param name="data">What lies in it.</param>
    /// <param name="more">Brings more in, before the indexes are made.</param>
    public static async Task<MadeDatabase> CreateAsync(bool isPostgres, MadeData data, Func<AppDb, Task>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("songthang-bench-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "songthang.db")}";
        if (isPostgres)
        {
            var server = await PostgresServer.CreateAsync(data.Requests.Count.ToString(CultureInfo.InvariantCulture));
            server.CommandTimeout = 1800;
            connection = server.ConnectionString;
        }

        var made = new MadeDatabase(isPostgres, connection, folder);
        await using var scope = made.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await Database.PrepareAsync(db, CancellationToken.None);
        db.Database.SetCommandTimeout(1800);
        await made.FillAsync(db, data, more);
        return made;
    }

    async Task FillAsync(AppDb db, MadeData data, Func<AppDb, Task>? more)
    {
        var now = new DateTime(2023, 11, 1, 3, 0, 0, DateTimeKind.Utc);
        var officer = Actor.Officer(1, "Bench");
        var first = ServiceRequest.Submit(
            new("66-00001-0", "first", "lamp_out", "ไฟดับ", null, new Place("140101", "ถนนทดสอบ", "", "3", "", 14.35, 100.56),
                new Requester("ทดสอบ ใจดี", "0812345678", "", ToldBy.OwnPage, "th"), IntakeChannel.Web, []), FaultTypes.Shipped, Actor.Requester, now);
        first.CheckDetails("ไฟดับหน้าบ้าน", [], false, officer, now);
        db.ServiceRequests.Add(first);
        db.Poles.Add(Pole.Register(PoleCode.Create(PoleCode.GreatestNumber), new PoleFacts("", Position.Create(14.35, 100.56), "ถนนทดสอบ"), "140101", officer, now));
        await db.SaveChangesAsync();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var indexes = await TakeIndexesAsync(db);
        await SaveAsync(db, "DELETE FROM map_sums");
        await SaveAsync(db, isPostgres
            ? "CREATE TEMP TABLE made (reference text, submitted_at timestamptz, status text, fault_code text, tambon_code text, amphoe_code text, map_latitude int, map_longitude int, mapped_as text)"
            : "CREATE TEMP TABLE made (reference TEXT, submitted_at TEXT, status TEXT, fault_code TEXT, tambon_code TEXT, amphoe_code TEXT, map_latitude INTEGER, map_longitude INTEGER, mapped_as TEXT)");
        await BringAsync(connection, "made", RequestFields, data.Requests.Select(MadeData.Fields));
        var given = RequestFields.Split(", ").Concat(["id", "secret", "place_tambon_code", "public_latitude", "public_longitude", "counted_as"]).ToHashSet(StringComparer.Ordinal);
        var rest = string.Join(", ", Columns<ServiceRequest>(db).Except(given));
        await SaveAsync(db, $"""
            INSERT INTO service_requests ({RequestFields}, secret, place_tambon_code, public_latitude, public_longitude, counted_as, {rest})
            SELECT m.reference, m.submitted_at, m.status, m.fault_code, m.tambon_code, m.amphoe_code, m.map_latitude, m.map_longitude, m.mapped_as,
                m.reference, m.tambon_code, m.map_latitude / 10000.0, m.map_longitude / 10000.0, '', {string.Join(", ", Columns<ServiceRequest>(db).Except(given).Select(column => "t." + column))}
            FROM made m CROSS JOIN (SELECT * FROM service_requests) t
            """);
        var sums = new MapChanges();
        foreach (var request in data.Requests)
            sums.Add(request.Reference.Key, null, request.Tally);
        await BringAsync(connection, "map_sums", "zoom, fault_code, cell_row, cell_column, tambon_code, status_order, count, latitudes, longitudes, reference_keys, is_fresh",
            sums.Cells.Select(sum => MadeData.Fields(sum).Append(isPostgres ? "f" : "0").ToArray()));
        await PolesAsync(db, connection, data);
        if (more is not null)
            await more(db);
        foreach (var index in indexes)
            await SaveAsync(db, index);
        // The program never asks SQLite for statistics: the planner is to know as little here.
        if (isPostgres)
            await SaveAsync(db, "ANALYZE");
        SumRows = await db.MapSums.LongCountAsync();
    }

    async Task PolesAsync(AppDb db, DbConnection connection, MadeData data)
    {
        await SaveAsync(db, isPostgres
            ? "CREATE TEMP TABLE stood (code_number int, latitude double precision, longitude double precision, tambon_code text)"
            : "CREATE TEMP TABLE stood (code_number INTEGER, latitude REAL, longitude REAL, tambon_code TEXT)");
        await BringAsync(connection, "stood", "code_number, latitude, longitude, tambon_code", data.Poles.Select((pole, at) => MadeData.Fields(pole, at + 1)));
        string[] given = ["code_number", "latitude", "longitude", "tambon_code", "id"];
        var rest = Columns<Pole>(db).Except(given).ToList();
        await SaveAsync(db, $"""
            INSERT INTO poles (code_number, latitude, longitude, tambon_code, {string.Join(", ", rest)})
            SELECT s.code_number, s.latitude, s.longitude, s.tambon_code, {string.Join(", ", rest.Select(column => "t." + column))}
            FROM stood s CROSS JOIN (SELECT * FROM poles) t
            """);
    }

    /// <summary>Takes the indexes away and tells how to make them again; those of the word search stay away, nothing here looks for words.</summary>
    async Task<List<string>> TakeIndexesAsync(AppDb db)
    {
        var sql = isPostgres
            ? """SELECT indexname || '~' || indexdef AS "Value" FROM pg_indexes WHERE tablename IN ('service_requests', 'poles', 'map_sums', 'timeline_entries') AND indexname NOT LIKE 'pk_%'"""
            : """SELECT name || '~' || sql AS "Value" FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('service_requests', 'poles', 'map_sums', 'timeline_entries')""";
        var indexes = (await db.Database.SqlQueryRaw<string>(sql).ToListAsync()).ConvertAll(line => line.Split('~', 2));
        if (!isPostgres)
        {
            foreach (var trigger in await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").ToListAsync())
                await SaveAsync(db, $"DROP TRIGGER {trigger}");
        }

        foreach (var index in indexes)
            await SaveAsync(db, $"DROP INDEX {index[0]}");
        return [.. indexes.Select(index => index[1]).Where(made => !made.Contains("gin_trgm_ops", StringComparison.Ordinal))];
    }

    /// <summary>Rows in bulk, the same fields for both databases.</summary>
    public static async Task BringAsync(DbConnection connection, string table, string columns, IEnumerable<string[]> lines)
    {
        if (connection is NpgsqlConnection postgres)
        {
            await using var writer = await postgres.BeginTextImportAsync($"COPY {table} ({columns}) FROM STDIN");
            foreach (var line in lines)
                await writer.WriteLineAsync(string.Join('\t', line));
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        var names = columns.Split(", ");
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", names.Select((_, at) => $"@p{at}"))})";
        var parameters = names.Select((_, at) => new SqliteParameter($"@p{at}", "")).ToList();
        command.Parameters.AddRange(parameters.ToArray());
        foreach (var line in lines)
        {
            for (var at = 0; at < line.Length; at++)
                parameters[at].Value = (object?)line[at] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    // Names of columns and numbers, from here alone.
    static Task SaveAsync(AppDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql);

    /// <summary>The columns of a table.</summary>
    public static IEnumerable<string> Columns<T>(AppDb db) => db.Model.FindEntityType(typeof(T))!.GetFlattenedProperties().Select(property => property.GetColumnName());

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (isPostgres)
            await PostgresServer.DropAsync(connectionString);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
