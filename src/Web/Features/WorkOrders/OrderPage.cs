using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>
/// A page about one work order. When somebody acted on it since the form was shown, it says what happened, with all that
/// was typed still there and fit to be sent again. A crew finds only its own orders.
/// </summary>
public abstract class OrderPage(AppDb db, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public string Slug { get; set; } = "";

    /// <summary>The version that the form was shown with.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    public WorkOrderAtHand Order { get; private set; } = null!;

    /// <summary>What others did since the form was shown.</summary>
    public IReadOnlyList<WorkOrderEntry> Meanwhile { get; private set; } = [];

    protected WorkOrderNumber Number => Order.Number;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public virtual async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        // Each entry raises the version by one: the version is the number of the last entry that the form knew.
        if (SeenVersion > 0)
            Meanwhile = [.. Order.Story.Where(entry => entry.Number > SeenVersion)];
    }

    protected async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (!WorkOrderNumber.TryParseSlug(Slug, out var number)
            || await db.FindWorkOrderAtHandAsync(number, User.OnlyCrew(), cancellationToken) is not { } found)
        {
            return false;
        }

        Order = found;
        return true;
    }

    /// <summary>Does the act, says what became of it, and goes on.</summary>
    protected async Task<IActionResult> SendAsync(
        Func<Task<WorkDone>> act, Phrase done, Func<WorkDone, string> next, CancellationToken cancellationToken)
    {
        WorkDone became;
        try
        {
            became = await act();
        }
        catch (RuleBroken rule) when (rule.Code is WorkOrderActing.ActedMeanwhile or "work-order.settled" or "work-order.transition")
        {
            ModelState.AddModelError("", Say.T(rule.Sentence));
            await ShowAgainAsync(cancellationToken);
            return Again(StatusCodes.Status409Conflict);
        }

        var words = done.And(became.Left);
        this.ShowNext(words.Thai, words.English);
        return LocalRedirect(next(became));
    }

    /// <summary>The form as it was sent.</summary>
    protected async Task<IActionResult> AgainAsync(CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        return Again(ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    PageResult Again(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
