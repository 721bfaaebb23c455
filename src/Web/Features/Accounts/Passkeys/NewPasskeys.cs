using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts.Passkeys;

/// <summary>What a browser is asked, so that it makes a passkey.</summary>
public sealed class NewPasskeys(AppDb db, UserManager<OfficerAccount> users, IPasskeyHandler<OfficerAccount> passkeys, PasskeyChallenges challenges)
{
    const int Most = 20;

    /// <summary>What a script hands to the browser.</summary>
    /// <exception cref="RuleBroken">There are enough.</exception>
    public async Task<string> AskAsync(Actor by, HttpContext request, DateTime now, CancellationToken cancellationToken)
    {
        var account = await users.FindAsync(by.OfficerId!.Value);
        if (await db.Passkeys.CountAsync(passkey => passkey.OfficerId == account.Id, cancellationToken) >= Most)
            throw new RuleBroken("account.passkeys-enough", new Phrase($"มีพาสคีย์ได้ไม่เกิน {Most} รายการ", $"There can be no more than {Most} passkeys."));
        var made = await passkeys.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = account.Id.ToString(CultureInfo.InvariantCulture), Name = account.UserName!, DisplayName = account.DisplayName }, request);
        return PasskeyProof.Asked(
            await challenges.IssueAsync(PasskeyPurpose.Add, account.Id, made.AttestationState!, now, cancellationToken), made.CreationOptionsJson);
    }
}
