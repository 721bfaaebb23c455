using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Reporting;

/// <summary>What an officer takes down for a citizen who calls or stands at the counter; who that is may stay unsaid.</summary>
public sealed class TakenForm
{
    public IntakeChannel Channel { get; set; } = IntakeChannel.Phone;

    [Needed("กรุณาเลือกอาการที่พบ", "Please choose what is wrong")]
    public string? Fault { get; set; }

    [AtMost(ServiceRequest.MaxSymptom)]
    public string Symptom { get; set => field = ThaiText.Clean(value); } = "";

    public string NoticedDate { get; set => field = ThaiText.Clean(value); } = "";

    public string NoticedTime { get; set => field = ThaiText.Clean(value); } = "";

    public string? Tambon { get; set; }

    [AtMost(ServiceRequest.MaxWords)]
    public string Road { get; set => field = ThaiText.Clean(value); } = "";

    [AtMost(ServiceRequest.MaxSymptom)]
    public string Landmark { get; set => field = ThaiText.Clean(value); } = "";

    [AtMost(20)]
    public string Moo { get; set => field = ThaiText.Clean(value); } = "";

    [AtMost(ServiceRequest.MaxPoleNumber)]
    public string PoleNumber { get; set => field = ThaiText.Clean(value); } = "";

    /// <summary>Latitude and longitude, as the caller or a map says them.</summary>
    [AtMost(100)]
    public string At { get; set => field = ThaiText.Clean(value); } = "";

    [AtMost(ServiceRequest.MaxWords)]
    public string Name { get; set => field = ThaiText.Clean(value); } = "";

    public string? Phone { get; set; }

    public ToldBy ToldBy { get; set; } = ToldBy.Phone;

    /// <summary>Fills in where it is.</summary>
    public void Fill(Place place)
    {
        (Tambon, Road, PoleNumber) = (place.TambonCode, place.Road, place.PoleNumber);
        if (place is { Latitude: { } north, Longitude: { } east })
            At = string.Create(CultureInfo.InvariantCulture, $"{north:0.#######}, {east:0.#######}");
    }

    /// <summary>What the attributes cannot say. Mistakes are named beside their fields.</summary>
    public void Check(ModelStateDictionary state, string prefix, Province province, FaultTypes faults, DateTime now)
    {
        var mistakes = new Mistakes(state, prefix);
        if (Channel is not (IntakeChannel.Phone or IntakeChannel.Counter))
            mistakes.Add(nameof(Channel), "กรุณาเลือกโทรศัพท์หรือเคาน์เตอร์", "Please choose telephone or counter");
        mistakes.CheckFault(Fault, faults);
        mistakes.CheckNoticed(NoticedDate, NoticedTime, now);
        mistakes.CheckTambon(Tambon, province);
        if (!TypedPosition.TryRead(At, out _, out _))
            mistakes.Add(nameof(At), "กรุณาระบุละติจูดและลองจิจูด เช่น 14.352123, 100.561987", "Please give latitude and longitude, such as 14.352123, 100.561987");
        if (string.IsNullOrEmpty(Tambon) && Road.Length + Landmark.Length + PoleNumber.Length + At.Length == 0)
            mistakes.Add(nameof(Tambon), "กรุณาระบุสถานที่ เช่น ตำบล ถนน จุดสังเกต หรือหมายเลขเสาไฟ", "Please say where: a subdistrict, road, landmark or pole number");
        mistakes.CheckPhone(Phone);
        if (ToldBy is not (ToldBy.Phone or ToldBy.OwnPage))
            mistakes.Add(nameof(ToldBy), "กรุณาเลือกวิธีแจ้งผล", "Please choose how to tell the result");
    }

    /// <summary>Where it is, as far as it is said.</summary>
    public Place ToPlace()
    {
        _ = TypedPosition.TryRead(At, out var latitude, out var longitude);
        return new(Tambon ?? "", Road, Landmark, Moo, PoleNumber, latitude, longitude);
    }

    /// <summary>The report to hand in; the form has been checked.</summary>
    public NewReport ToReport(string formKey, DateTime now)
    {
        // What is not given reads as nothing: the rest was checked.
        _ = NoticedMoment.TryRead(NoticedDate, NoticedTime, now, out var noticed);
        _ = PhoneNumber.TryParse(Phone, out var phone);
        var digits = phone.Digits;
        var place = ToPlace();
        // Nobody can be called without a number. Thai, whatever the officer's own pages are in.
        var requester = new Requester(Name, digits, "", digits.Length == 0 ? ToldBy.OwnPage : ToldBy, "th");
        // The time as typed, not as understood: "just now" is the same a minute later.
        var hash = NewReport.HashOf(new { Channel, Fault, Symptom, NoticedDate, NoticedTime, place, digits, Name, ToldBy });
        return new NewReport(formKey, hash, Fault ?? "", Symptom, noticed, place, requester, Channel, []);
    }
}
