using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.Settings;

namespace Songthang.Infrastructure.Settings;

/// <summary>Everything that can be set in the program, with what is shipped.</summary>
public static class Topics
{
    /// <summary>What is said about the authority; <see cref="CurrentSettings.Ship"/> brings the configured one.</summary>
    public static Topic<AgencyProfile> Agency { get; } = new("agency", new("ข้อมูลหน่วยงาน", "The agency"), new(
        new("ระบบแจ้งไฟฟ้าสาธารณะขัดข้อง", "Street-light fault reporting"), default, default, default, default, "", "", "", default));

    /// <summary>What can be wrong with a light.</summary>
    public static Topic<Listed<FaultType>> FaultTypes { get; } = new(
        "fault-types", new("อาการชำรุด", "Fault types"), new(Domain.ServiceCatalog.FaultTypes.Shipped.All));

    /// <summary>What each step of the manual may take.</summary>
    public static Topic<StepAllowances> Steps { get; } = new(
        "steps", new("ขั้นตอนและระยะเวลา", "Steps and times"), StepAllowances.Manual);

    /// <summary>When the office works.</summary>
    public static Topic<OfficeCalendar> Calendar { get; } = new(
        "calendar", new("เวลาทำการและวันหยุด", "Office hours and holidays"), OfficeCalendar.GovernmentHours(ReferenceData.Holidays));

    /// <summary>How long personal data is kept.</summary>
    public static Topic<Retention> Retention { get; } = new(
        "retention", new("ระยะเวลาเก็บข้อมูล", "How long data is kept"), new());

    /// <summary>The crews.</summary>
    public static Topic<Listed<Crew>> Crews { get; } = new("crews", new("ชุดช่าง", "Crews"), new(
    [
        new("crew-1", new("ชุดช่างไฟฟ้า 1", "Electricians 1")),
        new("crew-2", new("ชุดช่างไฟฟ้า 2", "Electricians 2")),
    ]));

    /// <summary>What repairs use up.</summary>
    public static Topic<Listed<Material>> Materials { get; } = new("materials", new("วัสดุ", "Materials"), new(
    [
        new("led-lamp", new("โคมไฟถนน LED", "LED street luminaire"), new("โคม", "luminaire")),
        new("sodium-lamp", new("หลอดโซเดียมความดันสูง", "High-pressure sodium lamp"), new("หลอด", "lamp")),
        new("ballast", new("บัลลาสต์", "Ballast"), new("ตัว", "piece")),
        new("photocell", new("โฟโต้เซลล์", "Photocell"), new("ตัว", "piece")),
        new("fuse", new("ฟิวส์", "Fuse"), new("ตัว", "piece")),
        new("breaker", new("เซอร์กิตเบรกเกอร์", "Circuit breaker"), new("ตัว", "piece")),
        new("contactor", new("แมกเนติกคอนแทกเตอร์", "Contactor"), new("ตัว", "piece")),
        new("cable", new("สายไฟฟ้า", "Cable"), new("เมตร", "metre")),
        new("connector", new("คอนเนกเตอร์ต่อสาย", "Cable connector"), new("ตัว", "piece")),
        new("pole", new("เสาไฟฟ้า", "Lighting pole"), new("ต้น", "pole")),
    ]));

    /// <summary>The kinds of lamps in the register of poles, with the years that they usually last when lit every night.</summary>
    public static Topic<Listed<LampKind>> LampKinds { get; } = new("lamp-kinds", new("ชนิดหลอดไฟ", "Lamp kinds"), new(
    [
        new("led", new("แอลอีดี (LED)", "LED"), 12),
        new("hps", new("โซเดียมความดันสูง", "High-pressure sodium"), 5),
        new("lps", new("โซเดียมความดันต่ำ", "Low-pressure sodium"), 4),
        new("metal-halide", new("เมทัลฮาไลด์", "Metal halide"), 3),
        new("mercury", new("ไอปรอท (แสงจันทร์)", "Mercury vapour"), 4),
        new("fluorescent", new("ฟลูออเรสเซนต์", "Fluorescent"), 3),
        new("solar-led", new("แอลอีดีพลังงานแสงอาทิตย์", "Solar LED"), 5),
    ]));

    /// <summary>Why lights fail.</summary>
    public static Topic<Listed<Cause>> Causes { get; } = new("causes", new("สาเหตุที่พบ", "Causes found"), new(
    [
        new("lamp", new("หลอดหรือโคมเสื่อมสภาพ", "Lamp or luminaire worn out")),
        new("photocell", new("โฟโต้เซลล์เสีย", "Photocell broken")),
        new("breaker", new("เบรกเกอร์ตัดหรือฟิวส์ขาด", "Breaker tripped or fuse blown")),
        new("cable", new("สายไฟขาดหรือชำรุด", "Cable broken or damaged")),
        new("cabinet", new("ตู้ควบคุมขัดข้อง", "Control cabinet failed")),
        new("supply", new("ไม่มีไฟจากการไฟฟ้า", "No supply from the electricity authority")),
        new("accident", new("ถูกรถชน", "Hit by a vehicle")),
        new("theft", new("ถูกขโมยหรือถูกทำลาย", "Theft or vandalism")),
        new("water", new("น้ำเข้าหรือน้ำท่วม", "Water")),
        new("tree", new("กิ่งไม้หรือสิ่งบดบัง", "Branches or something in the way")),
        new("nothing", new("ไม่พบความผิดปกติ", "Nothing wrong found")),
        new("other", new("อื่น ๆ", "Other")),
    ]));

    /// <summary>Who else owns lamps in the province: the kinds that exist; offices by name are added by the administrator.</summary>
    public static Topic<Listed<Authority>> Authorities { get; } = new("authorities", new("หน่วยงานอื่น", "Other authorities"), new(
    [
        new("pea", AuthorityKind.Electricity, new("การไฟฟ้าส่วนภูมิภาค (กฟภ.)", "Provincial Electricity Authority (PEA)"), "1129"),
        new("doh", AuthorityKind.Highways, new("กรมทางหลวง", "Department of Highways"), "1586"),
        new("drr", AuthorityKind.RuralRoads, new("กรมทางหลวงชนบท", "Department of Rural Roads"), "1146"),
        new("municipality", AuthorityKind.Municipality, new("เทศบาลในพื้นที่", "The local municipality")),
        new("tao", AuthorityKind.SubdistrictOrganization, new("องค์การบริหารส่วนตำบลในพื้นที่", "The local subdistrict organization")),
    ]));

    /// <summary>Prepared texts to requesters.</summary>
    public static Topic<Listed<MessageTemplate>> Templates { get; } = new("templates", new("ข้อความสำเร็จรูป", "Message templates"), new(
    [
        new("ask-place", TemplateUse.Ask, new("ขอตำแหน่งที่ชัดเจน", "Ask for the exact place"), new(
            "เจ้าหน้าที่ยังหาจุดที่ท่านแจ้ง ({place}) ไม่พบ กรุณาบอกจุดสังเกตใกล้เคียง หรือส่งภาพที่เห็นเสาไฟและบริเวณโดยรอบ",
            "We could not find the place that you reported ({place}). Please tell us a landmark nearby, or send a photo that shows the pole and its surroundings.")),
        new("ask-pole", TemplateUse.Ask, new("ขอหมายเลขเสา", "Ask for the pole number"), new(
            "กรุณาแจ้งหมายเลขที่ติดอยู่บนเสาไฟ หรือส่งภาพป้ายหมายเลขเสา",
            "Please tell us the number on the pole, or send a photo of its label.")),
        new("ask-fault", TemplateUse.Ask, new("ขอรายละเอียดอาการ", "Ask what exactly is wrong"), new(
            "กรุณาบอกเพิ่มเติมว่าไฟดับกี่ดวง ดับตลอดคืนหรือบางช่วง และเริ่มเป็นตั้งแต่เมื่อใด",
            "Please tell us how many lamps are out, whether all night or at times, and since when.")),
        new("accept", TemplateUse.Accept, new("รับเรื่องและกำหนดเวลา", "Taken on"), new(
            "{agency} รับเรื่อง {reference} แล้ว จะดำเนินการภายในประมาณ {allowed}",
            "{agency} has taken on request {reference} and will see to it within about {allowed}.")),
        new("complete", TemplateUse.Complete, new("ซ่อมเสร็จแล้ว", "Repaired"), new(
            "ดำเนินการแก้ไข{fault} ที่{place} เรียบร้อยแล้ว ขอบคุณที่แจ้งให้ทราบ",
            "{fault} at {place} has been put right. Thank you for telling us.")),
        new("decline-private", TemplateUse.Decline, new("เป็นไฟของเอกชน", "A private light"), new(
            "จุดที่ท่านแจ้งเป็นไฟของเอกชน จึงอยู่นอกอำนาจหน้าที่ของ {agency} กรุณาติดต่อเจ้าของสถานที่",
            "The light that you reported is private and outside the duties of {agency}. Please contact its owner.")),
        new("forward", TemplateUse.Forward, new("ส่งต่อหน่วยงานที่รับผิดชอบ", "Forwarded"), new(
            "จุดที่ท่านแจ้งอยู่ในความรับผิดชอบของหน่วยงานอื่น เราได้ส่งเรื่อง {reference} ต่อให้แล้ว กรุณาติดตามกับหน่วยงานนั้น",
            "The light that you reported belongs to another authority. We have passed on request {reference}; please ask there for news.")),
        new("thanks", TemplateUse.Message, new("ขอบคุณ", "Thank you"), new(
            "ขอบคุณที่แจ้งเรื่อง {reference} ให้ {agency} ทราบ", "Thank you for telling {agency} (request {reference}).")),
    ]));

    /// <summary>How papers are written.</summary>
    public static Topic<PaperSettings> Papers { get; } = new("papers", new("เอกสารที่พิมพ์", "Papers"), new());

    /// <summary>Places that people look for on the map: for a start, sights and stations of the province that everybody knows.</summary>
    public static Topic<Listed<Landmark>> Landmarks { get; } = new("landmarks", new("สถานที่สำคัญบนแผนที่", "Landmarks on the map"), new(
    [
        new("landmark-1", new("สถานีรถไฟอยุธยา", "Ayutthaya railway station"), 14.3567, 100.5832),
        new("landmark-2", new("วัดมหาธาตุ", "Wat Mahathat"), 14.3569, 100.5675),
        new("landmark-3", new("วัดราชบูรณะ", "Wat Ratchaburana"), 14.3589, 100.5676),
        new("landmark-4", new("วัดพระศรีสรรเพชญ์", "Wat Phra Si Sanphet"), 14.3559, 100.5586),
        new("landmark-5", new("วิหารพระมงคลบพิตร", "Wihan Phra Mongkhon Bophit"), 14.3551, 100.5577),
        new("landmark-6", new("วัดไชยวัฒนาราม", "Wat Chaiwatthanaram"), 14.3430, 100.5418),
        new("landmark-7", new("วัดใหญ่ชัยมงคล", "Wat Yai Chai Mongkhon"), 14.3456, 100.5927),
        new("landmark-8", new("วัดพนัญเชิง", "Wat Phanan Choeng"), 14.3447, 100.5786),
        new("landmark-9", new("พระราชวังบางปะอิน", "Bang Pa-In Royal Palace"), 14.2328, 100.5790),
    ]));

    /// <summary>The sheets of stickers on which labels of poles are printed.</summary>
    public static Topic<Listed<LabelSheet>> LabelSheets { get; } = new("label-sheets", new("แผ่นสติกเกอร์ป้ายเสาไฟ", "Sheets of pole labels"), LabelSheet.Shipped);

    /// <summary>When the program backs itself up: not before somebody says where to.</summary>
    public static Topic<BackupPlan> Backups { get; } = new("backups", new("การสำรองข้อมูล", "Backups"), new(IsOn: false, new(2, 0), "", 14));

    /// <summary>Who gets the new requests when: nobody until somebody says so. It has a page of its own, for directors too.</summary>
    public static Topic<DutyRoster> Duty { get; } = new("duty", new("เวรรับเรื่อง", "Duty roster"), new([]));

    /// <summary>All topics, in the order of the settings pages.</summary>
    public static IReadOnlyList<Topic> All { get; } =
        [Agency, FaultTypes, Steps, Calendar, Templates, Authorities, Crews, Materials, Causes, LampKinds, Landmarks, Retention, Papers, LabelSheets, Backups];
}
