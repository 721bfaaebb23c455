using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.Handling.Letters;

/// <summary>The letter as PDF.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class LetterPdfModel(
    ShowForwardingLetter show, CurrentSettings settings, IOptions<Agency> agency, PhotoStore photos, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await show.RunAsync(reference, User.ToActor(), now, cancellationToken) is not { } letter)
            return NotFound();
        var papers = settings.Get(Topics.Papers);
        var garuda = papers.Garuda.Length > 0 ? await photos.ReadAsync(papers.Garuda, isSmall: false, cancellationToken) : null;
        var document = new ForwardingLetterPaper(new PaperWords(papers)).Of(letter.Words, letter.Reference, agency.Value, garuda);
        return this.Paper(document, $"letter-{reference}", agency.Value.Name.Thai, now);
    }
}
