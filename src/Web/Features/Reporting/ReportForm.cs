using Microsoft.AspNetCore.Mvc.ModelBinding;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Reporting;

/// <summary>What a citizen fills in. Texts are cleaned as they come in; what was typed stays in the fields as it is.</summary>
public sealed class ReportForm
{
    [Needed("กรุณาเลือกอาการที่พบ", "Please choose what is wrong")]
    public string? Fault { get; set; }

    [AtMost(ServiceRequest.MaxSymptom)]
    public string Symptom { get; set => field = ThaiText.Clean(value); } = "";

    public string NoticedDate { get; set => field = ThaiText.Clean(value); } = "";

    public string NoticedTime { get; set => field = ThaiText.Clean(value); } = "";

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string? Tambon { get; set; }

    [AtMost(ServiceRequest.MaxWords)]
    public string Road { get; set => field = ThaiText.Clean(value); } = "";

    [AtMost(ServiceRequest.MaxSymptom)]
    public string Landmark { get; set => field = ThaiText.Clean(value); } = "";

    [AtMost(20)]
    public string Moo { get; set => field = ThaiText.Clean(value); } = "";

    [AtMost(ServiceRequest.MaxPoleNumber)]
    public string PoleNumber { get; set => field = ThaiText.Clean(value); } = "";

    [Needed("กรุณาระบุชื่อ-นามสกุลผู้แจ้ง", "Please give your name"), AtMost(ServiceRequest.MaxWords)]
    public string Name { get; set => field = ThaiText.Clean(value); } = "";

    [Needed("กรุณาระบุหมายเลขโทรศัพท์", "Please give your telephone number")]
    public string? Phone { get; set; }

    public string? Email { get; set; }

    public ToldBy ToldBy { get; set; }

    public bool Acknowledged { get; set; }

    /// <summary>Fills in where it is.</summary>
    public void Fill(Place place) => (Tambon, Road, PoleNumber, Latitude, Longitude) =
        (place.TambonCode, place.Road, place.PoleNumber, place.Latitude, place.Longitude);

    /// <summary>What the attributes cannot say. Mistakes are named beside their fields.</summary>
    public void Check(ModelStateDictionary state, string prefix, Province province, FaultTypes faults, DateTime now)
    {
        var mistakes = new Mistakes(state, prefix);
        mistakes.CheckFault(Fault, faults);
        mistakes.CheckNoticed(NoticedDate, NoticedTime, now);
        mistakes.CheckTambon(Tambon, province);
        CheckPosition(mistakes);
        mistakes.CheckPhone(Phone);
        CheckEmail(mistakes);
        if (!Acknowledged)
            mistakes.Add(nameof(Acknowledged), "กรุณาอ่านและทำเครื่องหมายรับทราบประกาศความเป็นส่วนตัว", "Please read the privacy notice and tick the box");
    }

    void CheckPosition(Mistakes mistakes)
    {
        var given = Latitude is not null || Longitude is not null;
        if (given && !Position.TryCreate(Latitude, Longitude, out _))
            mistakes.Add(nameof(Latitude), "ตำแหน่งบนแผนที่ไม่ถูกต้อง กรุณาเลือกใหม่", "The position is not valid; please choose it again");
        else if (!given && string.IsNullOrEmpty(Tambon) && Road.Length + Landmark.Length + PoleNumber.Length == 0)
            mistakes.Add(nameof(Tambon), "กรุณาระบุสถานที่ เช่น ตำแหน่งปัจจุบัน ตำบล ถนน หรือจุดสังเกต", "Please say where: your position, a subdistrict, road or landmark");
    }

    void CheckEmail(Mistakes mistakes)
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            if (ToldBy == ToldBy.Email)
                mistakes.Add(nameof(Email), "กรุณาระบุอีเมล หรือเลือกรับแจ้งทางอื่น", "Please give your email address or choose another way to be told");
        }
        else if (!EmailAddress.TryParse(Email, out _))
        {
            mistakes.Add(nameof(Email), "อีเมลไม่ถูกต้อง เช่น name@example.com", "The email address is not valid; for example name@example.com");
        }
    }

    /// <summary>Where it is, as far as it is said.</summary>
    public Place ToPlace() => new(Tambon ?? "", Road, Landmark, Moo, PoleNumber, Latitude, Longitude);

    /// <summary>The report to hand in; the form has been checked.</summary>
    public NewReport ToReport(string formKey, IReadOnlyList<string> photoKeys, IEnumerable<string> photosAsSent, DateTime now)
    {
        // What is not given reads as nothing: the rest was checked.
        _ = NoticedMoment.TryRead(NoticedDate, NoticedTime, now, out var noticed);
        _ = PhoneNumber.TryParse(Phone, out var phone);
        _ = EmailAddress.TryParse(Email, out var email);
        var place = ToPlace();
        var requester = new Requester(Name, phone.Digits, email.Address, ToldBy, Say.Language);
        // The time as typed, not as understood: "just now" is the same a minute later.
        var hash = NewReport.HashOf(
            new { Fault, Symptom, NoticedDate, NoticedTime, place, phone.Digits, email.Address, Name, ToldBy, photosAsSent });
        return new NewReport(formKey, hash, Fault ?? "", Symptom, noticed, place, requester, IntakeChannel.Web, photoKeys);
    }
}
