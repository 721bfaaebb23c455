using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Several;

/// <summary>
/// The page of an act on several requests: lists what was chosen and what cannot be done, sends the act once, then
/// says for each row what became of it.
/// </summary>
public abstract class SeveralPage(AppDb db, TimeProvider time) : PageModel, IShowAgain
{
    public abstract Act Act { get; }

    /// <summary>References, as the list sends them.</summary>
    [FromQuery(Name = "request")]
    public string[] Chosen { get; set; } = [];

    /// <summary>The rows as the confirmation showed them, see <see cref="ChosenRequest"/>.</summary>
    [BindProperty]
    public string[] Rows { get; set; } = [];

    /// <summary>The list that the officer came from, with its filters.</summary>
    [FromQuery(Name = "return")]
    public string? Return { get; set; }

    public IReadOnlyList<ChosenRow> List { get; private set; } = [];

    /// <summary>What became of each; null before.</summary>
    public IReadOnlyList<RowResult>? Results { get; private set; }

    protected AppDb Db => db;

    public string Back => Url.IsLocalUrl(Return) ? Return! : Links.Inbox;

    public bool IsTooMany { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ListAsync(Chosen, cancellationToken);
        Prefill();
        return IsTooMany ? new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity } : Page();
    }

    public Task ShowAgainAsync(CancellationToken cancellationToken) =>
        ListAsync([.. Posted().Select(one => one.Reference)], cancellationToken);

    /// <summary>What the form offers when it is first shown.</summary>
    protected virtual void Prefill() { }

    /// <summary>Does the act unless the form is wrong, then shows the results.</summary>
    protected async Task<IActionResult> SendAsync(
        Func<IReadOnlyList<ChosenRequest>, Actor, DateTime, Task<IReadOnlyList<RowResult>>> act, CancellationToken cancellationToken)
    {
        var chosen = Posted();
        await ShowAgainAsync(cancellationToken);
        if (!ModelState.IsValid || IsTooMany || chosen.Count == 0)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        Results = await act(chosen, User.ToActor(), time.GetUtcNow().UtcDateTime);
        return Page();
    }

    List<ChosenRequest> Posted() => [.. Rows.Select(ChosenRequest.Read).OfType<ChosenRequest>().DistinctBy(one => one.Reference)];

    async Task ListAsync(string[] references, CancellationToken cancellationToken)
    {
        var known = references.Select(text => Reference.TryParse(text, out var read) ? read.ToString() : "")
            .Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        IsTooMany = known.Count > EachRequest.Most;
        List = IsTooMany ? [] : await ChosenRow.ReadAsync(db, known, cancellationToken);
    }
}
