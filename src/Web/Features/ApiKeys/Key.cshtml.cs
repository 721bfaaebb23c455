using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.ApiKeys;

/// <summary>One key: what it may do, and how often it was used.</summary>
[Authorize(Policy = Policies.Administrators)]
[ConfirmFirst]
public sealed class KeyModel(AppDb db, ChangeApiKey change, TimeProvider time) : PageModel, IKeyPage, IShowAgain
{
    const int DaysShown = 60;

    [FromRoute]
    public int Id { get; set; }

    [BindProperty]
    public KeyForm Form { get; set; } = new();

    public ApiKey Key { get; private set; } = null!;

    public IReadOnlyList<ApiKeyDay> Days { get; private set; } = [];

    public int Requests { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (!await ReadAsync(cancellationToken)) return NotFound();
        Form = KeyForm.Of(Key);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        Form.Check((field, words) => ModelState.AddModelError($"{nameof(Form)}.{field}", words));
        if (!ModelState.IsValid) return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        await change.RunAsync(new ChangedApiKey(Id, Form.ToLimits()), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext("บันทึกแล้ว", "Saved");
        return LocalRedirect(Links.ApiKey(Id));
    }

    public Task ShowAgainAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == Id, cancellationToken) is not { } found) return false;
        Key = found;
        Days = await db.ApiKeyDays.AsNoTracking().Where(day => day.ApiKeyId == Id)
            .OrderByDescending(day => day.Day).Take(DaysShown).ToListAsync(cancellationToken);
        Requests = await db.PartnerReports.CountAsync(report => report.ApiKeyId == Id, cancellationToken);
        return true;
    }
}
