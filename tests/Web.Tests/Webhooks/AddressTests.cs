using System.Net;
using Microsoft.Extensions.Options;
using Songthang.Domain;
using Songthang.Infrastructure.Webhooks;

namespace Songthang.Web.Tests.Webhooks;

public class AddressTests
{
    // Each leads, or would lead an unwary program, to this machine or its neighbours.
    static readonly string[] Inner =
    [
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0x7f.1", "017700000001", "0177.0.0.1", "0177.1", "127.0.0.1.",
        "localhost", "localhost.", "LOCALHOST", "0.0.0.0", "0", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:0:0:0:0:80ff:fffe]",
        "[fe80::1]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]", "[fec0::1]", "[2001:db8::1]", "[100::1]", "[::ffff:0:127.0.0.1]", "10.0.0.1",
        "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "198.18.0.1", "①②⑦.⓪.⓪.①", "１２７.0.0.1",
        "127。0。0。1", "%31%32%37.0.0.1", "partner.example@127.0.0.1", "0000::1", "[::ffff:0a00:1]", "[0:0:0:0:0:ffff:a9fe:a9fe]", "[fe80::1%25lo]", "192.0.2.1", "203.0.113.1", "240.0.0.1",
    ];

    [Fact]
    public async Task However_an_inner_address_is_spelt_nobody_there_hears_of_us()
    {
        await using var receiver = new Receiver();
        using var client = new WebhookClient(Options.Create(new WebhookOptions { TimeoutSeconds = 5 }));
        var answers = new List<(string Host, WebhookAnswer Answer)>();

        foreach (var host in Inner)
            if (Uri.TryCreate($"http://{host}:{receiver.Port}/", UriKind.Absolute, out var url))
                answers.Add((host, await client.PostToAsync(url, "{}"u8.ToArray(), [], TestContext.Current.CancellationToken)));

        Assert.True(answers.Count >= 40, $"{answers.Count} spellings were read as addresses");
        Assert.All(answers, answer => Assert.True(answer.Answer.StatusCode is null, answer.Host));
        Assert.Equal(0, receiver.Connections);
    }

    [Fact]
    public void An_inner_address_is_not_even_stored()
    {
        var stored = Inner.Where(host => !Refuses($"https://{host}/", allowPrivate: false)).ToList();

        Assert.Empty(stored);
    }

    [Theory]
    [InlineData("http://example.go.th/")]
    [InlineData("https://user:secret@example.go.th/")]
    [InlineData("https://example.go.th/#part")]
    [InlineData("https://\u0E33example.go.th/")]
    [InlineData("https://example.go.th:22/")]
    [InlineData("https://intranet/")]
    [InlineData("ftp://example.go.th/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.go.th")]
    [InlineData("")]
    public void What_is_no_https_address_of_the_internet_is_refused(string url) => Assert.True(Refuses(url, allowPrivate: false));

    [Fact]
    public void Addresses_of_the_internet_are_taken()
    {
        Assert.False(Refuses("https://example.go.th/hook?a=1", allowPrivate: false));
        Assert.False(Refuses("https://example.go.th:8443/", allowPrivate: false));
        Assert.True(PublicNetwork.Holds(IPAddress.Parse("203.150.1.1")));
        Assert.True(PublicNetwork.Holds(IPAddress.Parse("2405:9800::1")));
        Assert.False(PublicNetwork.Holds(IPAddress.Parse("fe80::1%1")));
    }

    [Fact]
    public async Task Inner_addresses_are_for_the_demo_alone()
    {
        var settings = new Dictionary<string, string?> { ["Songthang:Webhooks:AllowPrivateAddresses"] = "true" };

        await Assert.ThrowsAsync<OptionsValidationException>(() => Host.TestApp.StartAsync(settings: settings));
    }

    static bool Refuses(string url, bool allowPrivate)
    {
        try
        {
            WebhookAddress.Read(url, allowPrivate);
            return false;
        }
        catch (RuleBroken rule)
        {
            return rule.Code == "webhook.url";
        }
    }
}
