using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>The file with many forms, for whoever asked for it.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class FormsPdfModel(FormFiles files, TimeProvider time) : PageModel
{
    public IActionResult OnGet(string key)
    {
        if (files.Open(key, User.ToActor(), time.GetUtcNow().UtcDateTime) is not { } file)
            return NotFound();
        Response.Headers.ContentDisposition = "inline; filename=\"forms.pdf\"";
        return File(file, "application/pdf");
    }
}
