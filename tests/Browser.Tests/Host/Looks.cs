using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Songthang.Browser.Tests.Host;

/// <summary>What holds for every page.</summary>
static class Looks
{
    const int LeastHeight = 44;

    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// On a phone and at a desk: no barrier that axe finds (WCAG 2.2 A and AA), no scrolling sideways, buttons that a
    /// thumb hits; a language, a title, one heading of the first rank; and no complaint of the browser. Keeps pictures when
    /// SONGTHANG_SCREENSHOTS names a folder.
    /// </summary>
    public static async Task RightAsync(Person person, string name, string language = "th")
    {
        var page = person.Page;
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.EvaluateAsync("document.fonts.ready");
        foreach (var frame in page.Frames)
            await frame.EvaluateAsync(Axe);
        var wrong = new List<string>();
        foreach (var screen in new[] { Screen.Desk, Screen.Phone })
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            await ShootAsync(page, name);
            wrong.AddRange((await BarriersAsync(page)).Select(problem => $"{screen.Width} px: {problem}"));
        }

        if (await page.GetAttributeAsync("html", "lang") is var spoken && spoken != language) wrong.Add($"The page says that it is in {spoken}.");
        if ((await page.TitleAsync()).Length == 0) wrong.Add("No title.");
        if (await page.Locator("h1").CountAsync() is var headings && headings != 1) wrong.Add($"{headings} headings of the first rank.");
        wrong.AddRange(person.Complaints);
        Assert.True(wrong.Count == 0, $"{name}\n{string.Join('\n', wrong)}");
    }

    static async Task<IEnumerable<string>> BarriersAsync(IPage page) =>
    [
        .. await page.EvaluateAsync<string[]>(Wcag22),
        .. await page.EvaluateAsync<string[]>(WiderThanScreen),
        .. await page.EvaluateAsync<string[]>(TooSmall, LeastHeight),
    ];

    /// <summary>Keeps a picture of the whole page for people to look at.</summary>
    public static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SONGTHANG_SCREENSHOTS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png");
        await page.ScreenshotAsync(new() { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    // Of what is right it need not tell everything.
    const string Wcag22 = """
        async () => {
          const { violations } = await axe.run(document, {
            resultTypes: ["violations"],
            runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
            rules: { "target-size": { enabled: true } },
          });
          return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) =>
            [`${id}: ${html}`, ...[...any, ...all, ...none].map(({ message }) => message)].join("\n  ")));
        }
        """;

    // What sticks out, so that one need not search for it.
    const string WiderThanScreen = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          return [`wider than the screen: ${document.documentElement.scrollWidth} > ${width}`, ...[...document.querySelectorAll("body *")]
            .filter(element => element.getBoundingClientRect().right > width + 1).slice(0, 5)
            .map(element => element.outerHTML.slice(0, 120))];
        }
        """;

    const string TooSmall = """
        least => [...document.querySelectorAll(".btn, main input:not([type=checkbox], [type=radio], [type=hidden]), main select, main textarea")]
          .filter(element => element.checkVisibility())
          .map(element => [element, element.getBoundingClientRect()])
          .filter(([, box]) => box.width > 1 && (box.height < least - 0.5 || box.width < least - 0.5))
          .map(([element, box]) => `too small: ${Math.round(box.width)}x${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`)
        """;
}
