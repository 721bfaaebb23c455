using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Songthang.Web.Shared;

/// <summary>One sentence that the next page shows on top: what was just done.</summary>
public static class Flash
{
    public const string Cookie = "flash";
    const string Key = "flash";

    public static void ShowNext(this PageModel page, string thai, string english) => page.TempData[Key] = Say.T(thai, english);

    /// <summary>The sentence, once. Without the cookie nothing is read, as reading alone would set a cookie.</summary>
    public static string? Take(HttpContext context, ITempDataDictionary data) =>
        context.Request.Cookies.ContainsKey(Cookie) ? data[Key] as string : null;
}
