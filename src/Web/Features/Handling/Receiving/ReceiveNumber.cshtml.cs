using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Receiving;

/// <summary>The receive number that the office's registry gave, typed in by an officer.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class ReceiveNumberModel(RecordReceiveNumber record, AppDb db, CurrentSettings settings, TimeProvider time) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    [BindProperty, Needed("กรุณาระบุเลขรับ", "Please give the receive number"), AtMost(ReceiveStamp.MaxNumber)]
    public string? Number { get; set; }

    [BindProperty, Needed("กรุณาระบุวันที่รับ", "Please give the day")]
    public string? Day { get; set; }

    [BindProperty, Needed("กรุณาระบุเวลาที่รับ", "Please give the hour")]
    public string? Hour { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (settings.Get(Topics.Papers).ReceiveNumbers != ReceiveNumbers.Typed || await db.ReadRequestAsync(Reference, cancellationToken) is not { } it)
            return NotFound();
        var wall = ThaiDates.ToBangkok(it.Stamp?.At ?? time.GetUtcNow().UtcDateTime);
        (Number, Day, Hour) = (it.Stamp?.Number, TypedDay.Write(DateOnly.FromDateTime(wall)), wall.ToString("HH:mm", CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = TypedDay.Read(Day);
        var hour = TimeOnly.TryParseExact((Hour ?? "").Trim().Replace('.', ':'), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read
            : (TimeOnly?)null;
        if (!string.IsNullOrWhiteSpace(Day) && day is null)
            ModelState.AddModelError(nameof(Day), Say.T("วันที่ไม่ถูกต้อง", "This is no day"));
        if (!string.IsNullOrWhiteSpace(Hour) && hour is null)
            ModelState.AddModelError(nameof(Hour), Say.T("เวลาไม่ถูกต้อง เช่น 09:30", "This is no time, such as 09:30"));
        if (!ModelState.IsValid)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        await record.RunAsync(new(Reference, new(Number!, ThaiDates.FromBangkok(day!.Value, hour!.Value))), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext("บันทึกเลขรับแล้ว", "The receive number is saved.");
        return LocalRedirect(Links.OfficerRequest(Reference));
    }
}
