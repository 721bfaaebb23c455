using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Songthang.Infrastructure;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>The request form as PDF. Looking at it records no printing: until there is one it says that it is a preview.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class FormPdfModel(ShowRequestForm form, IOptions<Agency> agency, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await form.RunAsync(new(reference), User.ToActor(), now, cancellationToken) is not { } document)
            return NotFound();
        return this.Paper(document, $"form-{reference}", agency.Value.Name.Thai, now);
    }
}
