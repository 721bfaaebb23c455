using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts.Passkeys;

/// <param name="Handle">Names the challenge.</param>
/// <param name="Credential">What the browser made of it, as JSON.</param>
/// <param name="Request">With which it came: the framework compares where the browser was.</param>
public sealed record PasskeyAnswer(string? Handle, string? Credential, HttpContext Request);

/// <summary>
/// Asks for a passkey and checks the answer (WebAuthn, by the framework). It is asked for with a finger, a face or a PIN in any case, so one
/// passkey is two factors: what somebody has, and what somebody is or knows.
/// </summary>
public sealed class PasskeyProof(
    AppDb db, IPasskeyHandler<OfficerAccount> passkeys, PasskeyChallenges challenges, UserManager<OfficerAccount> users, ILogger<PasskeyProof> log)
{
    const int LongestCredential = 64 * 1024;

    public Task<bool> ExistsAsync(int accountId, CancellationToken cancellationToken) =>
        db.Passkeys.AnyAsync(passkey => passkey.OfficerId == accountId, cancellationToken);

    /// <summary>What a script hands to the browser: JSON with a name for the challenge and what to sign.</summary>
    /// <param name="purpose">Sign in or confirm.</param>
    /// <param name="accountId">Whose passkey; null at the sign-in, where the passkey says it.</param>
    /// <param name="request">The request that asks.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<string> AskAsync(PasskeyPurpose purpose, int? accountId, HttpContext request, DateTime now, CancellationToken cancellationToken)
    {
        var account = accountId is { } id ? await users.FindAsync(id) : null;
        var made = await passkeys.MakeRequestOptionsAsync(account, request);
        var handle = await challenges.IssueAsync(purpose, accountId, made.AssertionState!, now, cancellationToken);
        return Asked(handle, made.RequestOptionsJson);
    }

    public static string Asked(string handle, string options) => $$"""{"handle":"{{handle}}","options":{{options}}}""";

    /// <summary>Whose passkey it was; null when it is not right, or that of somebody else than who was asked.</summary>
    public async Task<OfficerAccount?> UseAsync(PasskeyPurpose purpose, int? accountId, PasskeyAnswer answer, DateTime now, CancellationToken cancellationToken)
    {
        if (await challenges.TakeAsync(answer.Handle, purpose, accountId, now, cancellationToken) is not { } state
            || answer.Credential is not { Length: > 0 and <= LongestCredential } credential)
        {
            log.LogWarning("Passkey refused: no such challenge");
            return null;
        }

        var checkedAnswer = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = answer.Request,
            CredentialJson = credential,
            AssertionState = state,
        });
        if (!checkedAnswer.Succeeded || (accountId is not null && checkedAnswer.User.Id != accountId))
        {
            // The framework's words speak of the challenge and of nothing that was typed; only their kind is worth keeping.
            log.LogWarning("Passkey refused: {Reason}", checkedAnswer.Failure?.Message ?? "another account's");
            return null;
        }

        (await users.AddOrUpdatePasskeyAsync(checkedAnswer.User, checkedAnswer.Passkey)).Demand();
        await db.Passkeys.Where(passkey => passkey.CredentialId == checkedAnswer.Passkey.CredentialId)
            .ExecuteUpdateAsync(set => set.SetProperty(passkey => passkey.UsedAt, now), cancellationToken);
        return checkedAnswer.User;
    }
}
