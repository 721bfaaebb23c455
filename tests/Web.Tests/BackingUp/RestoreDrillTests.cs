using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;
using Songthang.Web.Tests.Reporting;

namespace Songthang.Web.Tests.BackingUp;

/// <summary>The drill: a backup of a place that is lived in, taken while it runs, comes back row by row and byte by byte.</summary>
public sealed class RestoreDrillTests : IDisposable
{
    readonly string directory = Directory.CreateTempSubdirectory("songthang-drill-").FullName;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Backup => Path.Combine(directory, "backup.zip");

    string Data => Path.Combine(directory, "restored");

    [Fact]
    public async Task A_backup_comes_back_row_by_row_and_byte_by_byte()
    {
        await using var app = await TestApp.StartAsync();
        await LiveInAsync(app);
        var from = (await app.WithDbAsync(db => Task.FromResult(db.Database.GetConnectionString())))!;
        var taken = await ProgramRun.EndWithAsync(from, null, "backup", Backup, "--data", app.DataDirectory);
        Assert.Equal((0, ""), (taken.ExitCode, taken.Errors));
        Assert.Contains("read back and compared", taken.Output, StringComparison.Ordinal);

        var to = await TestDatabase.CreateEmptyAsync(Data);
        var restored = await ProgramRun.EndWithAsync(to, null, "restore", Backup, "--data", Data);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        Assert.Contains(", 0 broken.", restored.Output, StringComparison.Ordinal);

        var rows = await app.WithDbAsync(RowsAsync);
        Assert.True(rows.Count > 50, $"{rows.Count} rows are no lived-in place");
        Assert.Equal(rows, await WithDbAsync(to, RowsAsync));
        foreach (var folder in (string[])["photos", "documents", "keys"])
            Assert.Equal(Files(Path.Combine(app.DataDirectory, folder)), Files(Path.Combine(Data, folder)));
        // What comes next gets a key that nobody has.
        await WithDbAsync(to, db =>
        {
            db.SettingChanges.Add(new SettingChange { Topic = "drill", Number = 1, Document = "{}", OfficerId = 1, OfficerName = "ทดสอบ", At = TestApp.Monday.UtcDateTime });
            return db.SaveChangesAsync(Stop);
        });

        var again = await ProgramRun.EndWithAsync(to, null, "restore", Backup, "--data", Data);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("not empty", again.Errors, StringComparison.Ordinal);
        await TestDatabase.DropAsync(to);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_before_anything_is_restored()
    {
        await using var app = await TestApp.StartAsync();
        var from = (await app.WithDbAsync(db => Task.FromResult(db.Database.GetConnectionString())))!;
        await ProgramRun.EndWithAsync(from, null, "backup", Backup, "--data", app.DataDirectory);
        var bytes = await File.ReadAllBytesAsync(Backup, Stop);
        var cut = Path.Combine(directory, "cut.zip");
        await File.WriteAllBytesAsync(cut, bytes[..(bytes.Length / 2)], Stop);

        var end = await ProgramRun.EndAsync("restore", cut, "--data", Data);

        Assert.Equal(1, end.ExitCode);
        Assert.Contains("was cut off", end.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", end.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Data, "photos")));
    }

    /// <summary>Requests in all states, one with a photo through the page, accounts, settings, an older register.</summary>
    static async Task LiveInAsync(TestApp app)
    {
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Checked().Accepted());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 9).Accepted().Completed());
        using var citizen = app.NewVisitor();
        var sent = await ReportPage.SendAsync(citizen, [new FormFile("Photos.Files", "lamp.jpg", TestPhotos.Jpeg(640, 480))], ("Form.Symptom", "ไฟดับ\tสอง\\ดวง\nหน้าวัด 'ใหญ่'"));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        var page = await administrator.GetAsync("/officer/settings/retention");
        await administrator.SubmitAsync(page, "form.setting-form", [("contactMonths", "24")]);
    }

    /// <summary>Every row of every table, as text.</summary>
    static async Task<List<string>> RowsAsync(AppDb db)
    {
        var tables = await db.Database.SqlQueryRaw<string>(TestDatabase.IsPostgres
            ? "SELECT tablename::text AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()"
            : "SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").ToListAsync(Stop);
        await db.Database.OpenConnectionAsync(Stop);
        var rows = new List<string>();
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The name of a table of ours.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(Stop);
            while (await reader.ReadAsync(Stop))
                rows.Add($"{table}: {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetName(column)}={Text(reader.GetValue(column))}").Order(StringComparer.Ordinal))}");
        }

        await db.Database.CloseConnectionAsync();
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime moment => moment.ToString("O"),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    static List<string> Files(string folder) => !Directory.Exists(folder) ? [] : [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}")];

    static async Task<T> WithDbAsync<T>(string connectionString, Func<AppDb, Task<T>> work)
    {
        await using var services = new ServiceCollection().AddDatabase(connectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
