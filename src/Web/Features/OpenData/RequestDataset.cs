using System.Runtime.CompilerServices;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.OpenData;

/// <summary>The reports as the public sees them; who reported is in none of them.</summary>
public sealed class RequestDataset : OpenDataset
{
    public const string Slug = "requests";

    readonly PublicServiceRequests requests;
    readonly Filled<PublicServiceRequest>[] filled;

    public RequestDataset(PublicServiceRequests requests, Province province, FaultTypes faults, PublicAddress address)
    {
        this.requests = requests;
        filled = Fill(province, faults, address);
        Columns = [.. filled.Select(column => column.About)];
    }

    public override string Name => Slug;

    public override Phrase Title { get; } = new("เรื่องแจ้งไฟฟ้าสาธารณะขัดข้อง", "Street-light fault reports");

    public override Phrase Description { get; } = new(
        "เรื่องแจ้งไฟฟ้าสาธารณะขัดข้องทุกเรื่อง พร้อมสถานะและวันที่ดำเนินการ ไม่มีข้อมูลส่วนบุคคล รายละเอียดและสถานที่ปรากฏหลังเจ้าหน้าที่ตรวจสอบแล้ว พิกัดปัดเป็นทศนิยม 4 ตำแหน่ง (ประมาณ 11 เมตร)",
        "Every report of a street-light fault with its status and dates. No personal data; details and place appear after an officer has checked them, positions are rounded to 4 decimals (about 11 metres).");

    public override Phrase DayMeant { get; } = new("วันที่รับแจ้ง", "day of receipt");

    public override IReadOnlyList<Phrase> Keywords { get; } =
        [new("ไฟฟ้าสาธารณะ", "street light"), new("ไฟส่องทาง", "street lighting"), new("แจ้งเหตุ", "fault report"), new("บริการประชาชน", "public service")];

    public override IReadOnlyList<OpenColumn> Columns { get; }

    public override Task<DataStamp> StampAsync(DayRange days, CancellationToken cancellationToken) =>
        requests.StampAsync(days.Moments(), cancellationToken);

    public override async IAsyncEnumerable<object?[]> RowsAsync(DayRange days, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var request in requests.EveryAsync(days.Moments(), cancellationToken))
            yield return Array.ConvertAll(filled, column => column.Value(request));
    }

    public override async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellationToken)
    {
        if (await requests.FirstAndLastAsync(cancellationToken) is not { } ends)
            return [];
        var (first, last) = (ThaiDates.BuddhistYear(ends.First), ThaiDates.BuddhistYear(ends.Last));
        return [.. Enumerable.Range(first, last - first + 1).Reverse()];
    }

    static Filled<PublicServiceRequest>[] Fill(Province province, FaultTypes faults, PublicAddress address) =>
    [
        new(new("reference", OpenType.Text, new("เลขที่เรื่อง", "Reference"),
            new("เลขที่เรื่องของระบบ ไม่ซ้ำกัน เช่น 69-00123-4 สองตัวแรกคือปี พ.ศ.", "Unique, such as 69-00123-4; the first two digits are the Buddhist year."), true), r => r.Reference),
        new(new("url", OpenType.Url, new("หน้าเว็บของเรื่อง", "Page"), new("ที่อยู่ถาวรของเรื่องนี้", "Permanent address of the report."), true),
            r => address.Of(Links.PublicReport(r.Reference)).AbsoluteUri),
        new(new("status", OpenType.Text, new("สถานะ (รหัส)", "Status (code)"), new(
            $"รหัสสถานะ ได้แก่ {string.Join(", ", PublicStatus.All.Select(status => status.Slug))}",
            $"One of {string.Join(", ", PublicStatus.All.Select(status => status.Slug))}."), true), r => PublicStatus.Of(r.Status).Slug),
        new(new("status_th", OpenType.Text, new("สถานะ", "Status (Thai)"), new("คำของสถานะที่ใช้บนเว็บไซต์", "The status in words, as on the site."), true),
            r => PublicStatus.Of(r.Status).Name.Thai),
        new(new("fault_code", OpenType.Text, new("อาการ (รหัส)", "Fault (code)"), new("รหัสอาการชำรุดที่ผู้แจ้งเลือก เช่น lamp_out", "What is wrong, such as lamp_out."), true), r => r.FaultCode),
        new(new("fault_th", OpenType.Text, new("อาการ", "Fault (Thai)"), new("คำของอาการชำรุด", "The fault in words."), true), r => faults.NameOf(r.FaultCode).Thai),
        new(new("received_at", OpenType.Moment, new("วันที่รับแจ้ง", "Received"), new("วันและเวลาที่ระบบรับเรื่อง", "When the report was received."), true), r => r.SubmittedAt),
        new(new("completed_at", OpenType.Moment, new("วันที่ดำเนินการแล้ว", "Completed"), new("วันและเวลาที่ซ่อมเสร็จ ว่างเมื่อยังไม่เสร็จ", "When it was repaired; empty while it is not.")), r => r.CompletedAt),
        new(new("updated_at", OpenType.Moment, new("ปรับปรุงล่าสุด", "Last change"), new("วันและเวลาที่เรื่องเปลี่ยนแปลงครั้งล่าสุด", "When the report last changed."), true), r => r.UpdatedAt),
        new(new("is_checked", OpenType.Truth, new("ตรวจสอบแล้ว", "Checked"), new(
            "เจ้าหน้าที่ตรวจสอบแล้วหรือไม่ ก่อนตรวจสอบจะไม่มีรายละเอียด ถนน จุดสังเกต และพิกัด",
            "Whether an officer has checked it; before, details, road, landmark and position are empty."), true), r => r.IsChecked),
        new(new("details", OpenType.Text, new("รายละเอียด", "Details"), new("รายละเอียดที่เจ้าหน้าที่อนุญาตให้เผยแพร่", "The details as released by an officer.")), r => Text(r.Symptom)),
        new(new("road", OpenType.Text, new("ถนน", "Road"), new("ชื่อหรือหมายเลขถนน", "Name or number of the road.")), r => Text(r.Place.Road)),
        new(new("landmark", OpenType.Text, new("จุดสังเกต", "Landmark"), new("จุดสังเกตใกล้เคียง", "What stands near.")), r => Text(r.Place.Landmark)),
        new(new("moo", OpenType.Text, new("หมู่ที่", "Village number"), new("หมู่ที่ของหมู่บ้าน", "Number of the village (moo).")), r => Text(r.Place.Moo)),
        new(new("pole_number", OpenType.Text, new("หมายเลขเสาไฟ", "Pole number"), new("หมายเลขบนเสาไฟตามที่แจ้ง", "The number on the pole as reported.")), r => Text(r.Place.PoleNumber)),
        new(new("tambon_code", OpenType.Text, new("รหัสตำบล", "Tambon code"), new("รหัสตำบล 6 หลักของกรมการปกครอง", "Six digits of the Department of Provincial Administration.")), r => Text(r.Place.TambonCode)),
        new(new("tambon_th", OpenType.Text, new("ตำบล", "Tambon"), new("ชื่อตำบล", "Name of the subdistrict.")), r => province.Find(r.Place.TambonCode)?.ThaiName),
        new(new("amphoe_code", OpenType.Text, new("รหัสอำเภอ", "Amphoe code"), new("รหัสอำเภอ 4 หลัก", "Four digits.")), r => Text(r.Place.AmphoeCode)),
        new(new("amphoe_th", OpenType.Text, new("อำเภอ", "Amphoe"), new("ชื่ออำเภอ", "Name of the district.")), r => province.Find(r.Place.TambonCode)?.Amphoe.ThaiName),
        new(new("latitude", OpenType.Degrees, new("ละติจูด", "Latitude"), new("องศาเหนือ WGS 84 ทศนิยม 4 ตำแหน่ง", "Degrees north, WGS 84, 4 decimals.")), r => r.Place.Latitude),
        new(new("longitude", OpenType.Degrees, new("ลองจิจูด", "Longitude"), new("องศาตะวันออก WGS 84 ทศนิยม 4 ตำแหน่ง", "Degrees east, WGS 84, 4 decimals.")), r => r.Place.Longitude),
        new(new("merged_into", OpenType.Text, new("รวมกับเรื่อง", "Merged into"), new("เลขที่เรื่องหลักที่เรื่องนี้รวมไปด้วย", "Reference of the report that goes on for this one.")), r => r.MergedInto),
    ];

    static string? Text(string text) => text.Length > 0 ? text : null;
}
