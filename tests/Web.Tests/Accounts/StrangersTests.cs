using System.Net;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

/// <summary>Whoever guesses at an account holds nobody up but themselves.</summary>
public sealed class StrangersTests
{
    const string Wrong = "ไม่ใช่รหัสผ่านนี้แน่นอน";

    /// <summary>Somebody whose address the web server before us tells.</summary>
    static Visitor At(TestApp app, string address)
    {
        var visitor = app.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return visitor;
    }

    static async Task InAndOutAsync(Visitor visitor)
    {
        Assert.Equal(HttpStatusCode.Found, (await visitor.SignInAsync("somchai", TestApp.Password)).Status);
        await visitor.SubmitAsync(await visitor.GetAsync("/officer/sign-out"), "main form");
    }

    static async Task<Visitor> GuessAsync(TestApp app, string address, string name, int times)
    {
        var guesser = At(app, address);
        var page = await guesser.GetAsync("/officer/sign-in");
        for (var i = 0; i < times; i++)
            Assert.Equal(HttpStatusCode.OK, (await guesser.SubmitAsync(page, "main form", [("UserName", name), ("Password", Wrong)])).Status);
        return guesser;
    }

    [Fact]
    public async Task Wrong_passwords_of_strangers_hold_up_neither_other_networks_nor_a_browser_that_signed_in_before()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var desk = At(app, "198.51.100.7");
        await InAndOutAsync(desk);

        using var neighbour = await GuessAsync(app, "198.51.100.7", "somchai", 5);

        Assert.Equal(HttpStatusCode.OK, (await neighbour.SignInAsync("somchai", TestApp.Password)).Status);
        using var elsewhere = At(app, "203.0.113.9");
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.SignInAsync("somchai", TestApp.Password)).Status);
        await InAndOutAsync(desk);
        // The same browser is a stranger to an account that never signed in with it, and its own five tries it has.
        await app.CreateAccountAsync("malee", OfficerRole.Officer);
        for (var i = 0; i < 5; i++)
            await desk.SignInAsync("malee", Wrong);
        Assert.Equal(HttpStatusCode.OK, (await desk.SignInAsync("malee", TestApp.Password)).Status);
        for (var i = 0; i < 5; i++)
            await desk.SignInAsync("somchai", Wrong);
        Assert.Equal(HttpStatusCode.OK, (await desk.SignInAsync("somchai", TestApp.Password)).Status);
    }

    [Fact]
    public async Task A_hundred_guesses_from_everywhere_hold_up_all_but_browsers_that_signed_in_before()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var desk = At(app, "198.51.100.7");
        await InAndOutAsync(desk);
        for (var network = 0; network < 20; network++)
            (await GuessAsync(app, $"2001:db8:0:{network:x}::1", "somchai", 5)).Dispose();

        using var elsewhere = At(app, "203.0.113.9");
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.SignInAsync("somchai", TestApp.Password)).Status);
        Assert.Equal(HttpStatusCode.Found, (await desk.SignInAsync("somchai", TestApp.Password)).Status);
        app.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.SignInAsync("somchai", TestApp.Password)).Status);
    }

    [Fact]
    public async Task Whoever_goes_on_guessing_waits_twice_as_long_each_time_and_names_without_an_account_are_counted_alike()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        (await GuessAsync(app, "203.0.113.9", "nobody", 5)).Dispose();
        (await GuessAsync(app, "203.0.113.9", "somchai", 5)).Dispose();
        app.Time.Advance(TimeSpan.FromMinutes(16));
        using var again = await GuessAsync(app, "203.0.113.9", "somchai", 5);
        app.Time.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(HttpStatusCode.OK, (await again.SignInAsync("somchai", TestApp.Password)).Status);
        app.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Found, (await again.SignInAsync("somchai", TestApp.Password)).Status);
        var counts = await app.WithDbAsync(db => Task.FromResult(db.GuessCounts.ToList()));
        // The network and everywhere, for the name that nobody has; of names and addresses there are hashes alone.
        Assert.Equal(3, counts.Count);
        Assert.All(counts, count => Assert.Matches("^[0-9a-f]{64} [0-9a-f]{64}$", $"{count.Key} {count.Name}"));
    }
}
