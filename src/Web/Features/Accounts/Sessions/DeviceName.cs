using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Accounts.Sessions;

/// <summary>What a browser calls itself, in words that its owner knows: roughly, as the browsers all pretend to be each other.</summary>
static class DeviceName
{
    static readonly Phrase Unknown = new("เบราว์เซอร์อื่น", "Another browser");

    // In this order: Edge says Chrome too, Chrome says Safari too.
    static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Line/", "LINE"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ];

    public static Phrase Of(string userAgent) => (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => new($"{browser} บน {system}", $"{browser} on {system}"),
        ({ } browser, null) => new(browser, browser),
        (null, { } system) => new(system, system),
        _ => Unknown,
    };

    static string? Find((string Sign, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
