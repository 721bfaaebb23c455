using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Making;

namespace Songthang.Web.Features.Collecting;

/// <summary>How far a file with many papers is, and where to get it, for whoever asked for it.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class PaperFileModel(PaperFiles files, TimeProvider time) : PageModel
{
    /// <summary>Where it was asked for.</summary>
    [FromQuery(Name = "return")]
    public string? Return { get; set; }

    public string Back => Url.IsLocalUrl(Return) ? Return! : Links.Inbox;

    public FileProgress Progress { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public IActionResult OnGet(string key)
    {
        if (files.Find(key, User.ToActor(), time.GetUtcNow().UtcDateTime) is not { } found)
            return NotFound();
        (Progress, Key) = (found, key);
        return Page();
    }
}
