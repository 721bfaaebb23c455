using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Accounts;

/// <summary>An administrator makes an account and passes its first password on.</summary>
[Authorize(Policy = Policies.Administrators)]
[ConfirmFirst]
public sealed class NewUserModel(CreateAccount createAccount, CurrentSettings settings, TimeProvider time) : PageModel
{
    [BindProperty, Needed("กรุณาระบุชื่อ", "Please enter the name"), AtMost(100)]
    public string? DisplayName { get; set; }

    [BindProperty, Needed("กรุณาระบุชื่อผู้ใช้", "Please enter a user name")]
    public string? UserName { get; set; }

    [BindProperty, AtMost(254)]
    public string? Email { get; set; }

    [BindProperty, Needed("กรุณาเลือกบทบาท", "Please choose a role")]
    public OfficerRole? Role { get; set; }

    /// <summary>Only matters for the role of a crew.</summary>
    [BindProperty]
    public string? CrewCode { get; set; }

    /// <summary>What to tell the new colleague, once.</summary>
    public (string UserName, string Password)? Initial { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Role is { } role && !Enum.IsDefined(role) || !CrewChoice.IsKnown(settings, CrewCode)) return BadRequest();
        if (!ModelState.IsValid) return Page();
        var password = InitialPassword.Create();
        try
        {
            await createAccount.RunAsync(
                new NewAccount(UserName!, DisplayName!, Role!.Value, password, MustChangePassword: true, Email ?? "", CrewCode ?? ""),
                User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        }
        catch (RuleBroken rule) when (AccountFields.Of(rule) is { } field)
        {
            ModelState.AddModelError(field, Say.T(rule.Sentence));
            return Page();
        }
        Initial = (UserNames.Clean(UserName), password);
        return Page();
    }
}
