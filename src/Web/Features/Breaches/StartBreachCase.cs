using Songthang.Domain;
using Songthang.Domain.DataProtection;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Breaches;

/// <param name="What">What happened, without personal data.</param>
/// <param name="KnownAt">When the authority got to know, UTC.</param>
public sealed record NewBreachCase(string What, DateTime KnownAt);

/// <summary>The director or an administrator opens a case: the clock of 72 hours runs from when the authority got to know.</summary>
public sealed class StartBreachCase(AppDb db, AuditLog audit)
{
    /// <returns>Its number.</returns>
    /// <exception cref="RuleBroken">Nothing says what happened, or it would be in the future.</exception>
    public async Task<int> RunAsync(NewBreachCase input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var breach = BreachCase.Start(input.What, input.KnownAt, by, now);
        await using var transaction = await db.BeginAsync(cancellationToken);
        db.BreachCases.Add(breach);
        await db.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(AuditAction.BreachStarted, by, now, AuditSubject.Breach(breach.Id), "", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return breach.Id;
    }
}
