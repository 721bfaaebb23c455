using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Web.Tests.Host;

namespace Songthang.Browser.Tests.Citizens;

public sealed class WeightTests(Chromium chromium)
{
    const double MostInAll = 120_000, MostScript = 30_000;

    [Fact]
    public async Task The_report_page_is_light_enough_for_a_phone_with_a_weak_signal()
    {
        await using var app = await TestApp.StartAsync();
        await using var citizen = await chromium.NewPersonAsync(app, Screen.Phone);
        var wire = await citizen.Context.NewCDPSessionAsync(citizen.Page);
        var addresses = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var bytes = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        wire.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
            addresses[Text(sent, "requestId")] = sent!.Value.GetProperty("request").GetProperty("url").GetString()!;
        wire.Event("Network.loadingFinished").OnEvent += (_, done) =>
            bytes[Text(done, "requestId")] = done!.Value.GetProperty("encodedDataLength").GetDouble();
        await wire.SendAsync("Network.enable");

        await citizen.Page.GotoAsync("/report", new() { WaitUntil = WaitUntilState.NetworkIdle });

        var files = bytes.Select(file => (Address: addresses[file.Key], Bytes: file.Value)).OrderByDescending(file => file.Bytes).ToList();
        var list = string.Join('\n', files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Bytes,8} {file.Address}")));
        Assert.Contains(files, file => file.Address.EndsWith("/report", StringComparison.Ordinal));
        Assert.True(files.Sum(file => file.Bytes) <= MostInAll, list);
        Assert.True(files.Where(file => file.Address.EndsWith(".js", StringComparison.Ordinal)).Sum(file => file.Bytes) <= MostScript, list);
        TestContext.Current.TestOutputHelper?.WriteLine(list);
    }

    static string Text(JsonElement? message, string name) => message!.Value.GetProperty(name).GetString()!;
}
