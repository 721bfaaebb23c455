using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Features.PublicReports;
using Songthang.Web.Shared;

namespace Songthang.Web.Open311;

/// <summary>A request in the standard's words. Only what <see cref="Domain.Publication.PublicServiceRequest"/> shows is here to be said.</summary>
/// <param name="agency">Who answers for it.</param>
/// <param name="faults">Names of the services.</param>
/// <param name="province">Names of the places.</param>
/// <param name="address">Where photos are shown.</param>
/// <param name="language"><c>th</c> or <c>en</c>.</param>
sealed class Open311Request(Agency agency, FaultTypes faults, Province province, PublicAddress address, string language)
{
    /// <summary>The fields in the standard's order.</summary>
    public Record Of(HarvestedRequest harvested, bool isExact, bool isExtended)
    {
        var request = harvested.Request;
        var place = request.Place;
        List<Field> fields =
        [
            new("service_request_id", request.Reference),
            new("status", request.Status.IsOpen() ? "open" : "closed"),
            new("status_notes", harvested.Result.Length > 0 ? harvested.Result : PublicSentence.Of(request, agency).In(language)),
            new("service_name", faults.NameOf(request.FaultCode).In(language)),
            new("service_code", request.FaultCode),
            new("description", request.Symptom),
            new("agency_responsible", $"{agency.Division.Phrase.In(language)} {agency.Name.Phrase.In(language)}".Trim()),
            new("service_notice", request.Status.IsOpen() && faults.Find(request.FaultCode) is { IsDangerous: true } ? Notices.Danger(agency).In(language) : ""),
            new("requested_datetime", new Moment(request.SubmittedAt)),
            new("updated_datetime", new Moment(harvested.ChangedAt, isExact)),
            new("expected_datetime", harvested.ExpectedAt is { } expected ? new Moment(expected) : ""),
            new("address", Address(place)),
            new("address_id", place.PoleNumber),
            new("zipcode", province.Find(place.TambonCode)?.PostalCode ?? ""),
            new("lat", place.Latitude is { } latitude ? new Degrees(latitude) : Absent.Value),
            new("long", place.Longitude is { } longitude ? new Degrees(longitude) : Absent.Value),
            new("media_url", harvested.Photos is [.., var newest] ? Photo(newest.Key) : ""),
        ];
        if (isExtended)
            fields.Add(new("extended_attributes", Extended(harvested)));
        return new Record(fields);
    }

    Record Extended(HarvestedRequest harvested)
    {
        var request = harvested.Request;
        return new Record(
            new("detailed_status", DetailedStatus.Of(request.Status)),
            new("detailed_status_name", request.Status.PublicName().In(language)),
            new("tambon_code", request.Place.TambonCode),
            new("amphoe_code", request.Place.AmphoeCode),
            new("landmark", request.Place.Landmark),
            new("duplicate_of", request.MergedInto ?? ""),
            new("closed_datetime", request.CompletedAt is { } at ? new Moment(at) : ""),
            new("details_checked", request.IsChecked),
            new("url", address.Of(Links.PublicReport(request.Reference)).AbsoluteUri),
            new("media_urls", harvested.Photos.Count == 0 ? Absent.Value : new Listing("media_url", [.. harvested.Photos.Select(photo => Photo(photo.Key))])));
    }

    string Address(Place place) => string.Join(' ', new[] { place.InWords(province, language), place.Landmark }.Where(part => part.Length > 0));

    string Photo(string key) => address.Of(Links.PublicPhoto(key, "full")).AbsoluteUri;
}

/// <summary>The detailed status in words that clients in the field know.</summary>
static class DetailedStatus
{
    public static string Of(ServiceRequestStatus status) => status switch
    {
        ServiceRequestStatus.Submitted => "open",
        ServiceRequestStatus.AwaitingInformation => "investigating",
        ServiceRequestStatus.Accepted => "action_scheduled",
        ServiceRequestStatus.InProgress => "in_progress",
        ServiceRequestStatus.Completed => "fixed",
        ServiceRequestStatus.Forwarded => "not_councils_responsibility",
        ServiceRequestStatus.Declined => "no_further_action",
        ServiceRequestStatus.Duplicate => "duplicate",
        ServiceRequestStatus.Withdrawn => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}

/// <summary>What whoever reports is told at once.</summary>
static class Notices
{
    public static Phrase Danger(Agency agency)
    {
        var (thai, english) = (Numbers(agency, "th"), Numbers(agency, "en"));
        return new(
            $"อันตราย กรุณาอย่าเข้าใกล้ และโทรแจ้ง {thai} ทันที".Replace("  ", " ", StringComparison.Ordinal),
            $"Danger: please keep away and call {english} at once.");
    }

    public static Phrase Received(Agency agency, FaultType? fault, ServiceLevel level)
    {
        if (fault is { IsDangerous: true })
            return Danger(agency);
        var allowed = level.AllowanceFor(ManualStep.DoWork).InWords();
        return new(
            $"ได้รับเรื่องแล้ว จะดำเนินการภายในประมาณ {allowed.Thai}หลังเจ้าหน้าที่ยืนยันรับเรื่อง",
            $"Received. The repair takes about {allowed.English} from the moment an officer accepts it.");
    }

    static string Numbers(Agency agency, string language) =>
        string.Join(", ", agency.EmergencyNumbers.Select(number => $"{number.Number} ({number.Name.Phrase.In(language)})"));
}
