using Microsoft.AspNetCore.Identity;
using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts;

/// <summary>What Identity refused, in our words.</summary>
static class AccountRules
{
    public const string PasswordUnfit = "account.password-unfit";
    public const string CurrentPasswordWrong = "account.current-password-wrong";
    public const string UserNameUnfit = "account.user-name-unfit";
    public const string EmailUnfit = "account.email-unfit";
    public const string UserNameTaken = "account.user-name-taken";

    /// <summary>The address as it is stored; null for none.</summary>
    /// <exception cref="RuleBroken">What was typed is no address.</exception>
    public static string? EmailOf(string typed) => string.IsNullOrWhiteSpace(typed) ? null
        : EmailAddress.TryParse(typed, out var email) ? email.Address
        : throw new RuleBroken(EmailUnfit, new Phrase("อีเมลไม่ถูกต้อง กรุณาตรวจสอบ", "This is no email address; please check it."));

    /// <exception cref="RuleBroken">The password is not fit for this account.</exception>
    public static void DemandFit(string password, OfficerAccount account, Startup startup)
    {
        if (PasswordRules.Problem(password, PasswordRules.NamesOf(account), startup.IsDemo) is { } problem)
            throw new RuleBroken(PasswordUnfit, problem);
    }

    /// <exception cref="RuleBroken">Identity refused; nothing was stored.</exception>
    public static void Demand(this IdentityResult result)
    {
        if (result.Succeeded) return;
        throw result.Errors.First().Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateUserName) => new RuleBroken(UserNameTaken, new Phrase(
                "มีชื่อผู้ใช้นี้แล้ว กรุณาใช้ชื่ออื่น", "This user name is taken. Please choose another.")),
            nameof(IdentityErrorDescriber.ConcurrencyFailure) => new RuleBroken("account.changed-meanwhile", new Phrase(
                "มีผู้แก้ไขบัญชีนี้ในเวลาเดียวกัน กรุณาลองอีกครั้ง", "Somebody changed this account at the same moment. Please try again.")),
            var code => new InvalidOperationException($"Identity refused: {code}"),
        };
    }

    /// <exception cref="RuleBroken">There is no such account.</exception>
    public static async Task<OfficerAccount> FindAsync(this UserManager<OfficerAccount> users, int id) =>
        await users.FindByIdAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture)) ?? throw Unknown();

    public static RuleBroken Unknown() => new("account.unknown", new Phrase("ไม่พบบัญชีผู้ใช้นี้", "There is no such account."));
}
