using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Tracking;

/// <summary>Finds the own page by reference and telephone number. The number is sent in the body, never in an address.</summary>
[EnableRateLimiting(RateLimits.TrackPolicy)]
[ExpiredFormShownAgain]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TrackModel(FindOwnPage findOwnPage) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Needed("กรุณาระบุเลขที่เรื่อง", "Please enter the reference")]
    public string? Reference { get; set; }

    [BindProperty]
    [Needed("กรุณาระบุหมายเลขโทรศัพท์", "Please enter the phone number")]
    public string? Phone { get; set; }

    /// <summary>The public page of the reference that was typed; null when it cannot be read as one.</summary>
    public string? PublicPage => Domain.ServiceRequests.Reference.TryParse(Reference, out var reference) ? Links.PublicReport(reference.ToString()) : null;

    public void OnGet()
    {
        Phone = null;
        ModelState.Clear();
        if (!string.IsNullOrWhiteSpace(Reference) && PublicPage is null)
            ModelState.AddModelError(nameof(Reference), Unreadable);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (reference, phone) = (default(Domain.ServiceRequests.Reference), default(PhoneNumber));
        if (!string.IsNullOrWhiteSpace(Reference) && !Domain.ServiceRequests.Reference.TryParse(Reference, out reference))
            ModelState.AddModelError(nameof(Reference), Unreadable);
        if (!string.IsNullOrWhiteSpace(Phone) && !PhoneNumber.TryParse(Phone, out phone))
            ModelState.AddModelError(nameof(Phone), Say.T("หมายเลขโทรศัพท์ไม่ถูกต้อง (ตัวเลข 9–10 หลัก)", "Not a valid phone number (9 or 10 digits)"));
        if (!ModelState.IsValid)
            return Again();

        if (await findOwnPage.RunAsync(reference, phone, cancellationToken) is { } secret)
            return LocalRedirect("~" + Links.OwnPage(secret));
        ModelState.AddModelError("", Say.T(
            "ไม่พบเรื่องตามเลขที่และหมายเลขโทรศัพท์นี้ กรุณาตรวจสอบทั้งสองช่องอีกครั้ง",
            "No report was found with this reference and phone number. Please check both."));
        return Again();
    }

    static string Unreadable => Say.T("ไม่พบเลขที่เรื่องนี้ กรุณาตรวจสอบตัวเลข", "There is no such reference; please check the digits");

    static PageResult Again() => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };
}
