using System.Globalization;
using System.Net;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Access;

/// <summary><c>security.txt</c> as RFC 9116 wants it.</summary>
public class SecurityTxtTests
{
    static readonly Dictionary<string, string?> Named = new()
    {
        ["Songthang:PublicUrl"] = "https://lights.example",
        ["Songthang:Security:Contact"] = "mailto:security@lights.example https://lights.example/contact",
        ["Songthang:Security:Expires"] = "2027-11-01T00:00:00+07:00",
    };

    [Fact]
    public async Task Whoever_finds_a_hole_learns_whom_to_tell_until_that_has_run_out()
    {
        await using var app = await TestApp.StartAsync(settings: Named);
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/.well-known/security.txt");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("text/plain; charset=utf-8", page.Response.Content.Headers.ContentType!.ToString());
        var fields = page.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToLookup(field => field[0], field => field[1]);
        Assert.Equal(["mailto:security@lights.example", "https://lights.example/contact"], fields["Contact"]);
        Assert.All(fields["Contact"], contact => Assert.True(Uri.TryCreate(contact, UriKind.Absolute, out _)));
        Assert.Equal("https://lights.example/.well-known/security.txt", fields["Canonical"].Single());
        Assert.Equal("th, en", fields["Preferred-Languages"].Single());
        var expires = DateTimeOffset.ParseExact(fields["Expires"].Single(), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.Equal(new DateTimeOffset(2027, 11, 1, 0, 0, 0, TimeSpan.FromHours(7)), expires);

        await using var later = await TestApp.StartAsync(settings: new(Named) { ["Songthang:Security:Expires"] = "2026-11-22T00:00:00Z" });
        using var late = later.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await late.GetAsync("/.well-known/security.txt")).Status);
    }

    [Theory]
    [InlineData("security@lights.example", "2027-11-01T00:00:00Z")]
    [InlineData("http://lights.example/contact", "2027-11-01T00:00:00Z")]
    [InlineData("mailto:security@lights.example", "")]
    [InlineData("mailto:security@lights.example", "next year")]
    public async Task A_contact_that_is_none_ends_the_start(string contact, string expires) =>
        Assert.Contains("Songthang:Security", (await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => TestApp.StartAsync(
            settings: new() { ["Songthang:Security:Contact"] = contact, ["Songthang:Security:Expires"] = expires }))).Message, StringComparison.Ordinal);
}
