using System.Collections.Concurrent;
using Microsoft.Playwright;
using Songthang.Web.Tests.Host;

namespace Songthang.Browser.Tests.Host;

/// <summary>
/// Somebody in front of a browser, who hears whatever it complains of: a script's mistake, something the content policy
/// forbids, a file that is not there.
/// </summary>
public sealed class Person : IAsyncDisposable
{
    /// <summary>Milliseconds that an expectation waits at most.</summary>
    public const int Patience = 20_000;

    // 1 x 1 pixel, the colour of nothing: maps are tested without the internet.
    static readonly byte[] Tile = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");

    readonly ConcurrentQueue<string> complaints = new();
    readonly ConcurrentBag<string> expected = [];

    Person(IBrowserContext context, IPage page) => (Context, Page) = (context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What the browser complained of so far and nobody expected.</summary>
    public IReadOnlyCollection<string> Complaints =>
        [.. complaints.Where(complaint => !expected.Any(words => complaint.Contains(words, StringComparison.Ordinal)))];

    internal static async Task<Person> OpenAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout(Patience);
        await context.RouteAsync("https://tile.openstreetmap.org/**", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Tile }));
        var person = new Person(context, await context.NewPageAsync());
        person.ListenTo(person.Page);
        return person;
    }

    void ListenTo(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location} on {page.Url})");
        };
        page.PageError += (_, error) => complaints.Enqueue($"mistake in a script: {error} ({page.Url})");
    }

    /// <summary>Opens an address of the program.</summary>
    public async Task<IResponse> OpenAsync(string address) =>
        await Page.GotoAsync(address) ?? throw new InvalidOperationException($"{address} was not answered.");

    /// <summary>Signs in through the sign-in page.</summary>
    public async Task SignInAsync(string userName, string password = TestApp.Password)
    {
        await OpenAsync("/officer/sign-in");
        await Page.GetByLabel("ชื่อผู้ใช้").FillAsync(userName);
        await Page.GetByLabel("รหัสผ่าน").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "เข้าสู่ระบบ" }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>The test provokes these complaints: whatever contains the words is no mistake.</summary>
    public void Expects(string words) => expected.Add(words);

    /// <summary>Fails when the browser complained of anything that was not expected.</summary>
    public void IsContent() => Assert.True(Complaints.Count == 0, string.Join('\n', Complaints));

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
