using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.DataSubjects;

/// <summary>An officer puts right who reported.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class CorrectModel(AppDb db, CorrectRequester correct, AuditLog audit, TimeProvider time) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    [BindProperty]
    public int SeenNumber { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxWords)]
    public string Name { get; set => field = ThaiText.Clean(value); } = "";

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.ReadRequestAsync(Reference, cancellationToken) is not { } request)
            return NotFound();
        ModelState.Clear();
        await audit.SeeAsync(AuditAction.RequestSeen, User.ToActor(), Now, AuditSubject.Request(Reference), cancellationToken);
        (SeenNumber, Name, Phone, Email) = (request.LastActNumber, request.Requester.Name, request.Requester.Phone, request.Requester.Email);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryParse(Phone, out var phone) && !string.IsNullOrWhiteSpace(Phone))
            ModelState.AddModelError(nameof(Phone), Say.T("หมายเลขโทรศัพท์ไม่ถูกต้อง (ตัวเลข 9–10 หลัก)", "The telephone number is not valid (9 or 10 digits)"));
        if (!EmailAddress.TryParse(Email, out var email) && !string.IsNullOrWhiteSpace(Email))
            ModelState.AddModelError(nameof(Email), Say.T("อีเมลไม่ถูกต้อง เช่น name@example.com", "The email address is not valid; for example name@example.com"));
        if (!ModelState.IsValid)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        await correct.RunAsync(new(Reference, SeenNumber, Name, phone.Digits, email.Address), User.ToActor(), Now, cancellationToken);
        this.ShowNext("แก้ไขข้อมูลผู้แจ้งแล้ว", "The data are put right.");
        return LocalRedirect(Links.OfficerRequest(Reference));
    }
}
