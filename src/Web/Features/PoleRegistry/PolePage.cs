using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain;
using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.PoleRegistry;

/// <summary>A page about one pole of the register.</summary>
public abstract class PolePage(PolesAtHand poles, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>The pole's version when the form was shown.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    public PoleAtHand It { get; private set; } = null!;

    /// <summary>What others did since the form was shown.</summary>
    public IReadOnlyList<PoleEntry> Meanwhile { get; private set; } = [];

    protected DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Today in Bangkok.</summary>
    public DateOnly Today => ThaiDates.BangkokDate(Now);

    protected string Address => Links.Pole(It.Pole.Code.ToString());

    /// <summary>Reads the pole; a code typed in another way is no address of its own.</summary>
    protected async Task<IActionResult?> FindAsync(CancellationToken cancellationToken)
    {
        if (!PoleCode.TryParse(Code, out var code) || await poles.FindAsync(code, cancellationToken) is not { } found)
            return NotFound();
        It = found;
        return null;
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        if (It.Pole.Version != SeenVersion)
            Meanwhile = [.. It.Pole.History.Where(entry => entry.Number > SeenVersion)];
        await ReadMoreAsync(cancellationToken);
    }

    /// <summary>What else the page shows.</summary>
    protected virtual Task ReadMoreAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does the act unless the form is wrong, then goes to the pole.</summary>
    protected async Task<IActionResult> SendAsync(
        Func<PoleCode, Actor, Task> act, string doneThai, string doneEnglish, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } missing)
            return missing;
        if (!ModelState.IsValid)
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity, cancellationToken);
        try
        {
            await act(It.Pole.Code, User.ToActor());
        }
        catch (RuleBroken rule) when (rule.Code == PoleActing.ActedMeanwhile)
        {
            ModelState.AddModelError("", Say.T(rule.Sentence));
            return await AgainAsync(StatusCodes.Status409Conflict, cancellationToken);
        }

        this.ShowNext(doneThai, doneEnglish);
        return LocalRedirect(Address);
    }

    /// <summary>The form as it was sent; sent again it acts on what there is now.</summary>
    protected async Task<IActionResult> AgainAsync(int status, CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        return new PageResult { StatusCode = status };
    }
}
