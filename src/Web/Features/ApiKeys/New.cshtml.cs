using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.ApiKeys;

/// <summary>A page with the fields of a key.</summary>
public interface IKeyPage
{
    KeyForm Form { get; }
}

/// <summary>An administrator makes a key and passes it on.</summary>
[Authorize(Policy = Policies.Administrators)]
[ConfirmFirst]
public sealed class NewModel(CreateApiKey create, TimeProvider time) : PageModel, IKeyPage
{
    [BindProperty]
    public KeyForm Form { get; set; } = new();

    /// <summary>What to pass on, once.</summary>
    public (int Id, string Key)? Created { get; private set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Form.Check((field, words) => ModelState.AddModelError($"{nameof(Form)}.{field}", words));
        if (!ModelState.IsValid) return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        Created = await create.RunAsync(Form.ToLimits(), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        return Page();
    }
}
