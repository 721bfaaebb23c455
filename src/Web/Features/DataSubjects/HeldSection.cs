using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using static Songthang.Web.Shared.Say;

namespace Songthang.Web.Features.DataSubjects;

/// <summary>One value that is held.</summary>
/// <param name="Code">Stable name in the file.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Value">As it is held.</param>
public sealed record HeldFact(string Code, string Name, string Value);

/// <summary>What is held in one place; page, PDF and JSON are made from the same.</summary>
/// <param name="Reference">The report.</param>
/// <param name="Title">What the section is called.</param>
/// <param name="Facts">The values that are not empty.</param>
/// <param name="FollowerId">The follower, when that is what is held; null for a report of the person.</param>
public sealed record HeldSection(string Reference, string Title, IReadOnlyList<HeldFact> Facts, long? FollowerId = null)
{
    /// <summary>All that is held about a person.</summary>
    public static List<HeldSection> Of(PersonHeld held, Province province, FaultTypes faults) =>
    [
        .. held.Requests.Select(request => Of(request, held, province, faults)),
        .. held.Following.Select(follower => new HeldSection(follower.Reference, T("ติดตามเรื่อง", "Follows report") + " " + follower.Reference, Known(
        [
            new("email", T("อีเมล", "Email"), follower.Email),
            new("phone", T("โทรศัพท์", "Telephone"), follower.Phone),
            new("since", T("ตั้งแต่", "Since"), ThaiDates.LongDateAndTime(follower.Since, Language)),
        ]), follower.Id)),
        .. held.Waiting.Select(form => new HeldSection("", T("แบบฟอร์มที่ยังไม่รับ", "Form that was not taken in"), Known(
        [
            new("sent", T("ส่งเมื่อ", "Sent"), ThaiDates.LongDateAndTime(form.At, Language)),
            new("form", T("ข้อมูลตามที่ส่ง", "As it was sent"), form.Report),
        ]))),
    ];

    static HeldSection Of(ServiceRequest it, PersonHeld held, Province province, FaultTypes faults)
    {
        var partner = held.Partners.GetValueOrDefault(it.Id);
        return new(it.Reference, T("เรื่อง", "Report") + " " + it.Reference, Known(
        [
            new("name", T("ชื่อ-นามสกุล", "Name"), it.Requester.Name),
            new("phone", T("โทรศัพท์", "Telephone"), it.Requester.Phone),
            new("email", T("อีเมล", "Email"), it.Requester.Email),
            new("reported", T("วันที่แจ้ง", "Reported"), ThaiDates.LongDateAndTime(it.SubmittedAt, Language)),
            new("status", T("สถานะ", "Status"), T(it.Status.Name())),
            new("fault", T("อาการ", "Fault"), T(faults.NameOf(it.FaultCode))),
            new("words", T("รายละเอียด", "Details"), it.Symptom),
            new("place", T("สถานที่", "Place"), it.Place.InWords(province, Language)),
            new("landmark", T("จุดสังเกต", "Landmark"), it.Place.Landmark),
            new("position", T("พิกัด", "Position"), it.Place.PositionInWords(6)),
            new("photos", T("ภาพถ่าย", "Photos"), it.PhotosOfPeople.Count() is > 0 and var count ? count.ToString(CultureInfo.InvariantCulture) : ""),
            .. it.Documents.Select(document => new HeldFact("document", T("เอกสาร", "Document"), document.Name)),
            .. it.Timeline.Where(entry => entry.MayTellOfPerson).Select(entry => new HeldFact(
                "entry", T(entry.Kind.Title()), $"{ThaiDates.ShortDateAndTime(entry.At, Language)} · {entry.Text}")),
            .. held.Comments[it.Id].Select(comment => new HeldFact("comment", T("ความเห็นต่อการซ่อม", "Remark on the repair"), comment)),
            new("partner-account", T("บัญชีในระบบของหน่วยงานอื่น", "Account with a partner"), partner?.AccountId ?? ""),
            new("partner-device", T("อุปกรณ์", "Device"), partner?.DeviceId ?? ""),
            new("partner-picture", T("ที่อยู่ภาพ", "Address of a picture"), partner?.MediaUrl ?? ""),
        ]));
    }

    static List<HeldFact> Known(IEnumerable<HeldFact> facts) => [.. facts.Where(fact => fact.Value.Length > 0)];
}
