using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.Conversing;

/// <summary>What a partner's program says of a request.</summary>
/// <param name="Partner">Who says so.</param>
/// <param name="Reference">The request, in its canonical form.</param>
/// <param name="UpdateId">The partner's own number of it; empty when it has none.</param>
/// <param name="Text">In words; may be empty when there are photos.</param>
/// <param name="FormKey">What the photos wait under.</param>
/// <param name="PhotoKeys">The photos.</param>
public sealed record PartnerUpdate(Partner Partner, string Reference, string UpdateId, string Text, string FormKey, IReadOnlyList<string> PhotoKeys);

/// <summary>
/// A partner writes on a request: on one that it handed in as its requester does, on any other as a note that only officers
/// read. Neither changes the status. The same update sent twice is one.
/// </summary>
public sealed class TakePartnerUpdate(AppDb db)
{
    /// <returns>The number under which it is known here; null when there is no such request.</returns>
    /// <exception cref="RuleBroken">What the domain refuses.</exception>
    public async Task<string?> RunAsync(PartnerUpdate input, DateTime now, CancellationToken cancellationToken)
    {
        var id = await db.ServiceRequests.Where(request => request.Reference == input.Reference)
            .Select(request => (long?)request.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is null)
            return null;
        var isOwn = await db.PartnerReports.AnyAsync(
            report => report.ServiceRequestId == id && report.ApiKeyId == input.Partner.KeyId, cancellationToken);
        var sent = Fingerprint(input);
        await db.TryToActAsync(input.Reference, async request =>
        {
            if (await db.AnsweredSubmissions.AnyAsync(answered => answered.FormKey == sent, cancellationToken))
                return false;
            if (isOwn)
                request.WriteToOfficers(input.Text, await UploadDesk.TakeAsync(db, input.FormKey, input.PhotoKeys, cancellationToken), now);
            else
                request.AddNote($"{input.Partner.Name}: {input.Text}", Actor.System, now);
            db.AnsweredSubmissions.Add(new AnsweredSubmission { FormKey = sent, BodyHash = sent, Reference = request.Reference, At = now });
            return true;
        }, cancellationToken);
        return sent[^16..];
    }

    /// <summary>The partner's own number tells updates apart; without one the words do.</summary>
    static string Fingerprint(PartnerUpdate input) => "update:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{input.Partner.KeyId}|{input.Reference}|{(input.UpdateId.Length > 0 ? input.UpdateId : $"|{input.Text}")}")));
}
