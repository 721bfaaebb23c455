using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>A new work order: the chosen requests, others near them to take along, crew and day.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class NewModel(CreateWorkOrder useCase, WorkCandidates candidates, TimeProvider time) : PageModel, IShowAgain
{
    const int MostAsked = 60, MostDaysBack = 60, MostDaysAhead = 366;

    /// <summary>What the page was opened for.</summary>
    [FromQuery(Name = "request")]
    public List<string> Asked { get; set; } = [];

    /// <summary>What is ticked.</summary>
    [BindProperty]
    public List<string> References { get; set; } = [];

    /// <summary>One more, as typed.</summary>
    [BindProperty]
    public string? Add { get; set; }

    /// <summary>The button that only adds one more.</summary>
    [BindProperty]
    public bool Look { get; set; }

    [BindProperty, Needed("กรุณาเลือกชุดช่าง", "Please choose the crew")]
    public string? CrewCode { get; set; }

    [BindProperty, Needed("กรุณาระบุวันที่ทำงาน", "Please say on which day")]
    public DateOnly? PlannedOn { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Instructions { get; set; }

    [BindProperty]
    public string FormKey { get; set; } = "";

    public IReadOnlyList<WorkCandidate> Chosen { get; private set; } = [];

    public IReadOnlyList<WorkCandidate> Suggested { get; private set; } = [];

    DateTime Now => time.GetUtcNow().UtcDateTime;

    DateOnly Today => ThaiDates.BangkokDate(Now);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        References = Asked;
        FormKey = Infrastructure.Uploads.FormKey.New();
        PlannedOn = Today.AddDays(1);
        await ShowAgainAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await AddTypedAsync(cancellationToken);
        if (Look)
        {
            // The gaps are no mistakes yet.
            foreach (var field in ModelState.Where(field => field.Key != nameof(Add)))
                field.Value?.Errors.Clear();
            await ShowAgainAsync(cancellationToken);
            return Page();
        }

        var day = PlannedDay.InOurEra(PlannedOn);
        if (day is { } planned && (planned < Today.AddDays(-MostDaysBack) || planned > Today.AddDays(MostDaysAhead)))
            ModelState.AddModelError(nameof(PlannedOn), Say.T("วันที่ทำงานต้องไม่เกินหนึ่งปี กรุณาตรวจสอบ", "The day must be within a year; please check"));
        if (References.Count == 0)
            ModelState.AddModelError(nameof(References), Say.T("กรุณาเลือกอย่างน้อย 1 เรื่อง", "Please choose at least one request"));
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var made = await useCase.RunAsync(new(FormKey, References, CrewCode!, day!.Value, Instructions ?? ""), User.ToActor(), Now, cancellationToken);
        var words = new Phrase($"ออกใบสั่งงาน {made.Number} แล้ว", $"Work order {made.Number} is made.").And(made.Left);
        this.ShowNext(words.Thai, words.English);
        return LocalRedirect(Links.WorkOrder(made.Number.Slug));
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        Chosen = await candidates.FindAsync([.. Known(Asked.Concat(References)).Distinct(StringComparer.Ordinal).Take(MostAsked)], cancellationToken);
        Suggested = await candidates.NearAsync(Chosen, cancellationToken);
    }

    public bool IsTicked(WorkCandidate one) => one.Fits && References.Contains(one.Reference);

    // What is no reference never reaches the database.
    static IEnumerable<string> Known(IEnumerable<string> references) =>
        references.Select(text => Reference.TryParse(text, out var reference) ? reference.ToString() : "").Where(text => text.Length > 0);

    async Task AddTypedAsync(CancellationToken cancellationToken)
    {
        References = [.. Known(References).Distinct(StringComparer.Ordinal).Take(MostAsked)];
        if (string.IsNullOrWhiteSpace(Add))
            return;
        var found = Reference.TryParse(Add, out var reference) ? await candidates.FindAsync([reference.ToString()], cancellationToken) : [];
        if (found.Count == 0)
        {
            ModelState.AddModelError(nameof(Add), Say.T("ไม่พบเลขที่เรื่องนี้ กรุณาตรวจสอบตัวเลข", "There is no request with this reference. Please check the digits."));
            return;
        }

        References = [.. References, found[0].Reference];
        Add = null;
        ModelState.Remove(nameof(Add));
    }
}
