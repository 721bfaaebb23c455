using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Following;

/// <summary>Somebody who wants to hear of a request.</summary>
/// <param name="FormKey">The idempotency key: one key is one follower.</param>
/// <param name="Reference">The request.</param>
/// <param name="Email">Where to tell; the default value when not given.</param>
/// <param name="Phone">For officers who have a question; the default value when not given.</param>
/// <param name="Language"><c>th</c> or <c>en</c>.</param>
public sealed record Following(string FormKey, string Reference, EmailAddress Email, PhoneNumber Phone, string Language);

/// <summary>
/// Begins to follow a request that others reported. Whoever follows it already by the same contact gets the same answer as
/// everyone else and counts once: nobody learns from it who follows what.
/// </summary>
public sealed class FollowServiceRequest(AppDb db)
{
    /// <returns>The secret of the follower's own link; null when there is no such request.</returns>
    /// <exception cref="RuleBroken">What <see cref="Follower.Follow"/> refuses.</exception>
    public async Task<string?> RunAsync(Following input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await FindAnswerAsync(input.FormKey, cancellationToken) is { } answered) return answered;
        var request = await db.ServiceRequests.SingleOrDefaultAsync(found => found.Reference == input.Reference, cancellationToken);
        if (request is null) return null;
        // Merged since the form was shown: what is followed is the one that goes on.
        if (request.MergedIntoId is { } main)
            request = await db.ServiceRequests.SingleAsync(found => found.Id == main, cancellationToken);
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        var follower = Follower.Follow(
            request.Id, request.Status, (input.Email, input.Phone), input.Language, (secret, input.FormKey), now);
        try
        {
            return await StoreAsync(follower, request, now, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same form came in twice at once and the other one was first.
            db.ChangeTracker.Clear();
            if (await FindAnswerAsync(input.FormKey, cancellationToken) is { } first) return first;
            throw;
        }
    }

    async Task<string> StoreAsync(Follower follower, ServiceRequest request, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        // Perhaps we waited for this very form.
        if (await FindAnswerAsync(follower.FormKey, cancellationToken) is { } answered) return answered;
        var isKnown = await db.Followers.AnyAsync(
            known => known.ServiceRequestId == request.Id && known.Contact == follower.Contact, cancellationToken);
        db.Followers.Add(follower);
        await db.SaveChangesAsync(cancellationToken);
        // Whoever follows twice has the link already, and must not be sent letters by strangers who type the address again.
        if (follower.Email.Length > 0 && !isKnown)
        {
            var received = await db.Timeline.SingleAsync(entry => entry.ServiceRequestId == request.Id && entry.Number == 1, cancellationToken);
            var confirmation = OutboxMessage.For(request, received, NoticeRecipient.Follower, follower.Id);
            (confirmation.CreatedAt, confirmation.NextAttemptAt) = (now, now);
            db.Outbox.Add(confirmation);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return follower.Secret;
    }

    async Task<string?> FindAnswerAsync(string formKey, CancellationToken cancellationToken) => await db.Followers.AsNoTracking()
        .Where(follower => follower.FormKey == formKey).Select(follower => (string?)follower.Secret).SingleOrDefaultAsync(cancellationToken);
}
