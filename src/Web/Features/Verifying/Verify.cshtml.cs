using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Verifying;

/// <summary>The button by which the director has all timelines verified, and what came of it.</summary>
[Authorize(Policy = Policies.Supervisors)]
public sealed class VerifyModel(AppDb db, StartVerification start, TimeProvider time) : PageModel
{
    /// <summary>The newest, whether or not it has ended; null before the first.</summary>
    public Verification? Last { get; private set; }

    public bool IsRunning => Last?.IsRunning(time.GetUtcNow().UtcDateTime) == true;

    public IEnumerable<BrokenTimeline> Broken => (Last?.Broken ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ')).Select(parts => new BrokenTimeline(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture)));

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Last = await db.Set<Verification>().AsNoTracking().OrderByDescending(it => it.Id).FirstOrDefaultAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await start.RunAsync(User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        return LocalRedirect(Links.Verify);
    }

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
