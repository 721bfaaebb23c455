using Songthang.Domain.ServiceLevels;
using Songthang.Infrastructure.Settings;
using static Songthang.Web.Features.Guide.GuideForm;

namespace Songthang.Web.Features.Guide;

/// <summary>What the guide tells the staff; the times are the settings'.</summary>
static class OfficersGuide
{
    public static IReadOnlyList<GuideSection> Of(CurrentSettings settings) =>
    [
        new("steps", new("เจ็ดขั้นตอนและเวลาที่กำหนด", "The seven steps and their times"), new GuideBlock(Steps, StepWords.Of(settings.ServiceLevel)),
            new GuideBlock(Paragraphs,
                new Domain.Thai.Phrase($"เวลาราชการ: {settings.Get(Topics.Calendar).HoursInWords().Thai} ไม่รวมวันหยุดที่ตั้งไว้ ระบบคำนวณเวลาจากเหตุการณ์ที่บันทึก แก้ไขย้อนหลังไม่ได้",
                    $"Office time: {settings.Get(Topics.Calendar).HoursInWords().English}, less the holidays that are set. Times follow from what was recorded and cannot be altered."))),
        Step(ManualStep.OpenNotification, "open", new GuideBlock(Steps,
            new("เปิด “กล่องเรื่องแจ้ง” เรื่องใหม่และเรื่องเร่งด่วนอยู่บนสุด กระดิ่งบอกจำนวนเรื่องที่ยังไม่เปิดอ่าน", "Open the inbox: new and urgent requests stand first, the bell tells how many nobody has opened."),
            new("กด “รายละเอียด” การเปิดครั้งแรกหยุดเวลาขั้นที่ 1", "Press “Details”; the first opening stops the clock of step 1.")))
            with { Picture = new("inbox", false, new("กล่องเรื่องแจ้ง พร้อมมุมมองด่วน ตัวกรอง และรายการ", "the inbox with its quick views, filters and list")) },
        Step(ManualStep.CheckDetails, "check", new GuideBlock(Steps,
            new("กด “ตรวจสอบแล้ว” แก้อาการและสถานที่ให้ถูกต้อง", "Press “Checked” and put the fault and the place right."),
            new("เลือกข้อความและภาพที่ประชาชนเห็นได้ ลบชื่อ บ้านเลขที่ และทะเบียนรถ", "Choose the words and photos that everyone may see; leave out names, house numbers and number plates."),
            new("หากมีเรื่องของจุดเดียวกัน ใช้ “รวมกับเรื่องเดิม”", "If the same place was reported before, use “Merge”.")))
            with { Picture = new("check", false, new("หน้าตรวจสอบข้อมูล", "the page on which the details are checked")) },
        Step(ManualStep.TellRequester, "ask", new GuideBlock(Steps,
            new("ข้อมูลไม่พอ: กด “ขอข้อมูลเพิ่มเติม” ถามให้ครบในครั้งเดียว เวลาซ่อมหยุดนับจนกว่าจะได้คำตอบหรือพ้นกำหนด", "Something is missing: press “Ask” and ask for all of it at once. The time stands still until the answer or its deadline."),
            new("ผู้แจ้งไม่มีอีเมล: โทรแล้วกด “บันทึกการโทร” ถือเป็นการแจ้งแล้ว", "Without an email: call and press “Record a call”; that counts as told."))),
        Step(ManualStep.PrintForm, "print", new GuideBlock(Steps,
            new("กด “พิมพ์แบบคำร้อง” ตรวจดูบนจอ แล้วพิมพ์", "Press “Print the form”, look at it on the screen and print."),
            new("หลายเรื่อง: เลือกในกล่องเรื่องแจ้งแล้วกด “พิมพ์แบบคำร้อง” ระบบทำเป็นไฟล์เดียว", "Several: choose them in the inbox and print; they become one file."))),
        Step(ManualStep.SetStatus, "decide", new GuideBlock(Points,
            new("รับเรื่อง: เวลาซ่อมเริ่มนับ ผู้แจ้งได้รับแจ้งทันที", "Accept: the time for the repair begins, the requester is told at once."),
            new("ส่งต่อหน่วยงาน: เลือกหน่วยงานเจ้าของไฟ บันทึกเลขหนังสือ และบันทึกคำตอบที่ได้รับ", "Forward: choose the authority that owns the light, record the letter's number and what it answers."),
            new("ไม่รับดำเนินการ: ต้องมีเหตุผลที่ผู้แจ้งเข้าใจ", "Decline: with a reason that the requester understands.")))
            with { Picture = new("accept", false, new("หน้ารับเรื่อง พร้อมข้อความสำเร็จรูป", "accepting a request, with the prepared texts")) },
        Step(ManualStep.DoWork, "work", new GuideBlock(Steps,
            new("เลือกเรื่องแล้วกด “ออกใบสั่งงาน” กำหนดชุดช่างและวัน", "Choose requests, press “Work order”, and set the crew and the day."),
            new("ชุดช่างเปิด “งานของชุดช่าง” บนโทรศัพท์ ถ่ายภาพก่อนและหลัง บันทึกสาเหตุและวัสดุ", "The crew opens its work on a phone, takes photos before and after, and records cause and materials."),
            new("ซ่อมไม่ได้: บันทึกเหตุ เรื่องกลับมารอออกใบสั่งงานใหม่", "Not repairable: record why; the request waits for a new order.")))
            with { Picture = new("crew", true, new("งานของชุดช่างบนโทรศัพท์", "the crew's work on a phone")) },
        Step(ManualStep.NotifyResult, "result", new GuideBlock(Points,
            new("เมื่อบันทึกว่าเสร็จ ระบบส่งอีเมลแจ้งผลเอง ผู้ที่ไม่มีอีเมลต้องโทรแล้วบันทึก", "When it is recorded as done the program sends the result by email; who gave none is called, and the call recorded."),
            new("ผู้แจ้งขอให้ตรวจสอบอีกครั้งได้ เรื่องจะกลับเข้ากล่องเรื่องแจ้ง", "The requester can ask for another look; the request then comes back to the inbox.")))
            with { Picture = new("work-order", false, new("ใบสั่งงาน ซึ่งบันทึกผลของแต่ละเรื่องได้", "a work order, on which the result of each request is recorded")) },
        new("labels", new("ป้าย QR ติดเสาไฟ", "QR labels for poles"), new GuideBlock(Steps,
            new("กรองหรือเลือกเสาในทะเบียนเสาไฟ แล้วกด “พิมพ์ป้าย QR”", "Filter or choose poles in the register and press “QR labels”."),
            new("เลือกแผ่นสติกเกอร์ และดวงที่เริ่มพิมพ์ถ้าแผ่นแรกใช้ไปบ้างแล้ว", "Choose the sheet of stickers, and where to begin when the first sheet is half used."),
            new("พิมพ์ขนาดจริง (100%) แล้วลองสแกนหนึ่งดวงก่อนนำไปติด", "Print at 100 %, and scan one before they are put up."))),
        new("account", new("บัญชีและการเข้าสู่ระบบ", "Your account and signing in"), new GuideBlock(Steps,
            new("เปิด “บัญชีของฉัน” แล้วกด “ตั้งการยืนยันสองขั้น” สแกนด้วยแอปยืนยันตัวตนในโทรศัพท์ ใส่รหัส 6 หลัก ผู้ดูแลระบบต้องตั้งก่อนใช้งาน", "Open “My account”, press “Set up a second factor”, scan with an authenticator app and type its six digits. Administrators must do so first."),
            new("พิมพ์หรือจดรหัสสำรอง 10 รหัสเก็บไว้ในที่ปลอดภัย ใช้แทนโทรศัพท์ได้รหัสละหนึ่งครั้ง", "Print or note the ten recovery codes and keep them safe: each stands for the phone once."),
            new("ทำหายทั้งโทรศัพท์และรหัสสำรอง: ผู้ดูแลระบบคนอื่นยกเลิกให้ที่ “ผู้ใช้งาน”", "Lost both? Another administrator takes the second factor away under “Users”."),
            new("หน้าที่สำคัญ เช่น ผู้ใช้งาน กุญแจ API และการส่งออก ขอให้ยืนยันตัวตนอีกครั้งเมื่อผ่านไป 10 นาที", "Pages that matter, such as users, API keys and exports, ask again who you are after 10 minutes."),
            new("พบเครื่องที่ไม่รู้จักใน “เครื่องที่เข้าสู่ระบบ”: กดออกจากระบบเครื่องนั้น แล้วเปลี่ยนรหัสผ่าน", "A machine that you do not know under “Where you are signed in”: end it, then change your password."))),
        new("data", new("ข้อมูลส่วนบุคคล", "Personal data"), new GuideBlock(Points,
            new("ดูเฉพาะเรื่องที่ต้องปฏิบัติ การเปิดดูและการส่งออกถูกบันทึกไว้", "Look only at what you work on; opening and exporting are recorded."),
            new("ห้ามพิมพ์ชื่อหรือโทรศัพท์ของผู้แจ้งในข้อความสาธารณะและบันทึกภายใน", "Never type the requester's name or number into public words or notes."))),
    ];

    static GuideSection Step(ManualStep step, string slug, GuideBlock how) =>
        new(slug, new($"ขั้นที่ {(int)step} {step.Name().Thai}", $"Step {(int)step}: {step.Name().English}"), how);
}
