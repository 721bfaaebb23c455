using System.Globalization;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

/// <summary>An authenticator app: it knows the key that was typed into it, and the time.</summary>
sealed class Phone(TestApp app, string key)
{
    const string Address = "/officer/account/second-factor";

    readonly byte[] secret = Read(key);

    /// <summary>What it shows now.</summary>
    public string Code => OneTimeCode.At(secret, OneTimeCode.StepAt(app.Time.GetUtcNow().UtcDateTime));

    /// <summary>What it shows next, when the clock was moved on to it.</summary>
    public string Next()
    {
        app.Time.Advance(TimeSpan.FromSeconds(30));
        return Code;
    }

    /// <summary>Scans what the page shows.</summary>
    public static Phone Scan(TestApp app, Page page) => new(app, page.TextOf("#secret"));

    /// <summary>Goes through the set-up. The codes on paper are what the last page shows.</summary>
    public static async Task<(Phone Phone, IReadOnlyList<string> Paper)> SetUpAsync(TestApp app, Visitor visitor)
    {
        var page = await visitor.GetAsync(Address);
        var phone = Scan(app, page);
        var shown = await visitor.SubmitAsync(page, "#set-factor", [("Code", phone.Code)]);
        return (phone, Paper(shown));
    }

    public static IReadOnlyList<string> Paper(Page page) => [.. page.Html.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)];

    /// <summary>RFC 4648 the other way round.</summary>
    static byte[] Read(string key) => [.. string.Concat(key.Where(char.IsLetterOrDigit)
        .Select(sign => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal).ToString("B5", CultureInfo.InvariantCulture)))
        .Chunk(8).Where(bits => bits.Length == 8).Select(bits => Convert.ToByte(new string(bits), 2))];
}
