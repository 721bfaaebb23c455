using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Shared.Acts;

/// <summary>
/// The page of one act on a request: shows the request in short above the form, sends the act, and when somebody
/// acted in between shows what happened, with all that was typed still there and fit to be sent again.
/// </summary>
public abstract class ActPage(AppDb db, TimeProvider time) : PageModel, IShowAgain
{
    public abstract Act Act { get; }

    [FromRoute]
    public string Reference { get; set; } = "";

    /// <summary>The number that the form was shown with.</summary>
    [BindProperty]
    public int SeenNumber { get; set; }

    /// <summary>The list that the officer came from, with its filters.</summary>
    [FromQuery(Name = "return")]
    public string? Return { get; set; }

    /// <summary>Code of the prepared text that the form is to begin with.</summary>
    [FromQuery(Name = "template")]
    public string? Template { get; set; }

    public RequestAtHand AtHand { get; private set; } = null!;

    /// <summary>What others did since the form was shown.</summary>
    public IReadOnlyList<ActDone> Meanwhile { get; private set; } = [];

    public bool IsAllowed => Act.IsAllowed(AtHand.Status, AtHand.IsChecked);

    /// <summary>The page of the request, which leads back to where the officer came from.</summary>
    public string Back => Links.OfficerRequest(Reference, Url.IsLocalUrl(Return) ? Return : null);

    protected AppDb Db => db;

    protected DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        // The page shows the citizen's own words, and some acts more than that.
        await new AuditLog(db).SeeAsync(AuditAction.RequestSeen, User.ToActor(), Now, AuditSubject.Request(AtHand.Reference), cancellationToken);
        Prefill();
        return IsAllowed ? Page() : Again(StatusCodes.Status409Conflict);
    }

    /// <summary>Read anew, so that the form carries the newest number and says what came in between.</summary>
    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        if (AtHand.LastActNumber != SeenNumber)
            Meanwhile = await db.ActsSinceAsync(Reference, SeenNumber, cancellationToken);
    }

    /// <summary>What the form offers when it is first shown.</summary>
    protected virtual void Prefill() { }

    /// <summary>Does the act unless the form is wrong, then returns to the request.</summary>
    protected async Task<IActionResult> SendAsync(
        Func<Actor, DateTime, Task> act, string doneThai, string doneEnglish, CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        if (!ModelState.IsValid) return await AgainAsync(StatusCodes.Status422UnprocessableEntity, cancellationToken);
        try
        {
            await act(User.ToActor(), Now);
        }
        catch (RuleBroken rule) when (rule.Code == Acting.ActedMeanwhile)
        {
            return await AgainAsync(StatusCodes.Status409Conflict, cancellationToken);
        }

        this.ShowNext(doneThai, doneEnglish);
        return Redirect(Url.Content("~" + Destination));
    }

    /// <summary>Where the officer goes after the act.</summary>
    protected virtual string Destination => Back;

    /// <summary>The form as it was sent, with what happened meanwhile.</summary>
    protected async Task<IActionResult> AgainAsync(int status, CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        return Again(status);
    }

    PageResult Again(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    /// <summary>Reads the request; a page that shows more of it reads that here too.</summary>
    protected virtual async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRequestAtHandAsync(Reference, cancellationToken) is not { } found) return false;
        AtHand = found;
        await LoadAsync(cancellationToken);
        return true;
    }

    /// <summary>What else the page of this act shows of the request at hand.</summary>
    protected virtual Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
