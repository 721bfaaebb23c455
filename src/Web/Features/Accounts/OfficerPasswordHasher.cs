using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts;

/// <summary>
/// Identity's hash over the password in NFC: the same Thai or accented letters are the same password, whichever
/// keyboard composed them.
/// </summary>
sealed class OfficerPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<OfficerAccount>(options)
{
    public override string HashPassword(OfficerAccount user, string password) => base.HashPassword(user, Normal(password));

    public override PasswordVerificationResult VerifyHashedPassword(OfficerAccount user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, Normal(providedPassword));

    static string Normal(string password) => password.Normalize(NormalizationForm.FormC);
}
