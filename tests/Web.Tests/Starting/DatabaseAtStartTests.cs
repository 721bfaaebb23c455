using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Starting;

public sealed class DatabaseAtStartTests : IDisposable
{
    static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "data", "sample-reports.csv");

    readonly string directory = Directory.CreateTempSubdirectory("songthang-start-").FullName;

    string File => Path.Combine(directory, "songthang.db");

    [Fact]
    public async Task A_missing_database_is_made()
    {
        var end = await ProgramRun.EndAsync("import", "requests", Sample, "--data", directory);

        Assert.Equal((0, "60 added, 0 were there already."), (end.ExitCode, end.Output.Trim()));
    }

    [Fact]
    public async Task The_data_folder_is_closed_to_others()
    {
        var data = Path.Combine(directory, "data");
        await ProgramRun.EndAsync("import", "requests", Sample, "--data", data);

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            OperatingSystem.IsWindows() ? default : System.IO.File.GetUnixFileMode(data));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is()
    {
        await System.IO.File.WriteAllTextAsync(File, "my diary");
        var end = await ProgramRun.EndAsync("serve", "--port", "0", "--data", directory);

        Assert.Equal(2, end.ExitCode);
        Assert.Contains("is not a Songthang database", end.Errors, StringComparison.Ordinal);
        Assert.Equal("my diary", await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task A_damaged_database_is_named_as_such()
    {
        await ProgramRun.EndAsync("import", "requests", Sample, "--data", directory);
        await using (var file = System.IO.File.OpenWrite(File))
        {
            // The header still says SQLite; the first page behind it is rubbish.
            file.Seek(16, SeekOrigin.Begin);
            file.Write([.. Enumerable.Repeat((byte)0xA5, 8000)]);
        }

        var end = await ProgramRun.EndAsync("serve", "--port", "0", "--data", directory);

        Assert.Equal(2, end.ExitCode);
        Assert.Contains("restore a backup", end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_database_is_refused_in_words()
    {
        Directory.CreateDirectory(File);
        var end = await ProgramRun.EndAsync("serve", "--port", "0", "--data", directory);

        Assert.Equal(2, end.ExitCode);
        Assert.Contains(File, end.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_said_and_harms_nothing()
    {
        // A file system of 200 kB in a name space of its own; it becomes larger for the second try.
        var script = $"""
            mount -t tmpfs -o size=200k tmpfs "{directory}" || exit 90
            dotnet "{ProgramRun.Program}" import requests "{Sample}" --data "{directory}"; echo "ended with $?"
            mount -o remount,size=50m "{directory}" || exit 91
            dotnet "{ProgramRun.Program}" import requests "{Sample}" --data "{directory}"; echo "ended with $?"
            """;
        using var process = Process.Start(new ProcessStartInfo("unshare", ["-rm", "sh", "-c", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Contains("the disk is full", await errors, StringComparison.Ordinal);
        Assert.Equal(
            ["ended with 2", "60 added, 0 were there already.", "ended with 0"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith(' ') && !line.Contains(':')));
    }

    [Fact]
    public async Task A_schema_newer_than_the_program_is_refused_and_left_alone()
    {
        var connectionString = await TestDatabase.CreateAsync(directory);
        await WithDbAsync(connectionString, db => db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231000000_Future', '99.0')"""));
        var end = await ProgramRun.EndWithAsync(connectionString, null, "serve", "--port", "0", "--data", directory);

        Assert.Equal(2, end.ExitCode);
        Assert.Contains("newer version of Songthang", end.Errors, StringComparison.Ordinal);
        Assert.Equal(0, await WithDbAsync(connectionString, db => db.ServiceRequests.CountAsync()));
        await TestDatabase.DropAsync(connectionString);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_said()
    {
        var end = await ProgramRun.EndWithAsync("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=3", null, "serve", "--port", "0", "--data", directory);

        Assert.Equal(2, end.ExitCode);
        Assert.Contains("the server does not answer", end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var end = await ProgramRun.EndAsync("serve", "--urls", $"http://127.0.0.1:{port}", "--data", directory);

        Assert.Equal(3, end.ExitCode);
        Assert.Contains("--port", end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_killed_while_migrating_does_not_block_the_next_one()
    {
        await System.IO.File.WriteAllBytesAsync(File, []);
        await WithDbAsync($"Data Source={File}", db => db.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2020-01-01 00:00:00.0000000+00:00');
            """));
        var end = await ProgramRun.EndAsync("import", "requests", Sample, "--data", directory);

        Assert.Equal(0, end.ExitCode);
    }

    [Fact]
    public async Task No_change_of_the_model_lacks_its_migration()
    {
        var connectionString = await TestDatabase.CreateAsync(directory);

        Assert.False(await WithDbAsync(connectionString, db => Task.FromResult(db.Database.HasPendingModelChanges())));
        await TestDatabase.DropAsync(connectionString);
    }

    [Fact]
    public async Task What_SQLite_acknowledges_is_on_the_disk()
    {
        await using var app = await TestApp.StartAsync();
        if (TestDatabase.IsPostgres)
        {
            Assert.NotEqual("", await app.WithDbAsync(db => PragmaAsync(db, "SHOW synchronous_commit")));
            return;
        }

        Assert.Equal(
            ["wal", "2", "1"],
            [await app.WithDbAsync(db => PragmaAsync(db, "PRAGMA journal_mode")), await app.WithDbAsync(db => PragmaAsync(db, "PRAGMA synchronous")), await app.WithDbAsync(db => PragmaAsync(db, "PRAGMA foreign_keys"))]);
    }

    static async Task<string> PragmaAsync(AppDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    static async Task<T> WithDbAsync<T>(string connectionString, Func<AppDb, Task<T>> work)
    {
        await using var services = new ServiceCollection().AddDatabase(connectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
