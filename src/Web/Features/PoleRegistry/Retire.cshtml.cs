using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.Assets;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.PoleRegistry;

/// <summary>A pole is taken out of use; it stays in the register.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class RetireModel(RetirePole useCase, PolesAtHand poles, TimeProvider time) : PolePage(poles, time)
{
    [BindProperty]
    public string? On { get; set; }

    [BindProperty, Needed("กรุณาระบุเหตุผล", "Please say why"), AtMost(Pole.MaxReason)]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        On = TypedDay.Write(Today);
        return await FindAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = TypedDay.Read(On);
        if (day is null)
            ModelState.AddModelError(nameof(On), Say.T("กรุณาระบุวันที่เลิกใช้", "Please say from which day"));
        return await SendAsync(
            (code, by) => useCase.RunAsync(new(code, SeenVersion, day!.Value, Reason!), by, Now, cancellationToken),
            "เลิกใช้เสานี้แล้ว ข้อมูลและประวัติยังอยู่ในทะเบียน", "The pole is out of use; it stays in the register with its history.", cancellationToken);
    }
}
