using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Reporting;

/// <summary>An officer takes down a report by telephone or at the counter, in under a minute and without a mouse.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class TakeReportModel(SubmitServiceRequest submit, LookAround look, PoleToReport poles, Province province, FaultTypes faults, TimeProvider time) : PageModel
{
    [BindProperty]
    public TakenForm Form { get; set; } = new();

    /// <summary>One form is one request, however often it is sent.</summary>
    [BindProperty]
    public string FormKey { get; set; } = Songthang.Infrastructure.Uploads.FormKey.New();

    public Province Province => province;

    /// <summary>Such as from the pole's own page: <c>?pole=001234-5</c>.</summary>
    public async Task OnGetAsync(string? pole, CancellationToken cancellationToken)
    {
        if (await poles.FindAsync(pole, cancellationToken) is { Place: var place })
            Form.Fill(place);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (!Songthang.Infrastructure.Uploads.FormKey.IsValid(FormKey)) StartAnew();
        Form.Check(ModelState, nameof(Form), province, faults, now);
        if (!ModelState.IsValid) return Again(StatusCodes.Status422UnprocessableEntity);
        try
        {
            var received = await submit.RunAsync(Form.ToReport(FormKey, now), User.ToActor(), now, cancellationToken);
            var (thai, english) = Owner(await look.RunAsync(Form.ToPlace(), cancellationToken));
            this.ShowNext($"บันทึกแล้ว เลขที่เรื่อง {received.Reference}{thai}", $"Saved as {received.Reference}.{english}",
                Links.Receipt(received.Secret), new Phrase("ใบรับเรื่องสำหรับผู้แจ้ง", "Receipt for the reporter"));
            return Redirect(Url.Content("~" + Links.OfficerRequest(received.Reference)));
        }
        catch (RuleBroken rule) when (rule.Code == SubmitServiceRequest.KeyReused)
        {
            StartAnew();
            ModelState.AddModelError("", Say.T(rule.Sentence));
            return Again(StatusCodes.Status409Conflict);
        }
    }

    /// <summary>What the officer can tell the caller at once.</summary>
    static (string Thai, string English) Owner(Surroundings around) => around.Other is not { } other ? ("", "")
        : ($" ไฟบริเวณนี้น่าจะเป็นของ{other.Name.Thai}", $" The lamp probably belongs to {other.Name.English}.");

    void StartAnew()
    {
        FormKey = Songthang.Infrastructure.Uploads.FormKey.New();
        // A missing or misshapen key is not the officer's mistake.
        ModelState.Remove(nameof(FormKey));
    }

    static PageResult Again(int status) => new() { StatusCode = status };
}
