using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Shared.Own;

/// <summary>
/// The page of one act of the requester, who holds the own link: shows the form while the act is possible, sends it,
/// and leads back to the own page. When it is not possible any more, what was typed is still there to be read.
/// </summary>
[AllowAnonymous]
[ExpiredFormShownAgain]
public abstract class OwnActPage(OwnServiceRequests requests, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public string Secret { get; init; } = "";

    /// <summary>Null when the link leads nowhere.</summary>
    public ServiceRequest? Found { get; private set; }

    /// <summary>The request that goes on for it, when it was merged; null otherwise.</summary>
    public ServiceRequest? Main { get; private set; }

    /// <summary>Whether the act can be done to the request that was found; the domain has the last word.</summary>
    public abstract bool IsPossible { get; }

    /// <summary>What the requester wrote.</summary>
    public abstract string? Typed { get; }

    protected DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        return Found is null ? NotThere() : Page();
    }

    public virtual Task ShowAgainAsync(CancellationToken cancellationToken) => FindAsync(cancellationToken);

    protected async Task FindAsync(CancellationToken cancellationToken)
    {
        Found = await requests.ReadAsync(Secret, cancellationToken);
        Main = Found is null ? null : await requests.MainOfAsync(Found, cancellationToken);
    }

    /// <summary>Does the act, which says false when the link leads nowhere, unless the form is wrong.</summary>
    protected async Task<IActionResult> SendAsync(
        Func<Actor, DateTime, Task<bool>> act, string doneThai, string doneEnglish, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await AgainAsync(cancellationToken);
        if (!await act(Actor.Requester, Now))
            return NotThere();
        this.ShowNext(doneThai, doneEnglish);
        return LocalRedirect("~" + Links.OwnPage(Secret));
    }

    /// <summary>The form as it was sent, such as after a file was added.</summary>
    protected async Task<IActionResult> AgainAsync(CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        return Found is null
            ? NotThere()
            : new PageResult { StatusCode = ModelState.IsValid ? null : StatusCodes.Status422UnprocessableEntity };
    }

    protected static PageResult NotThere() => new() { StatusCode = StatusCodes.Status404NotFound };
}
