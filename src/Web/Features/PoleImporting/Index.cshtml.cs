using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.PoleFiles;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PoleImporting;

/// <summary>Where an officer brings a file with poles.</summary>
[Authorize(Policy = Policies.Officers)]
[RequestSizeLimit(PoleFile.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PoleFile.MostBytes)]
public sealed class IndexModel(ReceivePoleFile receive, TimeProvider time) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public void OnGet()
    {
        // Nothing to read.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), Say.T("กรุณาเลือกแฟ้ม CSV หรือ GeoJSON", "Please choose a CSV or GeoJSON file"));
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await using var content = Upload.OpenReadStream();
        var key = await receive.RunAsync(new(Upload.FileName, content), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        return LocalRedirect(Links.PoleImport(key));
    }
}
