using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.ReceiveRegister;

/// <summary>An administrator says where the year's numbers go on.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class NextNumberModel(SetNextReceiveNumber set, ReceiveRegisterList list, CurrentSettings settings, TimeProvider time) : PageModel, IShowAgain
{
    [BindProperty, Needed("กรุณาระบุเลขถัดไป", "Please give the next number")]
    public string? Number { get; set; }

    public int Year { get; private set; }

    /// <summary>The last number in the year's register; 0 for none.</summary>
    public int Kept { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (settings.Get(Topics.Papers).ReceiveNumbers != ReceiveNumbers.Kept)
            return NotFound();
        await ShowAgainAsync(cancellationToken);
        Number = (await list.NextAsync(Year, cancellationToken)).ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var typed = ThaiDigits.ToArabic(Number ?? "").Trim();
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var next) || next is < 1 or > Infrastructure.Persistence.ReceiveRegister.MostNumber)
        {
            if (typed.Length > 0)
                ModelState.AddModelError(nameof(Number), Say.T("กรุณาระบุตัวเลข เช่น 1500", "Please enter a number, such as 1500"));
            await ShowAgainAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await set.RunAsync(next, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext($"เลขรับถัดไปคือ {next}", $"The next receive number is {next}.");
        return LocalRedirect(Links.ReceiveRegister);
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        Year = ThaiDates.BuddhistYear(time.GetUtcNow().UtcDateTime);
        Kept = await list.LastAsync(Year, cancellationToken);
    }
}
