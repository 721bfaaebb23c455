using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Making;

namespace Songthang.Web.Features.Collecting;

/// <summary>The file with many papers, for whoever asked for it.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class PaperFilePdfModel(PaperFiles files, TimeProvider time) : PageModel
{
    public IActionResult OnGet(string key)
    {
        if (files.Open(key, User.ToActor(), time.GetUtcNow().UtcDateTime) is not { } file)
            return NotFound();
        Response.Headers.ContentDisposition = "inline; filename=\"papers.pdf\"";
        return File(file, "application/pdf");
    }
}
