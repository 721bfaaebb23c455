using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Spam;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.Reporting;

/// <summary>A report as any door hands it in; its texts are cleaned already.</summary>
/// <param name="FormKey">The idempotency key: one key is one request.</param>
/// <param name="BodyHash">SHA-256 in hex of what was sent, as the door saw it: tells a repetition from another report.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="Symptom">In own words, may be empty.</param>
/// <param name="NoticedAt">UTC; null when not said.</param>
/// <param name="Place">Where.</param>
/// <param name="Requester">Who, and in which language to answer.</param>
/// <param name="Channel">By which way.</param>
/// <param name="PhotoKeys">Uploads of the form.</param>
/// <param name="Partner">What a partner's program said of it besides; null when it came from elsewhere.</param>
public sealed record NewReport(
    string FormKey, string BodyHash, string FaultCode, string Symptom, DateTime? NoticedAt, Place Place,
    Requester Requester, IntakeChannel Channel, IReadOnlyList<string> PhotoKeys, PartnerReport? Partner = null)
{
    /// <summary>What is counted together with it, where reports are counted.</summary>
    [JsonIgnore]
    public IReadOnlyList<Pour> Counted { get; init; } = [];

    /// <summary>The hash of what a form holds.</summary>
    public static string HashOf<T>(T sent) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(sent)));
}

/// <summary>What a report is answered with.</summary>
public sealed record ReportReceived(string Reference, string Secret);

/// <summary>
/// Receives a report, from a citizen or from the officer who takes it down: once answered it is on the disk, and the
/// same report sent again gets the same answer.
/// </summary>
public sealed class SubmitServiceRequest(AppDb db, FaultTypes faults, DutyOfficer duty, TambonFinder tambons, Buckets buckets)
{
    /// <summary>Code of the rule that one key stands for one report.</summary>
    public const string KeyReused = "report.key-reused";

    /// <exception cref="RuleBroken">
    /// <see cref="KeyReused"/>, <c>photo.gone</c>, or a rule of <see cref="ServiceRequest.Submit"/>.
    /// </exception>
    public async Task<ReportReceived> RunAsync(NewReport input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        try
        {
            return await SubmitAsync(input, by, now, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same report came in twice at once and the other one was first.
            db.ChangeTracker.Clear();
            if (await FindAnswerAsync(input, cancellationToken) is { } first) return first;
            throw;
        }
    }

    /// <summary>Whoever says no tambon gets the one of the position; an officer can correct it.</summary>
    Place Complete(Place place) =>
        place.TambonCode.Length == 0 && Position.TryCreate(place.Latitude, place.Longitude, out var position)
            ? place with { TambonCode = tambons.At(position).Tambon?.Code ?? "" }
            : place;

    async Task<ReportReceived> SubmitAsync(NewReport input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var year = ThaiDates.BuddhistYear(now);
        var number = await db.NextReferenceNumberAsync(year, cancellationToken);
        var reference = Reference.Create(year, number).ToString();
        // Taking a number made us wait for whoever was before us; perhaps it was this very report.
        if (await FindAnswerAsync(input, cancellationToken) is { } answered) return answered;

        var photos = await UploadDesk.TakeAsync(db, input.FormKey, input.PhotoKeys, cancellationToken);
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        var request = ServiceRequest.Submit(
            new(reference, secret, input.FaultCode, input.Symptom, input.NoticedAt, Complete(input.Place), input.Requester, input.Channel, photos),
            faults, by, now);
        // Who takes a report down has read it.
        if (by.Kind == ActorKind.Officer) request.Open(by, now);
        await duty.AssignAsync(request, number, now, cancellationToken);
        db.ServiceRequests.Add(request);
        if (input.Partner is { } partner)
        {
            partner.ServiceRequest = request;
            db.PartnerReports.Add(partner);
        }

        db.AnsweredSubmissions.Add(new AnsweredSubmission
        {
            FormKey = input.FormKey,
            BodyHash = input.BodyHash,
            Reference = reference,
            At = now,
        });
        await buckets.PourAsync(input.Counted, HoldReport.Overflow, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(reference, secret);
    }

    async Task<ReportReceived?> FindAnswerAsync(NewReport input, CancellationToken cancellationToken)
    {
        var answered = await db.AnsweredSubmissions.AsNoTracking()
            .Where(answer => answer.FormKey == input.FormKey)
            .Join(db.ServiceRequests, answer => answer.Reference, request => request.Reference,
                (answer, request) => new { answer.BodyHash, request.Reference, request.Secret })
            .SingleOrDefaultAsync(cancellationToken);
        if (answered is null) return null;
        return answered.BodyHash == input.BodyHash ? new(answered.Reference, answered.Secret) : throw new RuleBroken(KeyReused, new(
            $"แบบฟอร์มนี้ส่งแล้ว เลขที่เรื่อง {answered.Reference} หากต้องการแจ้งเป็นเรื่องใหม่ กรุณาตรวจสอบแล้วกดส่งอีกครั้ง",
            $"This form was sent already, with the reference {answered.Reference}. To report something else, please check it and send again."));
    }
}
