using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Officers;
using Songthang.Web.Features.Accounts;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

public class FirstAccountsTests
{
    const string Chosen = "บ้านสวนริมคลองสวนพลู";

    [Fact]
    public async Task The_set_up_link_makes_the_first_administrator_once()
    {
        await using var app = await TestApp.StartAsync();
        var link = await OpenAsync(app);
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync(link!);
        (string, string?)[] typed = [("DisplayName", "วิชัย รอบคอบ"), ("UserName", "wichai"), ("Password", Chosen)];

        var made = await visitor.SubmitAsync(page, "main form", typed);
        var again = await visitor.SubmitAsync(page, "main form", [.. typed.Where(field => field.Item1 != "UserName"), ("UserName", "second")]);

        Assert.Equal("/officer/sign-in", made.Response.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link!)).Status);
        Assert.Null(await OpenAsync(app));
        await visitor.SignInAsync("wichai", Chosen);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/officer/settings/users")).Status);
    }

    [Fact]
    public async Task Nobody_guesses_the_set_up_link_and_without_it_there_is_none()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/officer/set-up/x")).Status);
        var link = (await OpenAsync(app))!;

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link[..^1])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link + "0")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).Status);
    }

    [Fact]
    public async Task An_unfit_password_is_told_beside_its_field_and_the_link_still_works()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync((await OpenAsync(app))!);

        var wrong = await visitor.SubmitAsync(page, "main form", [("UserName", "wichai"), ("Password", "songthang-demo-2569")]);
        Assert.Contains("เฉพาะระบบสาธิต", wrong.TextOf("#Password-error"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await visitor.SubmitAsync(wrong, "main form", [("Password", Chosen)])).Status);
    }

    [Fact]
    public async Task The_demo_has_one_account_of_each_role_however_often_it_starts()
    {
        await using var app = await TestApp.StartAsync(demo: true);
        for (var i = 0; i < 2; i++)
        {
            await app.WithAsync<CreateDemoAccounts, bool>(async create =>
            {
                await create.RunAsync(TestApp.Monday.UtcDateTime, TestContext.Current.CancellationToken);
                return true;
            });
        }

        foreach (var name in new[] { "officer", "crew", "director", "admin" })
        {
            using var visitor = app.NewVisitor();
            Assert.Equal(HttpStatusCode.Found, (await visitor.SignInAsync(name, "songthang-demo-2569")).Status);
        }
        var roles = await app.WithDbAsync(db => db.Users.Select(account => account.Role).ToListAsync());
        Assert.Equal(Enum.GetValues<OfficerRole>().Order(), roles.Order());
    }

    [Fact]
    public async Task The_command_line_creates_an_administrator_and_resets_a_password()
    {
        await using var app = await TestApp.StartAsync();

        var made = await RunAsync(app, Chosen, "admin", "create", "--user", "wichai", "--name", "วิชัย");
        Assert.True(made.Code == 0, made.Output);
        using var visitor = app.NewVisitor();
        Assert.Equal(HttpStatusCode.Found, (await visitor.SignInAsync("wichai", Chosen)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/officer/settings")).Status);
        var reset = await RunAsync(app, TestApp.Password, "admin", "reset-password", "--user", "wichai");
        Assert.True(reset.Code == 0, reset.Output);

        Assert.DoesNotContain(Chosen, made.Output, StringComparison.Ordinal);
        using var next = app.NewVisitor();
        Assert.Equal(HttpStatusCode.Found, (await next.SignInAsync("wichai", TestApp.Password)).Status);
        app.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/officer/settings")).Status);
    }

    [Theory]
    [InlineData("short", "too short", "create", "wichai")]
    [InlineData("songthang-demo-2569", "demo only", "create", "wichai")]
    [InlineData(Chosen, "user name is taken", "create", "somchai")]
    [InlineData(Chosen, "no such account", "reset-password", "wichai")]
    [InlineData("", "No password", "create", "wichai")]
    public async Task The_command_line_says_what_is_wrong_and_changes_nothing(string password, string words, string act, string user)
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);

        var (code, output) = await RunAsync(app, password, "admin", act, "--user", user);

        Assert.Equal(1, code);
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDbAsync(db => db.Users.CountAsync()));
    }

    static Task<string?> OpenAsync(TestApp app) => app.WithDbAsync(db =>
        app.Services.GetRequiredService<FirstSetUp>().OpenAsync(db, TestContext.Current.CancellationToken));

    /// <summary>The real program beside the running one, on the same database.</summary>
    static async Task<(int Code, string Output)> RunAsync(TestApp app, string password, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments, "--data", app.DataDirectory])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.Environment["ConnectionStrings__Songthang"] = app.Services.GetRequiredService<IConfiguration>().GetConnectionString("Songthang");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteLineAsync(password);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
