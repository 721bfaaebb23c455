using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Checking;

/// <summary>A form with the details of a request as everyone reads them after the check: fault, place, words, photos.</summary>
public abstract class DetailsPage(AppDb db, Province province, WhoseLamp whose, TambonFinder tambons, TimeProvider time) : ActPage(db, time)
{
    [BindProperty, Needed("กรุณาเลือกอาการที่พบ", "Please choose what is wrong")]
    public string? Fault { get; set; }

    [BindProperty]
    public string? Tambon { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxWords)]
    public string? Road { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Landmark { get; set; }

    [BindProperty, AtMost(20)]
    public string? Moo { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxPoleNumber)]
    public string? PoleNumber { get; set; }

    /// <summary>Latitude and longitude as typed or pasted from a map.</summary>
    [BindProperty]
    public string? Position { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? PublicSymptom { get; set; }

    [BindProperty]
    public bool Hide { get; set; }

    [BindProperty]
    public List<string> PublicPhotos { get; set; } = [];

    public Province Province => province;

    /// <summary>What is known of the place.</summary>
    public PlaceEvidence Evidence { get; private set; } = new(null, null, "");

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var place = AtHand.Place;
        Evidence = new(await whose.FindAsync(place, cancellationToken), tambons.At(place.Latitude, place.Longitude), place.TambonCode);
    }

    protected override void Prefill()
    {
        var place = AtHand.Place;
        (Fault, Tambon, Road, Landmark, Moo, PoleNumber) =
            (AtHand.FaultCode, place.TambonCode.Length > 0 ? place.TambonCode : Evidence.Guess?.Tambon?.Code ?? "", place.Road, place.Landmark, place.Moo, place.PoleNumber);
        Position = place.PositionInWords(decimals: 6);
        PublicSymptom = AtHand.IsChecked ? AtHand.PublicSymptom ?? AtHand.Symptom : AtHand.Symptom;
        Hide = AtHand is { IsChecked: true, PublicSymptom: null };
        PublicPhotos = [.. AtHand.Photos.Where(photo => photo.IsPublic).Select(photo => photo.Key)];
    }

    /// <summary>The details as the form has them; what cannot be read is said beside its field.</summary>
    protected Correction ReadDetails()
    {
        if (!string.IsNullOrEmpty(Tambon) && province.Find(Tambon) is null)
            ModelState.AddModelError(nameof(Tambon), Say.T("กรุณาเลือกตำบลจากรายการ", "Please choose a subdistrict from the list"));
        if (!TypedPosition.TryRead(Position, out var latitude, out var longitude))
        {
            ModelState.AddModelError(nameof(Position), Say.T(
                "กรุณาระบุละติจูดและลองจิจูด เช่น 14.352123, 100.561987", "Please give latitude and longitude, such as 14.352123, 100.561987"));
        }

        var place = new Place(Tambon ?? "", ThaiText.Clean(Road), ThaiText.Clean(Landmark), ThaiText.Clean(Moo), ThaiText.Clean(PoleNumber),
            latitude, longitude);
        return new Correction(Fault ?? "", place, Hide ? null : ThaiText.Clean(PublicSymptom));
    }
}
