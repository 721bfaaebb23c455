using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Songthang.Benchmarks.Forms;

/// <summary>What Chromium printed.</summary>
/// <param name="Rate">Forms a second.</param>
/// <param name="Bytes">Of one.</param>
/// <param name="Pages">Of one.</param>
sealed record Printed(double Rate, long Bytes, int Pages);

/// <summary>Headless Chromium that stays open, driven over the DevTools protocol: the fastest fair way to print with it.</summary>
sealed partial class Chromium : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly Task said;
    readonly DevTools tools;

    Chromium(Process process, Task said, DevTools tools) => (this.process, this.said, this.tools) = (process, said, tools);

    /// <summary>Starts the browser of <c>SONGTHANG_CHROMIUM</c>, or <c>chromium</c>.</summary>
    public static async Task<Chromium> StartAsync(string profile)
    {
        var path = Environment.GetEnvironmentVariable("SONGTHANG_CHROMIUM") is { Length: > 0 } given ? given : "chromium";
        var browser = Process.Start(new ProcessStartInfo(path,
            ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--allow-file-access-from-files", $"--user-data-dir={profile}", "about:blank"])
        { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        using var patience = new CancellationTokenSource(Patience);
        while (await browser.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            if (Listening().Match(line) is not { Success: true } match)
                continue;
            // What it says besides is read and forgotten, or it would wait.
            var saying = Task.WhenAll(browser.StandardError.BaseStream.CopyToAsync(Stream.Null), browser.StandardOutput.BaseStream.CopyToAsync(Stream.Null));
            return new(browser, saying, await DevTools.ConnectAsync(new Uri(match.Value), patience.Token));
        }

        throw new InvalidOperationException($"{path} did not start.");
    }

    /// <summary>Prints a page again and again, loading it each time, in so many tabs at once.</summary>
    public async Task<Printed> RateAsync(Uri page, int tabs, TimeSpan time)
    {
        using var patience = new CancellationTokenSource(time + Patience);
        var sessions = new List<string>();
        for (var i = 0; i < tabs; i++)
            sessions.Add(await OpenTabAsync(patience.Token));
        var pdfs = await Task.WhenAll(sessions.Select(session => PrintAsync(session, page, patience.Token)));
        var begun = Stopwatch.StartNew();
        var counts = await Task.WhenAll(sessions.Select(async session =>
        {
            var count = 0;
            for (; begun.Elapsed < time; count++)
                await PrintAsync(session, page, patience.Token);
            return count;
        }));
        return new(counts.Sum() / begun.Elapsed.TotalSeconds, pdfs[0].Length, PageObject().Count(Encoding.Latin1.GetString(pdfs[0])));
    }

    async Task<string> OpenTabAsync(CancellationToken cancellationToken)
    {
        var target = await tools.CallAsync("Target.createTarget", new() { ["url"] = "about:blank" }, null, cancellationToken);
        var attached = await tools.CallAsync("Target.attachToTarget",
            new() { ["targetId"] = target["targetId"]!.GetValue<string>(), ["flatten"] = true }, null, cancellationToken);
        var session = attached["sessionId"]!.GetValue<string>();
        await tools.CallAsync("Page.enable", [], session, cancellationToken);
        return session;
    }

    async Task<byte[]> PrintAsync(string session, Uri page, CancellationToken cancellationToken)
    {
        var loaded = tools.NextAsync("Page.loadEventFired", session);
        await tools.CallAsync("Page.navigate", new() { ["url"] = page.ToString() }, session, cancellationToken);
        await loaded.WaitAsync(cancellationToken);
        var printed = await tools.CallAsync("Page.printToPDF", new() { ["preferCSSPageSize"] = true, ["printBackground"] = true }, session, cancellationToken);
        return Convert.FromBase64String(printed["data"]!.GetValue<string>());
    }

    public async ValueTask DisposeAsync()
    {
        await tools.DisposeAsync();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await said;
        process.Dispose();
    }

    [GeneratedRegex(@"ws://127\.0\.0\.1:\d+/\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageObject();
}
