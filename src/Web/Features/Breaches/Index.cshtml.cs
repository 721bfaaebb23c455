using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.DataProtection;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Breaches;

/// <summary>What to do when personal data got lost or into wrong hands, and the cases that there were.</summary>
[Authorize(Policy = Policies.Supervisors)]
public sealed class IndexModel(AppDb db, StartBreachCase start, TimeProvider time) : PageModel, IShowAgain
{
    public const int PageSize = 25;

    // As time fields of browsers send it, with seconds or without.
    static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    [BindProperty, Needed("กรุณาระบุว่าเกิดอะไรขึ้น", "Please say what happened"), AtMost(BreachCase.MaxWords)]
    public string What { get; set => field = ThaiText.Clean(value); } = "";

    /// <summary>When the authority got to know, Bangkok.</summary>
    [BindProperty, Needed("กรุณาระบุเวลาที่ทราบเหตุ", "Please say when you got to know")]
    public string KnownAt { get; set; } = "";

    /// <summary>Number of the last case of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<BreachCase> Cases { get; private set; } = [];

    public int? Next { get; private set; }

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        KnownAt = ThaiDates.ToBangkok(Now).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        await ShowAgainAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!DateTime.TryParseExact(KnownAt, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) && KnownAt.Length > 0)
            ModelState.AddModelError(nameof(KnownAt), Say.T("เวลาไม่ถูกต้อง", "This is no time"));
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var id = await start.RunAsync(
            new(What, ThaiDates.FromBangkok(DateOnly.FromDateTime(known), TimeOnly.FromDateTime(known))), User.ToActor(), Now, cancellationToken);
        this.ShowNext("เปิดเหตุแล้ว", "The case is open.");
        return LocalRedirect(Links.Breach(id));
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        var rows = await db.BreachCases.AsNoTracking().Where(it => Before == null || it.Id < Before)
            .OrderByDescending(it => it.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Cases = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Cases[^1].Id : null;
    }
}
