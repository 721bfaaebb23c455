using System.ComponentModel;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Photos;
using Songthang.Web.Features.Reporting;

namespace Songthang.Web.Api;

/// <summary>A report as a partner hands it in. What may be left out may be null too.</summary>
public sealed record ApiReport(
    [property: Description("A code of /api/v1/services.")] string? ServiceCode,
    [property: Description("In own words.")] string? Symptom,
    [property: Description("When it was noticed; any offset, UTC when none is given.")] DateTimeOffset? NoticedAt,
    [property: Description("Six digits.")] string? TambonCode, string? Road, string? Landmark, string? Moo, string? PoleNumber,
    double? Latitude, double? Longitude,
    [property: Description("The requester's name.")] string? Name,
    [property: Description("Thai telephone number, 9 or 10 digits.")] string? Phone, string? Email,
    [property: Description("own-page, email or phone; own-page when not given.")] string? ToldBy,
    [property: Description("th or en: in which language the requester is told.")] string? Language,
    [property: Description("Of photos that were handed in before.")] IReadOnlyList<string>? PhotoIds)
{
    static readonly Dictionary<string, ToldBy> Ways = new(StringComparer.Ordinal)
    {
        ["own-page"] = Domain.ServiceRequests.ToldBy.OwnPage,
        ["email"] = Domain.ServiceRequests.ToldBy.Email,
        ["phone"] = Domain.ServiceRequests.ToldBy.Phone,
    };

    Place Where => new(
        TambonCode ?? "", ThaiText.Clean(Road), ThaiText.Clean(Landmark), ThaiText.Clean(Moo), ThaiText.Clean(PoleNumber), Latitude, Longitude);

    /// <summary>What is wrong with it, field by field.</summary>
    internal ApiMistakes Mistakes(Province province, FaultTypes faults, DateTime now)
    {
        var mistakes = new ApiMistakes();
        var place = Where;
        mistakes.Check("serviceCode", faults.Find(ServiceCode) is { InUse: true });
        mistakes.Check("symptom", ThaiText.Length(ThaiText.Clean(Symptom)) <= ServiceRequest.MaxSymptom);
        mistakes.Check("noticedAt", NoticedAt is null || (NoticedAt.Value.UtcDateTime <= now.AddMinutes(5) && NoticedAt.Value.Year >= 2000));
        mistakes.Check("tambonCode", TambonCode, code => province.Find(code) is not null);
        CheckWords(mistakes, place);
        CheckWhere(mistakes, place);
        CheckWho(mistakes);
        mistakes.Check("photoIds", PhotoIds is null || (PhotoIds.Count <= ServiceRequest.MaxPhotos && PhotoIds.All(id => PhotoStore.IsId(id ?? ""))));
        return mistakes;
    }

    static void CheckWords(ApiMistakes mistakes, Place place)
    {
        mistakes.Check("road", ThaiText.Length(place.Road) <= ServiceRequest.MaxWords);
        mistakes.Check("landmark", ThaiText.Length(place.Landmark) <= ServiceRequest.MaxSymptom);
        mistakes.Check("moo", ThaiText.Length(place.Moo) <= 20);
        mistakes.Check("poleNumber", ThaiText.Length(place.PoleNumber) <= ServiceRequest.MaxPoleNumber);
    }

    void CheckWhere(ApiMistakes mistakes, Place place)
    {
        var given = Latitude is not null || Longitude is not null;
        if (given)
            mistakes.Check("latitude", Position.TryCreate(Latitude, Longitude, out _));
        else if (place is { TambonCode: "", Road: "", Landmark: "", PoleNumber: "" })
            mistakes.Add("tambonCode", new("กรุณาระบุสถานที่อย่างน้อยหนึ่งอย่าง", "Please say where it is in at least one way."));
    }

    void CheckWho(ApiMistakes mistakes)
    {
        var name = ThaiText.Clean(Name);
        mistakes.Check("name", name.Length > 0 && ThaiText.Length(name) <= ServiceRequest.MaxWords);
        mistakes.Check("phone", PhoneNumber.TryParse(Phone, out _));
        mistakes.Check("email", Email, email => EmailAddress.TryParse(email, out _));
        mistakes.Check("toldBy", ToldBy, Ways.ContainsKey);
        if (ToldBy == "email" && string.IsNullOrWhiteSpace(Email))
            mistakes.Add("email", new("กรุณาระบุอีเมล หรือเลือกรับแจ้งทางอื่น", "Please give an email address or another way to be told."));
        mistakes.Check("language", Language, language => language is "th" or "en");
    }

    /// <summary>The report to hand in; it has been checked.</summary>
    internal NewReport ToReport(string formKey)
    {
        _ = PhoneNumber.TryParse(Phone, out var phone);
        _ = EmailAddress.TryParse(Email, out var email);
        var requester = new Requester(ThaiText.Clean(Name), phone.Digits, email.Address ?? "", Ways.GetValueOrDefault(ToldBy ?? ""), Language == "en" ? "en" : "th");
        return new NewReport(formKey, NewReport.HashOf(this), ServiceCode!, ThaiText.Clean(Symptom), NoticedAt?.UtcDateTime, Where, requester,
            IntakeChannel.Open311, PhotoIds ?? []);
    }
}
