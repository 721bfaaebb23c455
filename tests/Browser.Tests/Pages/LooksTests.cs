using Songthang.Browser.Tests.Host;
using Songthang.Web.Tests.Host;

namespace Songthang.Browser.Tests.Pages;

/// <summary>Whoever watches the pages must see: a watchman who finds nothing might be asleep.</summary>
public sealed class LooksTests(Chromium chromium)
{
    [Fact]
    public async Task A_page_with_barriers_does_not_pass()
    {
        await using var app = await TestApp.StartAsync();
        await using var person = await chromium.NewPersonAsync(app, Screen.Desk);
        await person.OpenAsync("/track");
        await person.Page.EvaluateAsync(Barriers);

        var found = await Assert.ThrowsAnyAsync<Exception>(() => Looks.RightAsync(person, "barriers", "en"));

        foreach (var barrier in new[]
            { "label:", "color-contrast:", "target-size:", "wider than the screen:", "too small:", "it is in th", "2 headings", "script-src" })
            Assert.Contains(barrier, found.Message, StringComparison.Ordinal);
    }

    const string Barriers = """
        () => {
          const main = document.querySelector("main");
          main.append(document.createElement("input"), document.createElement("h1"));
          const faint = document.createElement("p");
          faint.textContent = "จาง";
          faint.style.color = "#eee";
          const wide = document.createElement("p");
          wide.textContent = "กว้าง";
          wide.style.minWidth = "2000px";
          const buttons = document.createElement("p");
          buttons.innerHTML = "<button class='btn'>ก</button><button class='btn'>ข</button>";
          for (const button of buttons.children) Object.assign(button.style, { width: "10px", height: "10px", minHeight: "0", minWidth: "0", padding: "0" });
          const script = document.createElement("script");
          script.textContent = "1";
          main.append(faint, wide, buttons, script);
        }
        """;
}
