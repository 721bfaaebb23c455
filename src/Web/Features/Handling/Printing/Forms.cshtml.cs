using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>Asks whether the forms of the chosen requests are to be printed; the inbox leads here with them in the address.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class FormsModel(PrintRequestForms print, TimeProvider time) : PageModel
{
    /// <summary>References of the requests, from the address or from the form.</summary>
    [BindProperty(Name = "request", SupportsGet = true)]
    public List<string> Requests { get; set; } = [];

    public void OnGet() => Requests = [.. Requests.Distinct(StringComparer.Ordinal)];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var key = await print.RunAsync(Requests, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        return Redirect(Url.Content("~" + Links.PaperFile(key, Links.Inbox)));
    }
}
