using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>Which addresses belong to the staff.</summary>
static class StaffPaths
{
    public static bool Contain(PathString path) => path.StartsWithSegments("/officer") || path.StartsWithSegments("/crew");

    /// <summary>Whether a browser asks for a page to show; old browsers do not say and are believed.</summary>
    public static bool IsPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"] is not [{ Length: > 0 } mode] || mode == "navigate";

    /// <summary>Forms without which one cannot be signed in, or that carry nothing worth keeping.</summary>
    public static bool IsDoor(PathString path) =>
        path.StartsWithSegments(Links.SignIn) || path.StartsWithSegments(Links.SignOut) || path.StartsWithSegments("/officer/set-up");
}
