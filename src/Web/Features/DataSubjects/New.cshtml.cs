using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.DataProtection;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.DataSubjects;

/// <summary>An officer takes down what somebody asks for of the own data.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class NewModel(ReceiveDataSubjectRequest receive, TimeProvider time) : PageModel
{
    [BindProperty]
    public DataSubjectWish Wish { get; set; }

    [BindProperty, Needed("กรุณาระบุชื่อผู้ขอ", "Please say who asks"), AtMost(DataSubjectRequest.MaxName)]
    public string Name { get; set => field = ThaiText.Clean(value); } = "";

    [BindProperty, Needed("กรุณาระบุช่องทางติดต่อกลับ", "Please say how to reach them"), AtMost(DataSubjectRequest.MaxName)]
    public string Contact { get; set => field = ThaiText.Clean(value); } = "";

    [BindProperty, AtMost(DataSubjectRequest.MaxWords)]
    public string Words { get; set => field = ThaiText.Clean(value); } = "";

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        var id = await receive.RunAsync(new(Wish, Name, Contact, Words), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext("รับคำขอแล้ว", "The request is taken down.");
        return LocalRedirect(Links.DataSubject(id));
    }
}
