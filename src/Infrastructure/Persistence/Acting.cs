using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>What every act on a request brings along.</summary>
/// <param name="Reference">The request, in its canonical form.</param>
/// <param name="SeenNumber">Its <see cref="ServiceRequest.LastActNumber"/> when the form was shown.</param>
public abstract record ActInput(string Reference, int SeenNumber);

/// <summary>
/// Load, act, save: the one way in which officers change a request, so that two of them at once never undo or
/// repeat each other's work.
/// </summary>
public static class Acting
{
    /// <summary>Code of the <see cref="RuleBroken"/> that says that somebody acted since the form was shown.</summary>
    public const string ActedMeanwhile = "request.acted-meanwhile";

    const int MostTries = 4;

    /// <summary>
    /// Does an act once. The same input of the same person sent again (a double click, a repeated request) does
    /// nothing more. When only the program acted in between, such as by delivering a message, the act is done on top of it.
    /// </summary>
    /// <exception cref="RuleBroken"><see cref="ActedMeanwhile"/>, <c>request.unknown</c>, or what the verb refuses.</exception>
    public static Task ActAsync<TInput>(
        this AppDb db, TInput input, Actor by, DateTime now, Action<ServiceRequest> act, CancellationToken cancellationToken)
        where TInput : ActInput => db.ActAsync(input, by, now, Done(act), cancellationToken);

    /// <summary>The same for an act that changes more in the database, in the same transaction.</summary>
    public static async Task ActAsync<TInput>(
        this AppDb db, TInput input, Actor by, DateTime now, Func<ServiceRequest, Task> act, CancellationToken cancellationToken)
        where TInput : ActInput
    {
        var sent = Fingerprint(input, by);
        await db.TryToActAsync(input.Reference, async request =>
        {
            if (await db.AnsweredSubmissions.AnyAsync(answered => answered.FormKey == sent, cancellationToken))
                return false;
            if (request.LastActNumber != input.SeenNumber)
            {
                throw new RuleBroken(ActedMeanwhile, new(
                    "มีผู้แก้ไขเรื่องนี้ก่อนหน้า กรุณาตรวจสอบแล้วบันทึกอีกครั้ง",
                    "Somebody has acted on this request in the meantime. Please check and save again."));
            }

            await act(request);
            db.AnsweredSubmissions.Add(new AnsweredSubmission { FormKey = sent, BodyHash = sent, Reference = request.Reference, At = now });
            return true;
        }, cancellationToken);
    }

    /// <summary>Does what needs no form, such as opening; tries again when somebody saved in between.</summary>
    /// <param name="db">The database.</param>
    /// <param name="reference">The request.</param>
    /// <param name="act">Acts on the freshly loaded request and says whether there is anything to save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RuleBroken"><c>request.unknown</c>, or what the verb refuses.</exception>
    public static async Task TryToActAsync(
        this AppDb db, string reference, Func<ServiceRequest, Task<bool>> act, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            var request = await db.FindRequestAsync(reference, cancellationToken) ?? throw new RuleBroken("request.unknown", new(
                "ไม่พบเลขที่เรื่องนี้ กรุณาตรวจสอบตัวเลข", "There is no request with this reference. Please check the digits."));
            if (!await act(request))
                return;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Somebody was faster, maybe with the very same form: look at what there is now, and decide anew.
                db.ChangeTracker.Clear();
            }
        }
    }

    static Func<ServiceRequest, Task> Done(Action<ServiceRequest> act) => request =>
    {
        act(request);
        return Task.CompletedTask;
    };

    /// <summary>Who sent what: an act moves the request's number on, so nobody can mean the same input twice.</summary>
    // The prefix makes it no form key: nobody outside can take an act's place beforehand by sending a form under its name.
    internal static string Fingerprint<TInput>(TInput input, Actor by) => "act:" + Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{typeof(TInput).Name}|{by.OfficerId}|{JsonSerializer.Serialize(input)}")));
}
