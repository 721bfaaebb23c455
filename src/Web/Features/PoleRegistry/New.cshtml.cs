using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.PoleFiles;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PoleRegistry;

/// <summary>A pole that is not in the register yet.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class NewModel(RegisterPole useCase, PoleFactReader reader, TimeProvider time) : PageModel, IHasPoleForm
{
    [BindProperty]
    public PoleForm Form { get; set; } = new();

    [BindProperty]
    public string FormKey { get; set; } = "";

    public void OnGet() => FormKey = Infrastructure.Uploads.FormKey.New();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Form.Read(reader, ModelState, nameof(Form)) is not { } facts || !ModelState.IsValid)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        var code = await useCase.RunAsync(new(FormKey, facts), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext($"ขึ้นทะเบียนเสาแล้ว รหัส {code}", $"The pole is in the register with the code {code}.");
        return LocalRedirect(Links.Pole(code.ToString()));
    }
}
