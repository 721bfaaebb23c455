using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Papers;

namespace Songthang.Web.Tests.Papers;

/// <summary>The papers of an office besides the request form, changed as a test needs them.</summary>
static class OfficePapers
{
    static readonly Uri Link = new("https://lights.example.go.th/officer/requests/69-00123-2");

    public static LetterWords Letter { get; } = new(
        "อย 51004/128", new DateOnly(2026, 11, 23), "ขอส่งเรื่องแจ้งไฟฟ้าสาธารณะขัดข้อง", "ผู้จัดการการไฟฟ้าส่วนภูมิภาคจังหวัดพระนครศรีอยุธยา", "",
        "แบบแจ้งไฟฟ้าสาธารณะขัดข้อง เลขที่คำร้อง 123/2569 จำนวน 1 ฉบับ\nภาพถ่าย จำนวน 2 ภาพ",
        "ด้วยองค์การบริหารส่วนจังหวัดพระนครศรีอยุธยาได้รับแจ้งเหตุไฟฟ้าสาธารณะขัดข้อง เมื่อวันที่ 23 พฤศจิกายน 2569 อาการ ไฟดับ 1 ดวง บริเวณ ถนนทดสอบ ต.สามบัณฑิต อ.อุทัย\n"
            + "อบจ.พระนครศรีอยุธยาได้ตรวจสอบแล้ว พบว่าไฟฟ้าสาธารณะบริเวณดังกล่าวอยู่ในความรับผิดชอบของท่าน\n"
            + "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ และขอได้โปรดแจ้งผลการดำเนินการให้ทราบ เพื่อแจ้งผู้แจ้งเหตุต่อไป",
        "นายทดสอบ ตัวอย่าง", "นายกองค์การบริหารส่วนจังหวัดพระนครศรีอยุธยา");

    public static byte[] WriteLetter(LetterWords? letter = null, bool thaiDigits = true, byte[]? garuda = null) => Sample.Write(
        new ForwardingLetterPaper(Words(thaiDigits)).Of(letter ?? Letter, "69-00123-2", Address(Sample.Agency), garuda));

    public static byte[] WriteOrder(int stops = 3, bool thaiDigits = true, string symptom = "ไฟส่องทางชำรุด ดับมาสองคืนแล้ว", bool isDone = false, bool isKnown = true) =>
        Sample.Write(new WorkOrderPaper(Words(thaiDigits)).Of(new(
            new WorkOrderNumber(2569, 12), Sample.Agency, isKnown ? "ชุดช่างไฟฟ้า 1" : "", new DateOnly(2026, 11, 24), isKnown ? "นำรถกระเช้าไปด้วย ระวังรถบรรทุก" : "",
            isKnown ? "สมศรี ทดสอบ" : "", [.. Enumerable.Range(0, stops).Select(i => Stop(i, symptom, isDone, isKnown))],
            isDone ? ["หลอดโซเดียมความดันสูง 2 หลอด", "สายไฟฟ้า 15 เมตร"] : [], ReferenceData.Province, new Uri("https://lights.example.go.th/crew/2569-12"))));

    public static byte[] WriteReport(
        bool thaiDigits = true, string result = "เปลี่ยนหลอดแล้ว ไฟติดเป็นปกติ", string symptom = "ไฟส่องทางชำรุด", bool isKnown = true, params byte[][] photos)
    {
        var submission = (isKnown ? Sample.Submission : Sample.Sparse) with { Symptom = symptom };
        var officer = Actor.Officer(1, "สมศรี ทดสอบ");
        var request = ServiceRequest.Submit(submission, FaultTypes.Shipped, Actor.Requester, Sample.At);
        request.Open(officer, Sample.At.AddMinutes(3));
        request.CheckDetails(null, [], isUrgent: false, officer, Sample.At.AddMinutes(6));
        request.Accept("", officer, Sample.At.AddMinutes(9));
        request.Complete(result, [], officer, Sample.At.AddDays(2));
        var pictures = photos.Select(photo => new ReadOnlyMemory<byte>(photo)).ToList();
        return Sample.Write(new CompletionReport(Words(thaiDigits)).Of(new(
            request, FaultTypes.Shipped.Find(request.FaultCode), Sample.Agency, ReferenceData.Province,
            isKnown ? new("12/2569", "ชุดช่างไฟฟ้า 1", "หลอดหรือโคมเสื่อมสภาพ", ["หลอดโซเดียมความดันสูง 2 หลอด"]) : RepairFacts.Unknown,
            [.. Enum.GetValues<ManualStep>().Select((step, i) => new StepOnPaper($"{(int)step}. {step.Name().Thai}", "5 นาที (เวลาราชการ)", i == 3 ? "–" : "3 นาที", i == 5))],
            pictures, pictures, Link)));
    }

    public static byte[] WriteStamped() => Form(request => request.GiveReceiveNumber(new("1234/2569", Sample.At), Actor.Officer(1, "สมศรี"), Sample.At));

    static byte[] Form(Action<ServiceRequest> tell)
    {
        var request = ServiceRequest.Submit(Sample.Submission, FaultTypes.Shipped, Actor.Requester, Sample.At);
        tell(request);
        return Sample.Write(new RequestForm(Words(thaiDigits: true)).Of(new(
            request, FaultTypes.Shipped.Find(request.FaultCode), Sample.Agency, ReferenceData.Province, Link, Printing.Original, [],
            Repair: new("12/2569", "ชุดช่างไฟฟ้า 1", "", ["หลอดโซเดียม 2 หลอด"]))));
    }

    public static PoleLabel Label(int code, string number) => new(PoleCode.Create(code), number);

    public static string LabelAddress(PoleLabel pole) => $"https://lights.example.go.th/p/{pole.Code}";

    public static byte[] WriteLabels(LabelSheet sheet, int from, params PoleLabel[] poles) => Sample.Write(PoleLabelPaper.Of(new(
        sheet, from, poles, Sample.Agency, pole => new Uri(LabelAddress(pole)))));

    /// <summary>A sheet of every kind of number: short, long, missing, in Thai digits, a word without spaces.</summary>
    public static byte[] WriteLabels(string sheet, int from) => WriteLabels(LabelSheet.Shipped.Find(sheet)!, from, Label(1, "15-58"), Label(999_999, "อบจ.อย. ๑๕-๕๘"),
        Label(42, ""), Label(1234, "โครงการติดตั้งไฟฟ้าส่องสว่างถนนสายอุทัย-บ่อตาโล่ ต้นที่ 3043/15-58"), Label(120_034, new string('ก', 60)), Label(7, "ฐานู้ปั๊มน้ำ ทล.32"));

    static WorkOrderStop Stop(int i, string symptom, bool isDone, bool isKnown) => new(
        Reference.Create(2569, 123 + i).ToString(), i == 1 ? "สายไฟขาดหรือหย่อน" : "ไฟดับ 1 ดวง", i == 1, symptom,
        isKnown
            ? Sample.Submission.Place with { Latitude = 14.356 + i * 0.004, Longitude = 100.723 + i % 2 * 0.006, PoleNumber = $"อบจ.อย. 15-{58 + i}" }
            : Sample.Sparse.Place,
        isDone ? i == 2 ? ItemOutcome.NotRepaired : ItemOutcome.Repaired : ItemOutcome.Pending, isDone ? "เปลี่ยนหลอดแล้ว" : "", isDone ? "หลอดเสื่อมสภาพ" : "");

    static PaperWords Words(bool thaiDigits) => new(new PaperSettings(thaiDigits));

    static Agency Address(Agency agency) => agency with
    {
        Address = new() { Thai = "55 หมู่ 7 ตำบลคลองสวนพลู อำเภอพระนครศรีอยุธยา จังหวัดพระนครศรีอยุธยา 13000" },
        Phone = "035-123456",
    };
}
