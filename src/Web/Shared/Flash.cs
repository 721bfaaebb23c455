using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Songthang.Domain.Thai;

namespace Songthang.Web.Shared;

/// <summary>One sentence that the next page shows on top: what was just done.</summary>
public static class Flash
{
    public const string Cookie = "flash";
    const string Key = "flash", AddressKey = "flash-address", LinkKey = "flash-link";

    public static void ShowNext(this PageModel page, string thai, string english) => page.TempData[Key] = Say.T(thai, english);

    /// <summary>The same, with a link to where it goes on; the cookie that carries them is encrypted.</summary>
    public static void ShowNext(this PageModel page, string thai, string english, string address, Phrase link)
    {
        page.ShowNext(thai, english);
        page.TempData[AddressKey] = address;
        page.TempData[LinkKey] = Say.T(link);
    }

    /// <summary>The sentence, once. Without the cookie nothing is read, as reading alone would set a cookie.</summary>
    public static string? Take(HttpContext context, ITempDataDictionary data) =>
        context.Request.Cookies.ContainsKey(Cookie) ? data[Key] as string : null;

    /// <summary>The link that belongs to the sentence, once.</summary>
    public static (string Address, string Words)? TakeLink(ITempDataDictionary data) =>
        data[AddressKey] is string address && data[LinkKey] is string words ? (address, words) : null;
}
