using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;

namespace Songthang.Browser.Tests.Pages;

public sealed class CitizenPageTests(Chromium chromium, LivingSystem system) : IClassFixture<LivingSystem>
{
    internal static readonly (string Name, string Address, int Status)[] Pages =
    [
        ("home", "/", 200),
        ("report", "/report", 200),
        ("report-held", "/report/held/0123456789abcdef0123456789abcdef", 200),
        ("report-pole", "/report?pole=000990-2", 200),
        ("pole-page", "/p/000004-5", 200),
        ("pole-page-reported", "/p/000990-2", 200),
        ("pole-find", "/p", 200),
        ("pole-mistyped", "/p/000004-6", 404),
        ("receipt", "/r/{secret:photo}/receipt", 200),
        ("receipt-danger", "/r/{secret:urgent}/receipt", 200),
        ("track", "/track", 200),
        ("own-submitted", "/r/{secret:photo}", 200),
        ("own-asked", "/r/{secret:asked}", 200),
        ("own-answered", "/r/{secret:answered}", 200),
        ("own-corrected", "/r/{secret:advised}", 200),
        ("own-forwarded", "/r/{secret:forwarded}", 200),
        ("own-answer", "/r/{secret:asked}/answer", 200),
        ("own-started", "/r/{secret:started}", 200),
        ("own-completed", "/r/{secret:completed}", 200),
        ("own-declined", "/r/{secret:declined}", 200),
        ("own-duplicate", "/r/{secret:duplicate}", 200),
        ("own-withdraw", "/r/{secret:accepted}/withdraw", 200),
        ("own-message", "/r/{secret:answered}/message", 200),
        ("own-talk", "/r/{secret:answered}", 200),
        ("own-rate", "/r/{secret:completed}/rate", 200),
        ("own-reopen", "/r/{secret:completed}/reopen", 200),
        ("own-unknown", "/r/no-such-secret", 404),
        ("reports", "/reports", 200),
        ("reports-nothing", "/reports?q=ไม่มีคำนี้แน่นอน", 200),
        ("map", "/map", 200),
        ("map-filtered", "/map?status=completed&amphoe=1401", 200),
        ("reports-unchecked", "/reports/{submitted}", 200),
        ("reports-completed", "/reports/{completed}", 200),
        ("reports-forwarded", "/reports/{forwarded}", 200),
        ("reports-duplicate", "/reports/{duplicate}", 200),
        ("follow", "/reports/{accepted}/follow", 200),
        ("follow-settled", "/reports/{completed}/follow", 200),
        ("followed", "/follow/{follower}", 200),
        ("followed-unknown", "/follow/no-such-secret", 404),
        ("reports-unknown", "/reports/69-99999-9", 404),
        ("statistics", "/statistics", 200),
        ("statistics-nothing", "/statistics?period=2560", 200),
        ("statistics-wrong", "/statistics?period=free&from=2026-02-01&to=2026-01-01", 422),
        ("privacy", "/privacy", 200),
        ("announcements", "/announcements", 200),
        ("announcement", "/announcements/1", 200),
        ("api", "/api", 200),
        ("guide", "/guide", 200),
        ("guide-nothing", "/guide?q=ไม่มีคำนี้แน่นอน", 200),
        ("open-data", "/open-data", 200),
        ("embed", "/embed?lang=th", 200),
        ("embed-dark", "/embed?lang=th&theme=dark", 200),
        ("embed-code", "/embed/code", 200),
        ("accessibility", "/accessibility", 200),
        ("not-found", "/no-such-page", 404),
        ("error", "/error/500", 500),
        ("sign-in", "/officer/sign-in", 200),
        ("dev-inbox", "/dev/inbox", 200),
    ];

    public static TheoryData<string, string, int> All => [.. Pages.Select(page => new TheoryDataRow<string, string, int>(page.Name, page.Address, page.Status))];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_for_everyone_has_no_barrier(string name, string address, int status)
    {
        await using var person = await chromium.NewPersonAsync(system.App, Screen.Desk);
        if (status != 200) person.Expects($"status of {status}");

        var answer = await person.OpenAsync(system.Address(address));

        Assert.Equal(status, answer.Status);
        await Looks.RightAsync(person, name);
    }

    [Fact]
    public async Task A_message_in_the_demos_inbox_has_no_barrier()
    {
        await using var person = await chromium.NewPersonAsync(system.App, Screen.Desk);
        await person.OpenAsync("/dev/inbox");

        await person.Page.Locator("main a[href^='/dev/inbox/']").First.ClickAsync();

        await Assertions.Expect(person.Page).Not.ToHaveURLAsync($"{system.App.Address}dev/inbox");
        await Looks.RightAsync(person, "dev-message");
    }

    [Theory]
    [InlineData("home", "/")]
    [InlineData("report", "/report")]
    [InlineData("own-completed", "/r/{secret:completed}")]
    [InlineData("reports", "/reports")]
    [InlineData("map", "/map")]
    public async Task A_page_in_English_has_no_barrier(string name, string address)
    {
        await using var person = await chromium.NewPersonAsync(system.App, Screen.Desk);

        await person.OpenAsync($"/language/en?return={Uri.EscapeDataString(system.Address(address))}");

        await Looks.RightAsync(person, $"{name}-english", "en");
    }

    [Fact]
    public async Task The_report_page_full_of_mistakes_has_no_barrier()
    {
        await using var person = await chromium.NewPersonAsync(system.App, Screen.Desk);
        person.Expects("status of 422");
        await person.OpenAsync("/report");
        await person.Page.GetByLabel("หมายเลขโทรศัพท์").FillAsync("12");
        await person.Page.GetByLabel("อีเมล (ถ้ามี)").FillAsync("ไม่ใช่อีเมล");

        await person.Page.Locator("[data-send]").ClickAsync();

        await Assertions.Expect(person.Page.Locator("[data-error-summary]")).ToBeFocusedAsync();
        await Looks.RightAsync(person, "report-mistakes");
    }
}
