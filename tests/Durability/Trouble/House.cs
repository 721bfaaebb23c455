using System.Diagnostics;
using Npgsql;
using Songthang.Infrastructure.Partners;
using Songthang.Web.Tests.Host;

namespace Songthang.Durability.Trouble;

/// <summary>
/// The real program with its data on a small disk of its own: a file system in memory in a name space of its own, which a test
/// fills, closes to writing and opens again. Its database can be taken away from it and given back.
/// </summary>
public sealed class House : IAsyncDisposable
{
    // Orders come line by line; each is answered by what it ended with.
    const string Script = """
        mount -t tmpfs -o size=24m tmpfs "$DATA" || exit 90
        cp -a "$SEED"/. "$DATA"/ || exit 91
        dotnet "$PROGRAM" serve --urls "$URLS" --data "$DATA" 2>"$SEED/errors" &
        program=$!
        while read -r order; do eval "$order" >/dev/null 2>&1; echo "did $?" >&2; done
        kill -9 "$program"
        wait "$program" 2>/dev/null
        """;

    readonly string seed = Directory.CreateTempSubdirectory("songthang-seed-").FullName;
    readonly string data = Directory.CreateTempSubdirectory("songthang-house-").FullName;
    string database = "";
    Process shell = null!;

    House()
    {
    }

    /// <summary>Where the program listens.</summary>
    public Uri Address { get; } = Node.FreeAddress();

    /// <summary>A partner's key for the API.</summary>
    public string ApiKey { get; } = ApiKeySecret.New();

    /// <summary>Starts the program; it is there when this returns.</summary>
    /// <param name="prepare">What is done to its database before.</param>
    /// <param name="isPooled">Whether connections to the SQLite file stay open, as they do unless the connection string says otherwise.</param>
    public static async Task<House> StartAsync(Func<House, string, Task>? prepare = null, bool isPooled = true)
    {
        var house = new House();
        house.database = await TestDatabase.CreateAsync(house.seed);
        await Databases.AddKeyAsync(house.database, house.ApiKey);
        if (prepare is not null)
            await prepare(house, house.database);
        await house.OpenAsync(isPooled);
        return house;
    }

    async Task OpenAsync(bool isPooled)
    {
        if (!TestDatabase.IsPostgres)
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        // Whoever is not root becomes it in the name space.
        var start = new ProcessStartInfo("unshare", [Environment.IsPrivilegedProcess ? "-m" : "-rm", "sh", "-c", Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DATA"] = data;
        start.Environment["SEED"] = seed;
        start.Environment["PROGRAM"] = ProgramRun.Program;
        start.Environment["URLS"] = Address.ToString();
        start.Environment["ConnectionStrings__Songthang"] = TestDatabase.IsPostgres ? database : $"Data Source={Path.Combine(data, "songthang.db")};Pooling={isPooled}";
        start.Environment["Songthang__RateLimits__Submit__Permits"] = "100000";
        Unsuspicious.AddTo(start.Environment);
        shell = Process.Start(start)!;
        while (await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (!line.StartsWith("Songthang serves", StringComparison.Ordinal))
                continue;
            _ = shell.StandardOutput.ReadToEndAsync();
            return;
        }

        shell.StandardInput.Close();
        throw new InvalidOperationException(await shell.StandardError.ReadToEndAsync() + await File.ReadAllTextAsync(Path.Combine(seed, "errors")));
    }

    /// <summary>Takes the database away: no disk to write to, or a server that lets nobody in.</summary>
    public Task TakeDatabaseAwayAsync() => TestDatabase.IsPostgres
        ? ServerAsync("ALTER DATABASE {0} ALLOW_CONNECTIONS false", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{0}'")
        : DoAsync("mount --bind \"$DATA\" \"$DATA\" && mount -o remount,bind,ro \"$DATA\"");

    /// <summary>Gives it back.</summary>
    public Task GiveDatabaseBackAsync() => TestDatabase.IsPostgres
        ? ServerAsync("ALTER DATABASE {0} ALLOW_CONNECTIONS true")
        // Lazily: a round of the program may have a file open just now.
        : DoAsync("umount --lazy \"$DATA\"");

    /// <summary>Leaves no byte free on the disk of the data folder.</summary>
    public Task FillDiskAsync() => DoAsync("! head -c 30000000 /dev/zero >\"$DATA/fill\"");

    /// <summary>Makes room again.</summary>
    public Task MakeRoomAsync() => DoAsync("rm \"$DATA/fill\"");

    /// <summary>Fails unless the timelines can be proved.</summary>
    public Task VerifyAsync() => DoAsync("dotnet \"$PROGRAM\" verify --data \"$DATA\"");

    /// <summary>Does something in the program's name space; fails unless it ends with 0.</summary>
    public async Task DoAsync(string order)
    {
        await shell.StandardInput.WriteLineAsync(order);
        await shell.StandardInput.FlushAsync();
        Assert.Equal("did 0", await shell.StandardError.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    async Task ServerAsync(params string[] orders)
    {
        var parts = new NpgsqlConnectionStringBuilder(database) { Pooling = false };
        var name = parts.Database;
        parts.Database = "postgres";
        await using var connection = new NpgsqlConnection(parts.ConnectionString);
        await connection.OpenAsync();
        foreach (var order in orders)
        {
            await using var command = new NpgsqlCommand(order.Replace("{0}", name, StringComparison.Ordinal), connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
        await TestDatabase.DropAsync(database);
        Directory.Delete(data, recursive: true);
        Directory.Delete(seed, recursive: true);
    }
}
