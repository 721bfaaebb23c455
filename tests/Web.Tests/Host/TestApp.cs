using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Tests.Host;

/// <summary>The whole program on a real port of the loopback address, with its own database and its own clock.</summary>
public sealed class TestApp : IAsyncDisposable
{
    readonly WebApplication app;
    readonly string connectionString;

    TestApp(WebApplication app, string connectionString, string directory, FakeTimeProvider time)
    {
        this.app = app;
        this.connectionString = connectionString;
        DataDirectory = directory;
        Time = time;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>A Monday in office hours: 23 November 2569, 10.00 in Bangkok.</summary>
    public static DateTimeOffset Monday { get; } = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    // One for all programs, so that all share one model of the tables, which takes long to make.
    static readonly LinkSeal Seal = LinkSeal.Of(new byte[32]);

    public Uri Address { get; }

    public string DataDirectory { get; }

    /// <summary>The program's clock; it stands still until a test moves it.</summary>
    public FakeTimeProvider Time { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts a program. Settings are configuration keys such as <c>Songthang:PublicUrl</c>.</summary>
    public static async Task<TestApp> StartAsync(
        bool demo = false, Dictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? adjust = null)
    {
        var directory = Directory.CreateTempSubdirectory("songthang-test-").FullName;
        var connectionString = await TestDatabase.CreateAsync(directory);
        var time = new FakeTimeProvider(Monday);
        var app = Program.CreateApp(new Startup(directory, "http://127.0.0.1:0", demo), builder =>
        {
            builder.Configuration["ConnectionStrings:Songthang"] = connectionString;
            builder.Configuration["Logging:LogLevel:Default"] = "Warning";
            // Its own tests ask for it; to the others it would only be one more page.
            builder.Configuration["Songthang:SecondFactor"] = "nobody";
            foreach (var (key, value) in Unsuspicious.Settings)
                builder.Configuration[key] = value;
            foreach (var (key, value) in settings ?? [])
                builder.Configuration[key] = value;
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.ShareViews();
            builder.Services.AddSingleton(Seal);
            // Slow hashes protect real passwords; these are known anyway.
            builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 10);
            adjust?.Invoke(builder);
        });
        await app.StartAsync();
        return new TestApp(app, connectionString, directory, time);
    }

    /// <summary>A browser without scripts: keeps cookies, follows no redirect by itself.</summary>
    public Visitor NewVisitor() => new(Address);

    /// <summary>Password of every account that a test creates.</summary>
    public const string Password = "ม้าแดงกระโดดข้ามรั้ว";

    /// <summary>Creates an account, without any page.</summary>
    public Task<int> CreateAccountAsync(string userName, OfficerRole role, string password = Password, string? displayName = null, string crewCode = "crew-1") =>
        WithAsync<UserManager<OfficerAccount>, int>(async users =>
        {
            var account = new OfficerAccount
            {
                UserName = userName,
                DisplayName = displayName ?? $"ผู้ทดสอบ {role}",
                Role = role,
                CrewCode = role == OfficerRole.Crew ? crewCode : "",
                CreatedAt = Time.GetUtcNow().UtcDateTime,
                LockoutEnabled = true,
            };
            var created = await users.CreateAsync(account, password);
            return created.Succeeded ? account.Id : throw new InvalidOperationException(created.ToString());
        });

    /// <summary>
    /// A browser that is signed in through the real sign-in page. The account is made when there is none of this user
    /// name, which is the role's name in lower case unless another is given.
    /// </summary>
    public async Task<Visitor> SignInAsync(OfficerRole role, string? userName = null)
    {
        userName ??= role.ToString().ToLowerInvariant();
        if (await WithAsync<UserManager<OfficerAccount>, OfficerAccount?>(users => users.FindByNameAsync(userName)) is null)
            await CreateAccountAsync(userName, role);
        var visitor = NewVisitor();
        var answer = await visitor.SignInAsync(userName, Password);
        return answer.Status == HttpStatusCode.Found
            ? visitor
            : throw new InvalidOperationException($"{userName} could not sign in ({answer.Status}): {answer.Words}");
    }

    /// <summary>Does something with the database in a scope of its own.</summary>
    public async Task<T> WithDbAsync<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>Runs a use case or another scoped service.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await TestDatabase.DropAsync(connectionString);
        Directory.Delete(DataDirectory, recursive: true);
    }
}
