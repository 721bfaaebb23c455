using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Documents;
using Songthang.Infrastructure.Papers;
using Document = Songthang.Infrastructure.Documents.Document;

namespace Songthang.Web.Tests.Papers;

/// <summary>Papers of one request, changed as a test needs it.</summary>
static class Sample
{
    public static DateTime At { get; } = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);

    public static Agency Agency { get; } = new()
    {
        Name = new() { Thai = "องค์การบริหารส่วนจังหวัดพระนครศรีอยุธยา", English = "Phra Nakhon Si Ayutthaya PAO" },
        ShortName = new() { Thai = "อบจ.พระนครศรีอยุธยา" },
        Division = new() { Thai = "กองช่าง", English = "Works Division" },
    };

    public static Submission Submission { get; } = new(
        Reference.Create(2569, 123).ToString(), "secret", "lamp_out", "ไฟส่องทางชำรุด ดับมาสองคืนแล้ว", At.AddHours(-5),
        new Place("141403", "ถนนทางหลวงชนบทหมายเลข 3043 อุทัย-บ่อตาโล่", "ตรงหน้าอู่ น.เจริญยนต์", "3", "อบจ.อย. 15-58", 14.356092, 100.723849),
        new Requester("ทดสอบ ใจดี", "0812345678", "", ToldBy.OwnPage, "th"), IntakeChannel.Web, []);

    /// <summary>What a citizen leaves out when only the fault and a subdistrict are known.</summary>
    public static Submission Sparse { get; } = Submission with
    {
        Symptom = "",
        NoticedAt = null,
        Place = new Place("", "ถนนทดสอบ", "", "", "", null, null),
        Requester = Submission.Requester with { Name = "", Phone = "" },
        Channel = IntakeChannel.Phone,
    };

    public static byte[] Form(
        Submission? submission = null, bool thaiDigits = true, Printing printing = Printing.Original, params byte[][] photos)
    {
        var request = ServiceRequest.Submit(submission ?? Submission, FaultTypes.Shipped, Actor.Requester, At);
        return Write(new RequestForm(new PaperWords(new PaperSettings(thaiDigits))).Of(new(
            request, FaultTypes.Shipped.Find(request.FaultCode), Agency, ReferenceData.Province,
            new Uri($"https://lights.example.go.th/officer/requests/{request.Reference}"), printing,
            [.. photos.Select(photo => new ReadOnlyMemory<byte>(photo))])));
    }

    public static byte[] Receipt(string place, string language = "th") => Write(ReceiptPaper.Of(new(
        Submission.Reference, [("อาการ", "ไฟดับ 1 ดวง"), ("สถานที่", place)], [("เจ้าหน้าที่ตรวจสอบ", "ภายใน 23 พฤศจิกายน 2569")],
        new Uri("https://lights.example.go.th/r/AAAAAAAAAAAAAAAAAAAAAA"), Agency, language)));

    public static byte[] Write(Document document) => Pdf.Write(document, new(document.Title, Agency.Name.Thai, At));
}
