using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Accounts;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

/// <summary>Whoever guesses learns nothing from what comes back, and the log tells of it.</summary>
public class GuessingTests
{
    const string Wrong = "ไม่ใช่รหัสผ่านนี้แน่นอน";

    [Fact]
    public async Task An_unknown_name_a_wrong_password_a_resting_and_a_closed_account_are_alike_in_words_status_and_work()
    {
        var work = new Work();
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton(work)
            .AddScoped<IPasswordHasher<OfficerAccount>, Counting>());
        foreach (var name in (string[])["known", "resting", "closed"])
            await app.CreateAccountAsync(name, OfficerRole.Officer);
        await app.WithDbAsync(db => db.Users.Where(account => account.UserName == "closed")
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.IsClosed, true)));
        using var visitor = app.NewVisitor();
        for (var i = 0; i < 5; i++)
            await visitor.SignInAsync("resting", Wrong);

        var answers = new List<(HttpStatusCode Status, string Words, string Headers, int Hashes)>();
        foreach (var (name, password) in new[]
        {
            ("known", Wrong), ("nobody", Wrong), ("no such name!", Wrong), ("resting", Wrong), ("resting", TestApp.Password), ("closed", Wrong), ("closed", TestApp.Password),
        })
        {
            work.Hashes = 0;
            var page = await visitor.SignInAsync(name, password);
            answers.Add((page.Status, page.Words, string.Join(' ', page.Response.Headers.Select(header => header.Key)), work.Hashes));
        }

        Assert.Equal(1, answers[0].Hashes);
        Assert.Contains("ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง", answers[0].Words, StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public async Task The_password_is_masked_and_password_keepers_know_the_field()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        var field = (await visitor.GetAsync("/officer/sign-in")).Html.QuerySelector("#Password")!;

        Assert.Equal(("password", "current-password"), (field.GetAttribute("type"), field.GetAttribute("autocomplete")));
        Assert.DoesNotContain(field.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_sign_in_is_a_session_of_its_own_that_nobody_guesses_and_the_one_before_it_in_this_browser_ends()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var thief = app.NewVisitor();
        foreach (Cookie cookie in officer.Cookies.GetAllCookies())
            thief.Cookies.Add(app.Address, new Cookie(cookie.Name, cookie.Value));
        var token = (await officer.GetAsync("/officer/sign-out")).Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var again = await officer.PostAsync("/officer/sign-in", [("UserName", "officer"), ("Password", TestApp.Password), ("__RequestVerificationToken", token)]);

        Assert.Equal(HttpStatusCode.Found, again.Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/officer/account")).Status);
        Assert.Equal(HttpStatusCode.Found, (await thief.GetAsync("/officer/account")).Status);
        var sessions = await app.WithDbAsync(db => db.OfficerSessions.Select(session => session.Id).ToListAsync());
        Assert.Equal(2, sessions.Distinct(StringComparer.Ordinal).Count());
        // 32 hexadecimal digits are 128 bits.
        Assert.All(sessions, id => Assert.Matches("^[0-9a-f]{32}$", id));
    }

    [Fact]
    public async Task Signing_out_clears_what_the_browser_kept()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var answer = await officer.SubmitAsync(await officer.GetAsync("/officer/sign-out"), "main form");

        Assert.Equal("\"cache\", \"storage\"", answer.Response.Headers.GetValues("Clear-Site-Data").Single());
    }

    [Fact]
    public async Task The_log_tells_who_was_refused_where()
    {
        var log = new Remembering();
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Logging.AddProvider(log));
        using var director = await app.SignInAsync(OfficerRole.Director);

        Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync("/officer/settings/users")).Status);

        Assert.Contains(log.Lines, line => line.Contains("Refused: account 1 at GET /officer/settings/users", StringComparison.Ordinal));
    }

    sealed class Work
    {
        public int Hashes { get; set; }
    }

    sealed class Counting(IOptions<PasswordHasherOptions> options, Work work) : IPasswordHasher<OfficerAccount>
    {
        readonly OfficerPasswordHasher real = new(options);

        public string HashPassword(OfficerAccount user, string password)
        {
            work.Hashes++;
            return real.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(OfficerAccount user, string hashedPassword, string providedPassword)
        {
            work.Hashes++;
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    sealed class Remembering : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
