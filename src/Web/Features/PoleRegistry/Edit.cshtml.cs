using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.PoleFiles;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PoleRegistry;

/// <summary>What the register knows of a pole is corrected.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class EditModel(CorrectPole useCase, PolesAtHand poles, PoleFactReader reader, TimeProvider time) : PolePage(poles, time), IHasPoleForm
{
    [BindProperty]
    public PoleForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } missing)
            return missing;
        Form = PoleForm.Of(It.Pole.Facts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var facts = Form.Read(reader, ModelState, nameof(Form));
        return await SendAsync(
            (code, by) => useCase.RunAsync(new(code, SeenVersion, facts!), by, Now, cancellationToken),
            "บันทึกการแก้ไขแล้ว", "The correction is saved.", cancellationToken);
    }
}
