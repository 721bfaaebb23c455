using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.Conversing;

/// <summary>A message to the officers.</summary>
/// <param name="Secret">The unguessable part of the own link.</param>
/// <param name="Text">As typed; may be empty when there are photos.</param>
/// <param name="FormKey">The form that it was sent with.</param>
/// <param name="PhotoKeys">The photos that wait for this form.</param>
public sealed record RequestersMessage(string Secret, string? Text, string FormKey, IReadOnlyList<string> PhotoKeys);

/// <summary>The requester writes to the officers at any time; the same form sent twice is one message.</summary>
public sealed class WriteToOfficers(AppDb db, OwnServiceRequests requests)
{
    /// <returns>False when there is no such request.</returns>
    /// <exception cref="RuleBroken"><c>photo.gone</c>, or what the domain refuses.</exception>
    public async Task<bool> RunAsync(RequestersMessage input, DateTime now, CancellationToken cancellationToken)
    {
        if (await requests.ReferenceAsync(input.Secret, cancellationToken) is not { } reference)
            return false;
        var text = ThaiText.Clean(input.Text);
        var sent = Fingerprint(reference, input, text);
        await db.TryToActAsync(reference, async request =>
        {
            if (await db.AnsweredSubmissions.AnyAsync(answered => answered.FormKey == sent, cancellationToken))
                return false;
            var photos = await UploadDesk.TakeAsync(db, input.FormKey, input.PhotoKeys, cancellationToken);
            request.WriteToOfficers(text, photos, now);
            db.AnsweredSubmissions.Add(new AnsweredSubmission { FormKey = sent, BodyHash = sent, Reference = reference, At = now });
            return true;
        }, cancellationToken);
        return true;
    }

    /// <summary>Whoever goes back and writes something else in the same form means another message.</summary>
    static string Fingerprint(string reference, RequestersMessage input, string text) => "said:" + Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{reference}|{input.FormKey}|{string.Join(',', input.PhotoKeys.Order(StringComparer.Ordinal))}|{text}")));
}
