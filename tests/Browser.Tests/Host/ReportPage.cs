using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Songthang.Web.Tests.Photos;

namespace Songthang.Browser.Tests.Host;

/// <summary>What a citizen does on the report page and on the receipt.</summary>
static partial class ReportPage
{
    public const string Name = "มานะ ทดสอบระบบ", Phone = "081-234-5678", Email = "mana@citizen.example";

    /// <summary>Within the province, in the tambon with the code 140101.</summary>
    public static Geolocation Here { get; } = new() { Latitude = 14.352123f, Longitude = 100.561987f, Accuracy = 12 };

    /// <summary>A phone that tells where it is.</summary>
    public static void TellsPosition(BrowserNewContextOptions options)
    {
        options.Permissions = ["geolocation"];
        options.Geolocation = Here;
    }

    public static ILocator SendButton(this IPage page) => page.Locator("[data-send]");

    /// <summary>Presses one of the large choices.</summary>
    public static Task ChooseFaultAsync(this IPage page, string fault) => page.Locator(".choice", new() { HasText = fault }).ClickAsync();

    /// <summary>What every report needs: the fault, a tambon, name and telephone, the notice read.</summary>
    public static async Task FillLeastAsync(this IPage page, string fault = "ไฟดับ 1 ดวง")
    {
        await page.ChooseFaultAsync(fault);
        await page.Locator("[data-tambon]").SelectOptionAsync("140101");
        await page.FillPersonAsync();
    }

    public static async Task FillPersonAsync(this IPage page)
    {
        await page.GetByLabel("ชื่อ-นามสกุลผู้แจ้ง").FillAsync(Name);
        await page.GetByLabel("หมายเลขโทรศัพท์").FillAsync(Phone);
        await page.GetByLabel("ข้าพเจ้ารับทราบประกาศความเป็นส่วนตัวแล้ว").CheckAsync();
    }

    /// <summary>Picks a photo out of the phone's album.</summary>
    public static Task PickPhotoAsync(this IPage page, byte[]? photo = null) => page.Locator("[data-photo-field] input[type=file]").SetInputFilesAsync(
        new FilePayload { Name = "IMG_0001.jpg", MimeType = "image/jpeg", Buffer = photo ?? TestPhotos.RotatedWithPosition() });

    /// <summary>The photos that the server has and the form carries.</summary>
    public static ILocator Attached(this IPage page) => page.Locator(".photo img");

    /// <summary>The reference, once the receipt is there.</summary>
    public static async Task<string> ReceiptReferenceAsync(this IPage page)
    {
        await page.WaitForURLAsync(Receipt());
        return (await page.Locator(".receipt .reference").InnerTextAsync()).Trim();
    }

    [GeneratedRegex("/r/[^/]+/receipt($|#)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Receipt();
}
