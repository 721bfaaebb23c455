using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Features.Reporting;

namespace Songthang.Web.Open311;

/// <summary><c>POST requests</c>: a partner's program hands a request in.</summary>
sealed class NewRequestEndpoint(
    PartnerKeys keys, SubmitServiceRequest submit, UploadDesk desk, AppDb db, FaultTypes faults, ServiceLevel level,
    IOptions<Agency> agency, TimeProvider time)
{
    /// <summary>The same request within this time, or twice as long at most, is one.</summary>
    static readonly TimeSpan Slot = TimeSpan.FromHours(1);

    public async Task<IResult> RunAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var sent = await SentForm.ReadAsync(context, cancellationToken);
        var partner = await sent.RequirePartnerAsync(keys, PartnerScopes.Open311Write, now, cancellationToken);
        var report = Read(sent, partner, now);
        var (earlier, key) = (FormKeyOf(report.BodyHash, now - Slot), FormKeyOf(report.BodyHash, now));
        var reference = await AnsweredAsync([earlier, key], cancellationToken);
        if (reference is null)
        {
            var photos = await sent.KeepPhotosAsync(desk, key, now, cancellationToken);
            reference = (await submit.RunAsync(report with { FormKey = key, PhotoKeys = photos }, Actor.Requester, now, cancellationToken)).Reference;
        }

        var notice = Notices.Received(agency.Value, faults.Find(report.FaultCode), level).In(Open311Shapes.LanguageOf(context.Request));
        return new Answer("service_requests", new Listing("request",
            [new Record(new("service_request_id", reference), new("service_notice", notice), new("account_id", ""))]));
    }

    NewReport Read(SentForm sent, Partner partner, DateTime now)
    {
        var given = sent.Given;
        var code = given.Text("service_code") ?? throw Refused.Bad("service_code was not provided.");
        if (faults.Find(code) is not { InUse: true })
            throw Refused.Unknown("service_code was not found.");
        var place = PlaceOf(sent);
        var (symptom, noticed) = (SymptomOf(sent), NoticedAt(sent));
        var requester = RequesterOf(given);
        var account = given.Text("account_id") ?? "";
        // Same account, description, place and time: pictures may differ, as sending them may have failed half way.
        var hash = NewReport.HashOf(new
        {
            partner.KeyId,
            account,
            requester.Name,
            requester.Phone,
            requester.Email,
            code,
            symptom,
            place,
            noticed,
            attributes = sent.AllAttributes.ToArray(),
        });
        return new NewReport("", hash, code, symptom, noticed, place, requester, IntakeChannel.Open311, [], new PartnerReport
        {
            ApiKeyId = partner.KeyId,
            AccountId = Cut(account),
            DeviceId = Cut(given.Text("device_id") ?? given.Text("deviceid") ?? ""),
            MediaUrl = Cut(string.Join('\n', given.Texts("media_url"))),
        });
    }

    static Place PlaceOf(SentForm sent)
    {
        var position = sent.Given.Position("lat", "long");
        var (words, pole) = (sent.Given.Text("address_string"), sent.Attribute("pole_number") ?? sent.Given.Text("address_id"));
        if (position is null && words is null && pole is null)
            throw Refused.Bad("lat and long, address_string or address_id must be provided.");
        return new Place("", "", words ?? "", "", pole ?? "", position?.Latitude, position?.Longitude);
    }

    static string SymptomOf(SentForm sent) =>
        string.Join('\n', new[] { sent.Given.Text("description"), sent.Attribute("fault_details") }.OfType<string>());

    static DateTime? NoticedAt(SentForm sent) => new Arguments(name => sent.Attribute(name)).Moment("noticed_datetime");

    static Requester RequesterOf(Arguments given)
    {
        var name = string.Join(' ', new[] { given.Text("first_name"), given.Text("last_name") }.Where(part => part is not (null or "-")));
        var (phone, email) = (default(PhoneNumber), default(EmailAddress));
        if (given.Text("phone") is { } digits && !PhoneNumber.TryParse(digits, out phone))
            throw Refused.Bad("phone must be a Thai telephone number.");
        if (given.Text("email") is { } address && !EmailAddress.TryParse(address, out email))
            throw Refused.Bad("email is not an address.");
        return new Requester(name, phone.Digits, email.Address, email.Address.Length > 0 ? ToldBy.Email : ToldBy.OwnPage, "th");
    }

    Task<string?> AnsweredAsync(string[] formKeys, CancellationToken cancellationToken) => db.AnsweredSubmissions.AsNoTracking()
        .Where(answered => formKeys.Contains(answered.FormKey)).Select(answered => answered.Reference).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The key under which the request counts as sent: the hash holds who sent it, so that partners never meet.</summary>
    static string FormKeyOf(string hash, DateTime at) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.ASCII.GetBytes($"open311|{hash}|{at.Ticks / Slot.Ticks}")));

    static string Cut(string text) => text.Length <= PartnerReport.MaxText ? text
        : text[..(char.IsHighSurrogate(text[PartnerReport.MaxText - 1]) ? PartnerReport.MaxText - 1 : PartnerReport.MaxText)];
}
