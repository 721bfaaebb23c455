using Songthang.Domain.Thai;

namespace Songthang.Domain.Settings;

/// <summary>
/// One kind of personal data that the service processes: the register of processing (PDPA s. 39), from which the privacy notice (s. 23) is
/// made and which <c>docs/privacy.md</c> repeats.
/// </summary>
/// <param name="What">The data.</param>
/// <param name="Why">What they are for.</param>
/// <param name="Basis">On which ground of s. 24 they are processed.</param>
/// <param name="Seen">Who sees them.</param>
/// <param name="Recipients">Who outside the authority gets them; empty for nobody.</param>
/// <param name="Kept">How long, by the settings.</param>
public sealed record PersonalField(Phrase What, Phrase Why, Phrase Basis, Phrase Seen, Phrase Recipients, Func<Retention, Phrase> Kept)
{
    static readonly Phrase PublicTask = new("ภารกิจเพื่อประโยชน์สาธารณะ มาตรา 24 (4)", "Public task, s. 24 (4)");
    static readonly Phrase LegalDuty = new("หน้าที่ตามกฎหมาย มาตรา 24 (6)", "Legal duty, s. 24 (6)");
    static readonly Phrase Officers = new("เจ้าหน้าที่และผู้อำนวยการ", "Officers and the director");
    static readonly Phrase Nobody = new("", "");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PersonalField> Register { get; } =
    [
        new(new("ชื่อ-นามสกุล โทรศัพท์ อีเมลของผู้แจ้ง", "Name, telephone and email of who reports"),
            new("สอบถามกลับ แจ้งผล และให้ท่านติดตามเรื่องได้", "To ask back, tell the result, and let you follow your report"),
            PublicTask,
            new("เจ้าหน้าที่และผู้อำนวยการ ช่างไม่เห็น", "Officers and the director; never crews"),
            new("หน่วยงานเจ้าของไฟ เมื่อส่งต่อเรื่องและจำเป็นต้องติดต่อท่าน", "The authority that owns the light, when it must reach you"),
            kept => AfterClosing(LengthOfTime.Months(kept.ContactMonths))),
        new(new("ข้อความของท่าน คำตอบ ความเห็น และเอกสารที่ส่ง", "What you write, answer and remark, and documents that you send"),
            new("หาและซ่อมไฟ ตอบท่าน และปรับปรุงบริการ", "To find and repair the light, answer you, and get better"),
            PublicTask,
            new("เจ้าหน้าที่ ส่วนช่างเห็นอาการ ประชาชนเห็นเฉพาะถ้อยคำที่เจ้าหน้าที่ตรวจแล้ว", "Officers; crews see what is wrong; the public only words that an officer has checked"),
            Nobody,
            kept => AfterClosing(LengthOfTime.Months(kept.ContactMonths))),
        new(new("สถานที่ จุดสังเกต ตำแหน่งบนแผนที่ และวันเวลาที่พบ", "The place, landmark, position on the map, and when you noticed it"),
            new("หาเสาไฟและซ่อม", "To find the light and repair it"),
            PublicTask,
            new("เจ้าหน้าที่และช่าง ประชาชนเห็นหลังตรวจแล้ว ตำแหน่งปัดเป็นประมาณ 11 เมตร", "Officers and crews; the public after the check, the position to about 11 metres"),
            Nobody,
            kept => new(
                $"เก็บเป็นทะเบียนการซ่อมโดยไม่มีชื่อผู้แจ้ง ถ้อยคำที่ไม่มีเจ้าหน้าที่ตรวจลบใน {LengthOfTime.Months(kept.ContactMonths).Thai} หลังปิดเรื่อง",
                $"With the record of the repair, without your name; words that no officer checked are removed {LengthOfTime.Months(kept.ContactMonths).English} after closing")),
        new(new("ภาพถ่ายที่ท่านส่ง", "Photos that you send"),
            new("หาและซ่อมไฟ ระบบลบพิกัดและข้อมูลกล้องทันทีที่ได้รับ", "To find and repair the light; position and camera data are removed the moment they arrive"),
            PublicTask,
            new("เจ้าหน้าที่และช่าง ประชาชนเห็นเฉพาะภาพที่เจ้าหน้าที่อนุมัติ", "Officers and crews; the public only those that an officer approved"),
            Nobody,
            kept => AfterClosing(LengthOfTime.Months(kept.PhotoMonths))),
        new(new("ภาพและเอกสารที่แนบแล้วไม่ได้ส่ง", "Photos and documents of a form that was never sent"),
            new("ให้ท่านไม่ต้องแนบใหม่เมื่อแก้ไขแบบฟอร์ม", "So that you need not attach them again while you fill in the form"),
            PublicTask, new("ไม่มีผู้ใด", "Nobody"), Nobody,
            kept => LengthOfTime.Days(kept.UploadDays)),
        new(new("เรื่องที่ระบบสงสัยว่าส่งโดยโปรแกรม จึงพักไว้ให้เจ้าหน้าที่ดูก่อน", "Reports that look as if a machine had sent them, held for an officer"),
            new("ไม่ให้เรื่องของประชาชนสูญหาย และไม่ให้เรื่องปลอมปนเข้ามา", "So that no report of a person is lost and none of a machine gets in"),
            PublicTask, Officers, Nobody,
            _ => new("จนกว่าเจ้าหน้าที่ตัดสิน หากรับเข้า เก็บเช่นเรื่องอื่น หากไม่รับ ลบใน 30 วัน", "Until an officer decides; taken in, as any report; dropped, 30 days more")),
        new(new("อีเมลหรือโทรศัพท์ของผู้ติดตามเรื่องของผู้อื่น", "Email or telephone of who follows a report of others"),
            new("แจ้งความคืบหน้าของเรื่องนั้น", "To tell how that report goes on"),
            PublicTask, Officers, Nobody,
            kept => new(
                $"จนกว่าจะหยุดติดตาม หรือ {LengthOfTime.Days(kept.FollowerDays).Thai}หลังเรื่องสิ้นสุด",
                $"Until you stop following, or {LengthOfTime.Days(kept.FollowerDays).English} after the report is settled")),
        new(new("รหัสบัญชีและอุปกรณ์จากระบบของหน่วยงานอื่น หากแจ้งผ่านระบบนั้น", "Account and device as named by a partner's program, if you reported through it"),
            new("สอบถามกลับผ่านระบบนั้น", "To ask back through it"),
            PublicTask, Officers, Nobody,
            kept => AfterClosing(LengthOfTime.Months(kept.ContactMonths))),
        new(new("คำขอใช้สิทธิเกี่ยวกับข้อมูลส่วนบุคคลและช่องทางติดต่อ", "Requests about your own data, and how to reach you"),
            new("ตอบท่านภายใน 30 วัน และพิสูจน์ได้ว่าตอบแล้ว", "To answer within 30 days and to be able to show it"),
            LegalDuty, Officers,
            new("สำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคล หากเรียกตรวจ", "The Office of the Personal Data Protection Committee, if it asks"),
            kept => new(
                $"ชื่อและช่องทางติดต่อ {LengthOfTime.Months(kept.ContactMonths).Thai}หลังตอบ", $"Name and contact {LengthOfTime.Months(kept.ContactMonths).English} after the answer")),
        new(new("บันทึกการใช้ระบบ: วันเวลา หมายเลขไอพี เบราว์เซอร์", "Access logs: time, IP address, browser"),
            new("กฎหมายว่าด้วยการกระทำความผิดเกี่ยวกับคอมพิวเตอร์ มาตรา 26 และความปลอดภัยของบัญชีเจ้าหน้าที่", "Computer Crime Act s. 26, and the safety of officers' accounts"),
            LegalDuty, new("ผู้ดูแลระบบ", "Administrators"),
            new("พนักงานเจ้าหน้าที่ตามกฎหมายนั้น หากมีคำสั่ง", "Officials under that Act, on their order"),
            kept => LengthOfTime.Days(kept.LogDays)),
        new(new("บันทึกว่าเจ้าหน้าที่คนใดเปิดดูหรือแก้ไขเรื่องใด", "Which officer saw or changed which report"),
            new("ตรวจสอบการเข้าถึงข้อมูลส่วนบุคคล", "To account for access to personal data"),
            LegalDuty, new("ผู้อำนวยการและผู้ดูแลระบบ", "The director and administrators"), Nobody,
            _ => new("ตลอดไป ไม่มีข้อมูลของผู้แจ้ง", "For good; no data of citizens is in it")),
    ];

    static Phrase AfterClosing(Phrase time) => new($"{time.Thai}หลังปิดเรื่อง", $"{time.English} after the report is closed");
}
