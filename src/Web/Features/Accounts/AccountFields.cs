using Songthang.Domain;

namespace Songthang.Web.Features.Accounts;

/// <summary>Beside which field a broken rule is told, on forms that make an account.</summary>
static class AccountFields
{
    public static string? Of(RuleBroken rule) => rule.Code switch
    {
        AccountRules.UserNameTaken or AccountRules.UserNameUnfit => "UserName",
        AccountRules.EmailUnfit => "Email",
        AccountRules.PasswordUnfit => "Password",
        _ => null,
    };
}
