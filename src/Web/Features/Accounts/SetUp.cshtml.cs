using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Domain;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Accounts;

/// <summary>What the link that the program prints at its first start leads to.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class SetUpModel(AppDb db, FirstSetUp setUp, CreateFirstAdministrator create, TimeProvider time) : PageModel
{
    [FromRoute]
    public string Key { get; set; } = "";

    [BindProperty, AtMost(100)]
    public string? DisplayName { get; set; }

    [BindProperty, Needed("กรุณาระบุชื่อผู้ใช้", "Please enter a user name")]
    public string? UserName { get; set; }

    [BindProperty, DataType(DataType.Password), Needed("กรุณาระบุรหัสผ่าน", "Please enter a password")]
    public string? Password { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await setUp.AllowsAsync(Key, db, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await setUp.AllowsAsync(Key, db, cancellationToken)) return NotFound();
        if (!ModelState.IsValid) return Page();
        try
        {
            await create.RunAsync(
                new FirstAdministrator(Key, UserName!, DisplayName ?? "", Password!), time.GetUtcNow().UtcDateTime, cancellationToken);
        }
        catch (RuleBroken rule) when (AccountFields.Of(rule) is { } field)
        {
            ModelState.AddModelError(field, Say.T(rule.Sentence));
            return Page();
        }
        this.ShowNext("สร้างบัญชีแล้ว กรุณาเข้าสู่ระบบ", "The account is made. Please sign in");
        return LocalRedirect(Links.SignIn);
    }
}
