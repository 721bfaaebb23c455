using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Settings;
using static Songthang.Web.Features.Guide.GuideForm;

namespace Songthang.Web.Features.Guide;

/// <summary>What the guide tells citizens; times, faults and office hours are the settings'.</summary>
static class CitizensGuide
{
    public static IReadOnlyList<GuideSection> Of(FaultTypes faults, CurrentSettings settings, Agency agency)
    {
        var hours = settings.Get(Topics.Calendar).HoursInWords();
        var work = StepWords.Of(settings.ServiceLevel.AllowanceFor(ManualStep.DoWork));
        return
        [
            new("report", new("แจ้งเหตุ", "Reporting"), new GuideBlock(Steps,
                new("เลือกอาการที่พบ เช่น ไฟดับ 1 ดวง หรือไฟกะพริบ", "Choose what is wrong, such as one lamp out or flickering."),
                new("บอกสถานที่ กด “ใช้ตำแหน่งปัจจุบัน” หากยืนอยู่ใกล้เสาไฟ หรือเลือกบนแผนที่ หรือเลือกอำเภอ ตำบล แล้วพิมพ์ถนนหรือจุดสังเกต",
                    "Say where: press “Use my position” if you stand near the pole, choose on the map, or choose the district and subdistrict and type the road or a landmark."),
                new("หากเห็นหมายเลขบนเสาไฟ กรุณากรอกด้วย ช่างจะหาพบทันที", "If you see a number on the pole, please give it: the crew finds it at once."),
                new("หากมีผู้แจ้งจุดเดียวกันไว้แล้ว ระบบจะแสดงเรื่องนั้นให้ท่านเห็น ท่านติดตามแทนได้โดยไม่ต้องแจ้งซ้ำ",
                    "If the place has been reported already you are shown that report, and can follow it instead of sending it again."),
                new("แนบภาพถ่ายได้ไม่เกิน 5 ภาพ ระบบย่อภาพและลบพิกัดที่ติดมากับภาพให้", "Add up to 5 photos; they are made smaller and their position is removed."),
                new("กรอกชื่อและหมายเลขโทรศัพท์ อ่านประกาศความเป็นส่วนตัว แล้วกด “ส่งเรื่อง”", "Give your name and number, read the privacy notice and press “Send”."),
                new("เก็บเลขที่เรื่อง เช่น 69-00123-4 หรือลิงก์ติดตามเรื่องไว้", "Keep the reference, such as 69-00123-4, or your own link.")))
            {
                Picture = new("report", true, new("หน้าแจ้งเหตุ เริ่มจากเลือกอาการที่พบ", "the page on which you report begins with what is wrong")),
            },
            new("faults", new("อาการที่แจ้งได้", "What can be reported"),
                new GuideBlock(Points, [.. faults.Offered().Select(fault => fault.Name)]),
                new GuideBlock(Paragraphs, new Domain.Thai.Phrase("หากมีอันตราย เช่น เสาล้ม สายไฟขาด หรือไฟรั่ว ห้ามเข้าใกล้ และโทรหมายเลขฉุกเฉินก่อนแจ้ง",
                    "If there is danger, such as a fallen pole, a broken cable or leakage, keep away and call the emergency number first."))),
            new("then", new("หลังจากแจ้งแล้ว", "What happens then"), new GuideBlock(Points,
                new($"เจ้าหน้าที่ตรวจสอบในวันและเวลาราชการ ({hours.Thai}) แล้วแจ้งว่ารับเรื่อง หรือขอข้อมูลเพิ่มเติม",
                    $"In office hours ({hours.English}) an officer checks it and tells you that it is accepted, or asks for what is missing."),
                new("หากถูกถาม ท่านตอบด้วยข้อความ ภาพถ่าย หรือไฟล์ PDF ได้ที่ลิงก์ติดตามเรื่อง โดยไม่ต้องสมัครสมาชิก",
                    "If you are asked something, answer with text, photos or a PDF on your own link, without an account."),
                new($"ซ่อม{work.Thai}หลังยืนยันรับเรื่อง เวลาหยุดนับระหว่างรอข้อมูลจากท่าน", $"It is put right {work.English} after it is accepted; the time stands still while we wait for your answer."),
                new("หากไฟเป็นของหน่วยงานอื่น เราจะส่งต่อให้และบอกท่านว่าส่งไปที่ใด", "If the light belongs to another authority we pass the report on and tell you to whom."),
                new("เมื่อซ่อมเสร็จ ท่านได้รับแจ้งผล และประเมินความพึงพอใจได้", "When it is done you are told the result, and can say how satisfied you are."))),
            new("steps", new("ขั้นตอนและระยะเวลา", "Steps and times"), new GuideBlock(Steps, StepWords.Of(settings.ServiceLevel)),
                new GuideBlock(Paragraphs, new Domain.Thai.Phrase($"เรื่องที่แจ้งนอกเวลาราชการ ({hours.Thai}) เริ่มนับเวลาในวันทำการถัดไป", $"What is reported out of office hours ({hours.English}) counts from the next working day."))),
            new("track", new("ติดตามเรื่อง", "Following your report"), new GuideBlock(Points,
                new("ใช้เลขที่เรื่องกับหมายเลขโทรศัพท์ที่หน้า “ติดตามเรื่อง” หรือเปิดลิงก์ของท่านจากใบรับเรื่องหรืออีเมล",
                    "Use the reference and your telephone number on “Track”, or open your own link from the receipt or the email."),
                new("ที่หน้านั้นท่านส่งข้อความถึงเจ้าหน้าที่ ตอบคำถาม หรือขอยกเลิกเรื่องได้", "There you can write to the officers, answer questions or take the report back."),
                new($"หากซ่อมแล้วไฟยังไม่ติด ขอให้ตรวจสอบอีกครั้งได้ภายใน {Workflow.ReopenDays} วัน", $"If the light still fails after the repair, ask for another look within {Workflow.ReopenDays} days.")))
            {
                Picture = new("own", true, new("หน้าเรื่องของท่าน บอกสถานะและความคืบหน้า", "your own page tells where your report stands and what happened so far")),
            },
            new("status", new("ความหมายของสถานะ", "What the status means"), new GuideBlock(Points,
                [.. Domain.Publication.PublicStatus.All.Select(status => new Domain.Thai.Phrase(StatusLine(status).Thai, StatusLine(status).English))])),
            new("privacy", new("ข้อมูลส่วนบุคคล", "Personal data"), new GuideBlock(Paragraphs,
                new("ชื่อ โทรศัพท์ และอีเมลของท่านใช้เพื่อถามกลับและแจ้งผลเท่านั้น ไม่แสดงต่อสาธารณะ รายละเอียดและภาพที่เผยแพร่ต้องผ่านการตรวจของเจ้าหน้าที่ก่อน",
                    "Your name, telephone and email serve only to ask back and to tell you the result, and are never shown. Details and photos are public only after an officer has checked them."),
                new($"ผู้ดูแลข้อมูลคือ{agency.Division.Thai} {agency.Name.Thai}", $"The data are looked after by the {agency.Division.Phrase.English}, {agency.Name.Phrase.English}."))),
        ];
    }

    static Domain.Thai.Phrase StatusLine(Domain.Publication.PublicStatus status) => status.States[0] switch
    {
        ServiceRequestStatus.Submitted => new($"{status.Name.Thai}: ได้รับเรื่องแล้ว รอตรวจสอบหรือรอซ่อม", $"{status.Name.English}: received, to be checked or repaired."),
        ServiceRequestStatus.InProgress => new($"{status.Name.Thai}: ช่างกำลังซ่อม", $"{status.Name.English}: a crew works on it."),
        ServiceRequestStatus.Completed => new($"{status.Name.Thai}: ซ่อมเสร็จแล้ว", $"{status.Name.English}: it has been repaired."),
        ServiceRequestStatus.Forwarded => new($"{status.Name.Thai}: ส่งให้หน่วยงานเจ้าของไฟแล้ว", $"{status.Name.English}: passed on to the authority that owns the light."),
        ServiceRequestStatus.Declined => new($"{status.Name.Thai}: ไม่อยู่ในหน้าที่ หรือไม่พบความชำรุด พร้อมเหตุผล", $"{status.Name.English}: not our duty or nothing wrong found; the reporter is told why."),
        ServiceRequestStatus.Duplicate => new($"{status.Name.Thai}: มีผู้แจ้งจุดเดียวกันแล้ว ดำเนินการพร้อมกัน", $"{status.Name.English}: reported before; both are handled together."),
        _ => new($"{status.Name.Thai}: ผู้แจ้งขอยกเลิก", $"{status.Name.English}: the reporter took it back."),
    };
}
