using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.PoleFiles;
using Songthang.Web;
using Songthang.Web.Features.PoleImporting;

namespace Songthang.Benchmarks;

/// <summary>
/// How long an import of many poles takes, and how many times as long as inserting the same rows into the same tables with
/// nothing but a prepared statement: the second number says what the program adds, whatever the machine.
/// PostgreSQL is the server that <c>SONGTHANG_BENCH_POSTGRES</c> names; two databases are made there and dropped again.
/// </summary>
static class ImportingPoles
{
    const int PerRoad = 200;

    static readonly string[] Tables = ["poles", "pole_entries"];

    public static async Task<int> RunAsync(string[] args)
    {
        var rows = int.Parse(args.Option("--rows") ?? "100000", NumberStyles.None, CultureInfo.InvariantCulture);
        var isPostgres = args.Option("--database") == "postgres";
        var directory = Directory.CreateTempSubdirectory("songthang-bench-").FullName;
        try
        {
            var file = Path.Combine(directory, "poles.csv");
            await File.WriteAllTextAsync(file, Table(rows), Encoding.UTF8);
            await using var imported = await BenchDatabase.CreateAsync(directory, "imported", isPostgres);
            await using var bare = await BenchDatabase.CreateAsync(directory, "bare", isPostgres);
            var seconds = await ImportAsync(imported, file, rows);
            var loop = await CopyAsync(imported, bare);
            Console.WriteLine($"The same rows, each with a prepared insert, one transaction: {loop:0.0} s");
            Console.WriteLine($"Ratio: {seconds / loop:0.00}");
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    static string Table(int rows)
    {
        var text = new StringBuilder("number,latitude,longitude,road,side,luminaire,lamp,power_w,cabinet,circuit,installed_on,warranty_until\n");
        for (var i = 0; i < rows; i++)
        {
            var (north, east) = (14.2 + i / 500 * 0.0005, 100.45 + i % 500 * 0.0002);
            text.Append(CultureInfo.InvariantCulture,
                $"อบจ.อย. {i / PerRoad + 1:0000}-{i % PerRoad + 1:000},{north:0.######},{east:0.######},ถนนสาย {i / PerRoad + 1},Left,โคมกิ่งเดี่ยว,led,120,ตู้ {i / 400},C{i % 4},2021-01-31,2027-01-31\n");
        }

        return text.ToString();
    }

    static async Task<double> ImportAsync(BenchDatabase database, string file, int rows)
    {
        var look = PoleFile.Look(file);
        var reading = new PoleReading(look.Letters, PoleMapping.Guess(look.Columns), Updates: false);
        var check = await TimedAsync(onlyCheck: true);
        Console.WriteLine($"Dry run of {rows} rows: {check.Seconds:0.0} s");
        var import = await TimedAsync(onlyCheck: false);
        Console.WriteLine($"Import: {import.Seconds:0.0} s, {rows / import.Seconds:0} poles a second, progress told {import.Reports} times, "
            + $"at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB");
        return import.Seconds;

        async Task<(double Seconds, int Reports)> TimedAsync(bool onlyCheck)
        {
            await using var scope = database.App.Services.CreateAsyncScope();
            var reports = 0;
            var watch = Stopwatch.StartNew();
            var result = await scope.ServiceProvider.GetRequiredService<ImportPoles>().RunAsync(
                new(file, "poles.csv", look.Kind, reading, onlyCheck, _ => reports++), Actor.Import, TimeProvider.System.GetUtcNow().UtcDateTime, CancellationToken.None);
            return result.ProblemCount == 0 && result.New == rows
                ? (watch.Elapsed.TotalSeconds, reports)
                : throw new InvalidOperationException($"{result.ProblemCount} problems, such as: {result.Problems.FirstOrDefault()?.Sentence.English}");
        }
    }

    /// <summary>Inserts what stands in the tables of one database into those of another; the reading is not counted.</summary>
    static async Task<double> CopyAsync(BenchDatabase from, BenchDatabase to)
    {
        await using var source = await from.OpenAsync();
        await using var target = await to.OpenAsync();
        var seconds = 0.0;
        foreach (var table in Tables)
        {
            var (names, rows) = await ReadAsync(source, table);
            var watch = Stopwatch.StartNew();
            await InsertAsync(target, table, names, rows);
            seconds += watch.Elapsed.TotalSeconds;
        }

        return seconds;
    }

    static async Task<(string[] Names, List<object[]> Rows)> ReadAsync(DbConnection source, string table)
    {
        await using var select = source.CreateCommand();
#pragma warning disable CA2100 // The name is one of our own tables.
        select.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
        await using var reader = await select.ExecuteReaderAsync();
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[names.Length];
            reader.GetValues(row);
            rows.Add(row);
        }

        return (names, rows);
    }

    static async Task InsertAsync(DbConnection target, string table, string[] names, List<object[]> rows)
    {
        await using var transaction = await target.BeginTransactionAsync();
        await using var insert = target.CreateCommand();
        insert.Transaction = transaction;
#pragma warning disable CA2100 // The names are those of our own tables.
        insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
        foreach (var (_, i) in names.Select((name, i) => (name, i)))
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"p{i}";
            insert.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                insert.Parameters[i].Value = row[i];
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }
}
