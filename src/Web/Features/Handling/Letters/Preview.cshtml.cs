using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Letters;

/// <summary>The letter on the screen, fit to be printed; in Thai as every official paper.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class PreviewModel(ShowForwardingLetter show, CurrentSettings settings, TimeProvider time) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    public LetterWords Letter { get; private set; } = null!;

    public string Garuda => settings.Get(Topics.Papers).Garuda;

    /// <summary>Numbers and dates as the office has them on paper.</summary>
    public PaperWords Words => new(settings.Get(Topics.Papers));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await show.RunAsync(Reference, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken) is not { } letter)
            return NotFound();
        Letter = letter.Words;
        return Page();
    }

    public static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
