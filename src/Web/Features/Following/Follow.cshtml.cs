using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Domain.Officers;
using Songthang.Domain.Publication;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.Following;

/// <summary>Asks how to reach somebody who wants to hear of a request that others reported.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SubmitPolicy)]
// The report form may come along with its files, see OnPostInsteadAsync.
[RequestSizeLimit(PhotoField.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoField.MostBytes)]
[ExpiredFormShownAgain]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FollowModel(PublicServiceRequests requests, FollowServiceRequest follow, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public string Reference { get; set; } = "";

    [BindProperty]
    public string FormKey { get; set; } = "";

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public bool Acknowledged { get; set; }

    /// <summary>From the report form of somebody who follows instead: the contact is taken over without standing in any address.</summary>
    [BindProperty(Name = "Form.Email")]
    public string? ReportedEmail { get; set; }

    [BindProperty(Name = "Form.Phone")]
    public string? ReportedPhone { get; set; }

    /// <summary>Whether the visitor was about to report the same place.</summary>
    public bool IsInstead { get; private set; }

    /// <summary>Null when there is no such request.</summary>
    public PublicServiceRequest? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        if (Found is null) return NotThere();
        return Found.MergedInto is { } main ? LocalRedirect("~" + Links.Follow(main)) : Page();
    }

    /// <summary>From the report form: nothing is stored yet.</summary>
    public async Task<IActionResult> OnPostInsteadAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await ShowAgainAsync(cancellationToken);
        IsInstead = true;
        return Found is null ? NotThere() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (email, phone) = (default(EmailAddress), default(PhoneNumber));
        if (!string.IsNullOrWhiteSpace(Email) && !EmailAddress.TryParse(Email, out email))
            ModelState.AddModelError(nameof(Email), Say.T("อีเมลไม่ถูกต้อง เช่น name@example.com", "The email address is not valid; for example name@example.com"));
        if (!string.IsNullOrWhiteSpace(Phone) && !PhoneNumber.TryParse(Phone, out phone))
            ModelState.AddModelError(nameof(Phone), Say.T("หมายเลขโทรศัพท์ไม่ถูกต้อง (ตัวเลข 9–10 หลัก)", "The telephone number is not valid (9 or 10 digits)"));
        if (ModelState.IsValid && email.Address.Length + phone.Digits.Length == 0)
            ModelState.AddModelError(nameof(Email), Say.T("กรุณาระบุอีเมลหรือหมายเลขโทรศัพท์", "Please give an email address or a phone number"));
        if (!Acknowledged)
            ModelState.AddModelError(nameof(Acknowledged), Say.T("กรุณาอ่านและทำเครื่องหมายรับทราบ", "Please read this and tick the box"));
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(cancellationToken);
            return Found is null ? NotThere() : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        KeepKey();
        var now = time.GetUtcNow().UtcDateTime;
        var secret = await follow.RunAsync(new(FormKey, Canonical, email, phone, Say.Language), Actor.Requester, now, cancellationToken);
        return secret is null ? NotThere() : LocalRedirect("~" + Links.FollowedRequest(secret));
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        (Email, Phone) = (Email ?? ReportedEmail, Phone ?? ReportedPhone);
        KeepKey();
        Found = Domain.ServiceRequests.Reference.TryParse(Reference, out var reference)
            ? (await requests.FindAsync(reference, cancellationToken))?.Request
            : null;
    }

    string Canonical => Domain.ServiceRequests.Reference.TryParse(Reference, out var reference) ? reference.ToString() : "";

    /// <summary>A key that this program did not make is replaced, in the field as well, which otherwise shows what was sent.</summary>
    void KeepKey()
    {
        if (Songthang.Infrastructure.Uploads.FormKey.IsValid(FormKey)) return;
        ModelState.Remove(nameof(FormKey));
        FormKey = Songthang.Infrastructure.Uploads.FormKey.New();
    }

    static PageResult NotThere() => new() { StatusCode = StatusCodes.Status404NotFound };
}
