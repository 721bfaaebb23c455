using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Text;

namespace Songthang.Browser.Tests.Pages;

/// <summary>Pages full of hostile words on a small phone: nothing runs, and nothing makes the page wider than the screen.</summary>
public sealed class HostileLooksTests(Chromium chromium)
{
    [Fact]
    public async Task Hostile_words_neither_run_nor_break_a_page_on_a_small_phone()
    {
        await using var app = await TestApp.StartAsync();
        var texts = HostileTexts.All.Select(ThaiText.Clean).Where(text => text.Length > 0).ToList();
        var requests = new List<ServiceRequest>();
        for (var i = 0; i < texts.Count; i += 4)
        {
            string At(int step, int most) => texts[(i + step) % texts.Count] is var text && ThaiText.Length(text) <= most ? text : "ทดสอบ";
            var at = i;
            requests.Add(await Given.ARequestAsync(app, it => it.SubmittedAgo(minutes: at).Of("lamp_out", At(0, 4000)).From(At(1, 200), "0812345678")
                .Sent(sent => sent with { Place = sent.Place with { Road = At(2, 200), Landmark = At(3, 4000), Moo = At(4, 20), PoleNumber = At(5, 60) } })
                .Checked(At(0, 4000)).Noted(At(3, 4000))));
        }

        await app.SignInAsync(OfficerRole.Officer);
        await using var person = await chromium.NewPersonAsync(app, Screen.Phone);
        await person.SignInAsync("officer");
        List<string> addresses = ["/officer?whose=team", "/officer?whose=team&page=2", "/reports", "/reports?page=2"];
        foreach (var request in requests.Where((_, i) => i % 6 == 0))
            addresses.AddRange([$"/officer/requests/{request.Reference}", $"/reports/{request.Reference}", $"/r/{request.Secret}"]);
        var wrong = new List<string>();
        foreach (var address in addresses)
        {
            await person.OpenAsync(address);
            var (width, hacked) = (await person.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth"), await person.Page.EvaluateAsync<bool>("'hacked' in window"));
            if (width > 0 || hacked)
                wrong.Add($"{address}: {width} pixels too wide{(hacked ? ", and a script ran" : "")}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        person.IsContent();
    }
}
