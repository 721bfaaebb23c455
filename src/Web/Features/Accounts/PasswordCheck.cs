using Microsoft.AspNetCore.Identity;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>Lets no password into an account that <see cref="PasswordRules"/> refuses, whichever way it comes.</summary>
sealed class PasswordCheck(Startup startup) : IPasswordValidator<OfficerAccount>
{
    public Task<IdentityResult> ValidateAsync(UserManager<OfficerAccount> manager, OfficerAccount user, string? password)
    {
        var problem = PasswordRules.Problem(password ?? "", PasswordRules.NamesOf(user), startup.IsDemo);
        return Task.FromResult(problem is { } words
            ? IdentityResult.Failed(new IdentityError { Code = "password", Description = Say.T(words) })
            : IdentityResult.Success);
    }
}
