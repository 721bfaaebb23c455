using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Photos;
using Songthang.Web.Tests.Host;

namespace Songthang.Durability;

/// <summary>The real program, ended with SIGKILL again and again while sixteen clients submit.</summary>
public sealed class KilledAtRandomTests : IDisposable
{
    const int MostBeforeKill = 60;

    readonly string directory = Directory.CreateTempSubdirectory("songthang-durability-").FullName;
    readonly Uri address = new($"http://127.0.0.1:{FreePort()}");

    static int Kills => int.Parse(Environment.GetEnvironmentVariable("SONGTHANG_DURABILITY_KILLS") ?? "20", NumberStyles.None, CultureInfo.InvariantCulture);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_however_often_the_program_is_killed()
    {
        // What protects the service from one sender is not what is tested.
        Environment.SetEnvironmentVariable("Songthang__RateLimits__Api__Permits", "1000000000");
        var connectionString = await TestDatabase.CreateAsync(directory);
        using var crowd = new Crowd(address, await MakeKeyAsync(connectionString));
        var checkedUntil = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            await KillWhileSubmittingAsync(connectionString, crowd);
            // What of this round had an answer gets the same one again; what had none now gets one.
            using var again = await StartAsync(connectionString);
            foreach (var sent in crowd.All.Skip(checkedUntil))
                await crowd.SendAsync(sent);
            checkedUntil = crowd.All.Count;
            await EndAsync(again);
        }

        await LookAsync(connectionString, [.. crowd.All]);
        await LookAtPhotosAsync(crowd.All.Select(sent => sent.Photo).OfType<string>());
        var verified = await ProgramRun.EndWithAsync(connectionString, null, "verify", "--data", directory);
        Assert.Equal((0, ""), (verified.ExitCode, verified.Errors));
        Assert.StartsWith($"{crowd.All.Count} requests", verified.Output, StringComparison.Ordinal);
        if (!TestDatabase.IsPostgres)
            Assert.Equal(["ok"], await WithDbAsync(connectionString, db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(Stop)));
        TestContext.Current.SendDiagnosticMessage($"{Kills} kills, {crowd.All.Count} reports");
        await TestDatabase.DropAsync(connectionString);
    }

    async Task KillWhileSubmittingAsync(string connectionString, Crowd crowd)
    {
        using var program = await StartAsync(connectionString);
        // Sixteen are on their way at any moment: the last acknowledgement says nothing of where the others stand.
        var left = RandomNumberGenerator.GetInt32(1, MostBeforeKill);
        await crowd.RunAsync(() =>
        {
            if (Interlocked.Decrement(ref left) == 0)
                program.Kill();
        });
        await program.WaitForExitAsync(Stop);
    }

    static async Task LookAsync(string connectionString, List<Sent> sent)
    {
        Assert.DoesNotContain(sent, one => one.Receipt is null);
        var references = sent.ConvertAll(one => one.Receipt!.Reference);
        var kept = await WithDbAsync(connectionString, db => db.ServiceRequests.AsNoTracking().Select(request => request.Reference).ToListAsync(Stop));
        Assert.Equal(references.Order(), kept.Order());

        var told = await WithDbAsync(connectionString, db => db.Outbox.AsNoTracking()
            .Where(row => row.Recipient == NoticeRecipient.Requester && row.Entry!.Kind == TimelineKind.Submitted)
            .Select(row => row.ServiceRequest!.Reference).ToListAsync(Stop));
        Assert.Equal(sent.Where(one => one.WantsMail).Select(one => one.Receipt!.Reference).Order(), told.Order());

        var photos = await WithDbAsync(connectionString, db => db.Photos.AsNoTracking().Select(photo => photo.Key).ToListAsync(Stop));
        Assert.Equal(sent.Where(one => one.HasPhoto).Select(one => one.Photo!).Order(), photos.Order());
    }

    /// <summary>Every acknowledged photo can be read whole from the folder.</summary>
    async Task LookAtPhotosAsync(IEnumerable<string> keys)
    {
        var store = new PhotoStore(Path.Combine(directory, "photos"), NullLogger<PhotoStore>.Instance);
        foreach (var key in keys)
        {
            await using var photo = store.OpenFull(key) ?? throw new InvalidOperationException($"The photo {key} is gone.");
            using var bytes = new MemoryStream();
            await photo.CopyToAsync(bytes, Stop);
            // A JPEG begins and ends with its marks.
            Assert.Equal(["FFD8", "FFD9"], [Convert.ToHexString(bytes.ToArray(), 0, 2), Convert.ToHexString(bytes.ToArray()[^2..])]);
        }
    }

    async Task<Process> StartAsync(string connectionString)
    {
        var program = ProgramRun.Start(connectionString, "serve", "--urls", address.ToString(), "--data", directory);
        while (await program.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (!line.StartsWith("Songthang serves", StringComparison.Ordinal))
                continue;
            // A program whose words nobody reads waits for its reader in the end.
            _ = program.StandardOutput.ReadToEndAsync(Stop);
            _ = program.StandardError.ReadToEndAsync(Stop);
            return program;
        }

        throw new InvalidOperationException(await program.StandardError.ReadToEndAsync(Stop));
    }

    static async Task EndAsync(Process program)
    {
        program.Kill();
        await program.WaitForExitAsync(Stop);
    }

    static async Task<string> MakeKeyAsync(string connectionString)
    {
        var secret = ApiKeySecret.New();
        await WithDbAsync(connectionString, db =>
        {
            db.ApiKeys.Add(new ApiKey
            {
                Partner = "crowd",
                Scopes = PartnerScopes.Api,
                PerMinute = int.MaxValue,
                PerDay = int.MaxValue,
                Hash = ApiKeySecret.Hash(secret),
                Prefix = secret[..ApiKeySecret.PrefixLength],
                CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
            });
            return db.SaveChangesAsync(Stop);
        });
        return secret;
    }

    static async Task<T> WithDbAsync<T>(string connectionString, Func<AppDb, Task<T>> work)
    {
        await using var services = new ServiceCollection().AddDatabase(connectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
