using System.Text.Json.Nodes;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Administration;

/// <summary>Everything that administrators can set in the program, in the order of the index.</summary>
public sealed class Shapes(Province province)
{
    static readonly Choice[] Weekdays =
    [
        new(nameof(DayOfWeek.Monday), new("จันทร์", "Monday")),
        new(nameof(DayOfWeek.Tuesday), new("อังคาร", "Tuesday")),
        new(nameof(DayOfWeek.Wednesday), new("พุธ", "Wednesday")),
        new(nameof(DayOfWeek.Thursday), new("พฤหัสบดี", "Thursday")),
        new(nameof(DayOfWeek.Friday), new("ศุกร์", "Friday")),
        new(nameof(DayOfWeek.Saturday), new("เสาร์", "Saturday")),
        new(nameof(DayOfWeek.Sunday), new("อาทิตย์", "Sunday")),
    ];

    static PhraseField Name => new("name", new("ชื่อ", "Name"));

    public IReadOnlyList<Shape> All { get; } =
    [
        Agency(), FaultTypeList(), Steps(), Calendar(), Templates(), Authorities(province), Crews(), Materials(), Causes(), LampKinds(), Landmarks(), Papers(), LabelSheets(), Kept(), BackupShape.Create(),
    ];

    public Shape? Find(string? name) => All.FirstOrDefault(shape => shape.Topic.Name == name);

    static Shape<AgencyProfile> Agency() => new(Topics.Agency, agency => agency.Name)
    {
        About = new("ชื่อ ที่อยู่ โทรศัพท์ และตราที่ปรากฏบนทุกหน้า ในอีเมล และบนแบบพิมพ์", "Names, address, telephone and emblem on every page, in messages and on paper"),
        Fields =
        [
            new PhraseField("serviceName", new("ชื่อระบบ", "Name of the service")),
            new PhraseField("name", new("ชื่อหน่วยงาน", "Name of the agency")),
            new PhraseField("shortName", new("ชื่อย่อหน่วยงาน", "Short name of the agency")),
            new PhraseField("division", new("กองหรือสำนักที่รับผิดชอบ", "Division that is responsible")) { IsNeeded = false },
            new PhraseField("address", new("ที่อยู่", "Address")) { IsNeeded = false, IsLong = true, Most = 400 },
            new TextField("phone", new("โทรศัพท์", "Telephone")) { Kind = InputKind.Tel, Most = 60, Check = Rules.Phone },
            new TextField("web", new("เว็บไซต์หน่วยงาน", "Web site of the agency")) { Kind = InputKind.Url, Check = Rules.WebAddress },
            new TextField("eService", new("เว็บ E-Service", "E-service entrance")) { Kind = InputKind.Url, Check = Rules.WebAddress },
            new PhraseField("eServiceName", new("คำบนลิงก์ E-Service", "Words of the e-service link")) { IsNeeded = false },
            new ShownField("logo", new("ตราหน่วยงาน", "Emblem"), key => key.Length == 0
                ? new("ใช้ตราของระบบ", "The program's own mark")
                : new($"ภาพ {key[..Math.Min(8, key.Length)]}", $"Picture {key[..Math.Min(8, key.Length)]}")),
        ],
    };

    static Shape<Listed<FaultType>> FaultTypeList() => new(Topics.FaultTypes, Counted<FaultType>("อาการ", "fault types"))
    {
        About = new("อาการที่ผู้แจ้งเลือกได้ ตามลำดับที่แสดง", "What can be chosen as wrong on the report page, in this order"),
        Rule = list => list.Offered().Any() ? null : ("", new("ต้องเปิดใช้อย่างน้อยหนึ่งอาการ", "At least one fault type must be in use")),
        Lines = OfNames(
            "fault_", new("เพิ่มอาการ", "Add a fault type"),
            Name,
            new FlagField("isDangerous", new("อาจเป็นอันตราย", "Dangerous"), new("อันตราย", "Dangerous"), new("ไม่อันตราย", "Not dangerous"))
            {
                Hint = new("แสดงเบอร์ฉุกเฉินทันที และเรื่องขึ้นก่อนเรื่องอื่น", "Shows the emergency numbers at once; the request sorts first."),
            }),
    };

    static Shape<StepAllowances> Steps() => new(Topics.Steps, steps => Total(steps))
    {
        About = new("เวลาที่แต่ละขั้นตอนของคู่มือใช้ได้", "How long each step of the manual may take"),
        Lines = new Lines("steps", "step",
            [
                new DurationField("minutes", new("ระยะเวลา", "Time")),
                new ChoiceField("kind", new("นับเวลา", "Which time counts"),
                [
                    new(nameof(KindOfTime.Office), new("เฉพาะเวลาทำการ", "office hours only")),
                    new(nameof(KindOfTime.CalendarDays), new("ทุกวันตามปฏิทิน", "every day of the calendar")),
                    new(nameof(KindOfTime.WorkingDays), new("เฉพาะวันทำการ", "working days only")),
                ]),
            ], StepTitle)
        { Beside = ["minutes", "kind"] },
    };

    static Phrase Total(StepAllowances steps) => steps.Steps.FirstOrDefault(step => step.Step == ManualStep.DoWork) is { } work
        ? new($"ดำเนินการแก้ไขภายใน {LengthOfTime.Minutes(work.Minutes).Thai}", $"The work is done within {LengthOfTime.Minutes(work.Minutes).English}")
        : default;

    static Phrase StepTitle(JsonObject line)
    {
        var step = Enum.Parse<ManualStep>(line["step"]!.GetValue<string>());
        return new($"{(int)step}. {step.Name().Thai}", $"{(int)step}. {step.Name().English}");
    }

    static Shape<OfficeCalendar> Calendar() => new(Topics.Calendar, calendar => new(
        $"{calendar.HoursInWords().Thai} · วันหยุด {calendar.Holidays.Count} วัน", $"{calendar.HoursInWords().English} · {calendar.Holidays.Count} holidays"))
    {
        About = new("เวลาทำการที่ใช้นับระยะเวลาของขั้นตอน", "The hours by which the steps are counted"),
        Rule = calendar => calendar.Closes > calendar.Opens
            ? null
            : ("closes", new("เวลาปิดต้องอยู่หลังเวลาเปิด", "The office must close after it opens")),
        Fields =
        [
            new TimeField("opens", new("เปิดทำการ", "Opens")),
            new TimeField("closes", new("ปิดทำการ", "Closes")),
            new ChecksField("weekdays", new("วันทำการ", "Working days"), Weekdays),
        ],
        Lines = new Lines("holidays", "date", [new PhraseField("name", new("ชื่อวันหยุด", "Name of the holiday"))], HolidayTitle) { HasOwnPage = true },
    };

    static Phrase HolidayTitle(JsonObject line)
    {
        var day = DateOnly.Parse(line["date"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
        return new(ThaiDates.LongDate(day), ThaiDates.LongDate(day, "en"));
    }

    static Shape<Listed<MessageTemplate>> Templates() => new(Topics.Templates, Counted<MessageTemplate>("ข้อความ", "texts"))
    {
        About = new("ข้อความที่เจ้าหน้าที่เลือกใช้ตอบผู้แจ้ง", "What officers can begin a message to the reporter with"),
        Lines = new Lines("all", "code",
            [
                new ChoiceField("use", new("ใช้เมื่อ", "Used for"),
                [
                    new(nameof(TemplateUse.Ask), new("ขอข้อมูลเพิ่มเติม", "Asking for information")),
                    new(nameof(TemplateUse.Accept), new("รับเรื่อง", "Accepting")),
                    new(nameof(TemplateUse.Complete), new("แจ้งผลการดำเนินการ", "Telling the result")),
                    new(nameof(TemplateUse.Decline), new("ไม่รับดำเนินการ", "Not taking on")),
                    new(nameof(TemplateUse.Forward), new("ส่งต่อหน่วยงานอื่น", "Forwarding")),
                    new(nameof(TemplateUse.Message), new("ข้อความทั่วไป", "Any other message")),
                ]),
                new PhraseField("title", new("ชื่อข้อความ", "Title")),
                new PhraseField("text", new("ข้อความ", "Text")) { IsLong = true, Most = 2000, Check = Rules.Placeholders, Hint = PlaceholderHint },
            ], line => PhraseOf(line["title"]))
        { CodePrefix = "template-", AddWords = new("เพิ่มข้อความ", "Add a text"), Beside = ["use"] },
    };

    static Phrase PlaceholderHint
    {
        get
        {
            var all = MessageTemplate.Placeholders;
            return new(
                "ตัวแทนที่ใช้ได้: " + string.Join(" · ", all.Select(one => $"{{{one.Name}}} {one.Meaning.Thai}")),
                "Placeholders: " + string.Join(" · ", all.Select(one => $"{{{one.Name}}} {one.Meaning.English}")));
        }
    }

    static Shape<Listed<Authority>> Authorities(Province province) => new(Topics.Authorities, Counted<Authority>("หน่วยงาน", "authorities"))
    {
        About = new("หน่วยงานที่ส่งต่อเรื่องได้ พร้อมช่องทางติดต่อและพื้นที่", "Whom requests can be forwarded to, with contacts and areas"),
        Lines = OfNames(
            "authority-", new("เพิ่มหน่วยงาน", "Add an authority"),
            Name,
            new ChoiceField("kind", new("ประเภท", "Kind"),
            [
                new(nameof(AuthorityKind.Electricity), new("การไฟฟ้า", "Electricity authority")),
                new(nameof(AuthorityKind.Highways), new("กรมทางหลวง", "Department of Highways")),
                new(nameof(AuthorityKind.RuralRoads), new("กรมทางหลวงชนบท", "Department of Rural Roads")),
                new(nameof(AuthorityKind.Municipality), new("เทศบาล", "Municipality")),
                new(nameof(AuthorityKind.SubdistrictOrganization), new("อบต.", "Subdistrict organization")),
                new(nameof(AuthorityKind.Other), new("อื่น ๆ", "Other")),
            ]),
            new TextField("phone", new("โทรศัพท์", "Telephone")) { Kind = InputKind.Tel, Most = 60, Check = Rules.Phone, Hint = new("เบอร์สำนักงาน ผู้แจ้งจะเห็น", "The office's number; reporters see it.") },
            new TextField("email", new("อีเมล", "Email")) { Kind = InputKind.Email, Check = Rules.Email },
            new TextField("web", new("เว็บไซต์", "Web site")) { Kind = InputKind.Url, Check = Rules.WebAddress },
            new TambonsField("tambonCodes", new("พื้นที่รับผิดชอบ", "Area"), province),
            new LinesField("roads", new("ถนนที่รับผิดชอบ", "Roads"), new("บรรทัดละหนึ่งสาย เช่น ทล.32 หรือ ถนนสายเอเชีย", "One on each line, such as 32 or Asian Highway"))),
    };

    static Shape<Listed<Crew>> Crews() => new(Topics.Crews, Counted<Crew>("ชุด", "crews"))
    {
        About = new("ชุดช่างที่รับใบสั่งงาน", "Who is given work orders"),
        Lines = OfNames(
            "crew-", new("เพิ่มชุดช่าง", "Add a crew"),
            Name,
            new TextField("phone", new("โทรศัพท์", "Telephone")) { Kind = InputKind.Tel, Most = 60, Check = Rules.Phone, Hint = new("เห็นเฉพาะเจ้าหน้าที่", "Seen by officers only.") }),
    };

    static Shape<Listed<Material>> Materials() => new(Topics.Materials, Counted<Material>("รายการ", "materials"))
    {
        About = new("วัสดุที่บันทึกในใบสั่งงานได้", "What can be recorded as used in a work order"),
        Lines = OfNames(
            "material-", new("เพิ่มวัสดุ", "Add a material"),
            Name,
            new PhraseField("unit", new("หน่วยนับ", "Unit")) { Most = 40 },
            new PriceField("unitPrice", new("ราคาต่อหน่วย (บาท)", "Price of a unit (baht)"), Material.MostPrice)),
    };

    static Shape<Listed<LampKind>> LampKinds() => new(Topics.LampKinds, Counted<LampKind>("ชนิด", "kinds"))
    {
        About = new("ชนิดหลอดในทะเบียนเสาไฟ และอายุใช้งานที่คาด", "The lamps of the register of poles, and how long they are expected to last"),
        Lines = OfNames(
            "lamp-", new("เพิ่มชนิดหลอด", "Add a lamp kind"),
            Name,
            new NumberField("lifeYears", new("อายุใช้งานที่คาด (ปี)", "Expected life (years)"), 1, 60, LengthOfTime.Years)),
    };

    static Shape<Listed<Cause>> Causes() => new(Topics.Causes, Counted<Cause>("สาเหตุ", "causes"))
    {
        About = new("สาเหตุที่ช่างบันทึกเมื่อซ่อมเสร็จ", "What crews can record as the cause"),
        Lines = OfNames("cause-", new("เพิ่มสาเหตุ", "Add a cause"), Name),
    };

    static Shape<Listed<Landmark>> Landmarks() => new(Topics.Landmarks, Counted<Landmark>("แห่ง", "places"))
    {
        About = new("สถานที่ที่ค้นหาได้บนแผนที่", "Places that can be found on the map"),
        Lines = OfNames(
            "landmark-", new("เพิ่มสถานที่", "Add a place"),
            Name,
            new DegreeField("latitude", new("ละติจูด", "Latitude"), 90, "14.3567"),
            new DegreeField("longitude", new("ลองจิจูด", "Longitude"), 180, "100.5832")),
    };

    static Shape<Retention> Kept() => new(Topics.Retention, kept => new(
        $"ข้อมูลติดต่อ {LengthOfTime.Months(kept.ContactMonths).Thai} · ภาพ {LengthOfTime.Months(kept.PhotoMonths).Thai}",
        $"Contact data {LengthOfTime.Months(kept.ContactMonths).English} · photos {LengthOfTime.Months(kept.PhotoMonths).English}"))
    {
        About = new("ประกาศความเป็นส่วนตัวแสดงค่าเหล่านี้", "The privacy notice says the same"),
        Fields =
        [
            new NumberField("contactMonths", new("ชื่อ โทรศัพท์ อีเมล ข้อความ และเอกสาร หลังปิดเรื่อง (เดือน)", "Name, telephone, email, messages and documents after closing (months)"), 1, 120, LengthOfTime.Months)
            {
                Hint = new("ระบบลบเองทุกวัน สถิติไม่เปลี่ยน", "The program removes them by itself; figures do not change."),
            },
            new NumberField("photoMonths", new("ภาพถ่ายจากผู้แจ้ง หลังปิดเรื่อง (เดือน)", "Photos of reporters after closing (months)"), 1, 240, LengthOfTime.Months),
            new NumberField("followerDays", new("ข้อมูลติดต่อของผู้ติดตาม หลังเรื่องสิ้นสุด (วัน)", "Contact data of followers after the report is settled (days)"), 15, 365, LengthOfTime.Days),
            new NumberField("logDays", new("บันทึกการใช้ระบบ (วัน)", "Access logs (days)"), 90, 3650, LengthOfTime.Days)
            {
                Hint = new("90 ถึง 3650 กฎหมายว่าด้วยการกระทำความผิดเกี่ยวกับคอมพิวเตอร์กำหนดอย่างน้อย 90 วัน", "90 to 3650; the law on computer crime asks for at least 90."),
            },
            new NumberField("uploadDays", new("ภาพที่แนบแล้วไม่ได้ส่งเรื่อง (วัน)", "Photos of a form that was never sent (days)"), 1, 30, LengthOfTime.Days),
        ],
    };

    static Shape<PaperSettings> Papers() => new(Topics.Papers, papers => papers.ThaiDigits
        ? new("ใช้เลขไทย", "Thai digits")
        : new("ใช้เลขอารบิก", "Digits 0–9"))
    {
        About = new("รูปแบบของแบบคำร้องและเอกสารที่พิมพ์", "How the request form and other papers are written"),
        Fields =
        [
            new FlagField("thaiDigits", new("ใช้เลขไทยในเอกสาร", "Thai digits on paper"), new("ใช้เลขไทย", "Thai digits"), new("ใช้เลขอารบิก", "Digits 0–9")),
            new ChoiceField("receiveNumbers", new("เลขรับในช่องประทับตรา", "Receive number in the stamp box"),
            [
                new(nameof(ReceiveNumbers.Blank), new("เว้นว่างไว้ให้งานสารบรรณประทับตรา", "Blank, for the registry's stamp")),
                new(nameof(ReceiveNumbers.Typed), new("เจ้าหน้าที่พิมพ์เลขที่งานสารบรรณให้", "Typed in by an officer")),
                new(nameof(ReceiveNumbers.Kept), new("ระบบออกเลขรับเรียงกันทุกปี เมื่อพิมพ์ครั้งแรก", "Kept by the program, given at the first printing")),
            ]),
            new TextField("signerName", new("ผู้ลงนามในหนังสือ", "Who signs letters")) { Hint = new("เว้นว่างได้", "May be left empty.") },
            new TextField("signerPosition", new("ตำแหน่งผู้ลงนาม", "Position of who signs")),
        ],
    };

    static Shape<Listed<LabelSheet>> LabelSheets() => new(Topics.LabelSheets, Counted<LabelSheet>("แบบ", "sheets"))
    {
        About = new("ขนาดแผ่นสติกเกอร์ A4 ที่ใช้พิมพ์ป้าย QR ติดเสาไฟ", "The A4 sheets of stickers on which the QR labels of poles are printed"),
        Rule = list => list.All.Select(sheet => sheet.Mistake()).FirstOrDefault(mistake => mistake is not null) is { } mistake ? ("", mistake) : null,
        Lines = OfNames(
            "sheet-", new("เพิ่มแผ่นสติกเกอร์", "Add a sheet"),
            Name,
            new NumberField("columns", new("จำนวนดวงต่อแถว", "Labels beside each other"), 1, LabelSheet.MostColumns, Plain),
            new NumberField("rows", new("จำนวนแถว", "Rows"), 1, LabelSheet.MostRows, Plain),
            new MillimetreField("width", new("ความกว้างของดวง (มม.)", "Width of a label (mm)"), LabelSheet.LeastWidth, LabelSheet.PaperWidth),
            new MillimetreField("height", new("ความสูงของดวง (มม.)", "Height of a label (mm)"), LabelSheet.LeastHeight, LabelSheet.PaperHeight),
            new MillimetreField("left", new("ขอบซ้ายของแผ่น (มม.)", "Left margin of the sheet (mm)"), 0, 100),
            new MillimetreField("top", new("ขอบบนของแผ่น (มม.)", "Upper margin of the sheet (mm)"), 0, 150),
            new MillimetreField("gapAcross", new("ช่องว่างระหว่างดวงในแถว (มม.)", "Gap between labels beside each other (mm)"), 0, 100),
            new MillimetreField("gapDown", new("ช่องว่างระหว่างแถว (มม.)", "Gap between rows (mm)"), 0, 150)),
    };

    static Lines OfNames(string codePrefix, Phrase addWords, params Field[] fields) =>
        new("all", "code", fields, line => PhraseOf(line["name"]))
        {
            CodePrefix = codePrefix,
            AddWords = addWords,
            Beside = [.. fields.Where(field => field is ChoiceField or FlagField || field.Name is "unit" or "phone").Select(field => field.Name)],
        };

    static Func<Listed<T>, Phrase> Counted<T>(string thai, string english) where T : class, IListed => list =>
        list.Offered().Count() is var offered && offered == list.All.Count
            ? new($"{offered} {thai}", $"{offered} {english}")
            : new($"{offered} {thai} (ปิดใช้ {list.All.Count - offered})", $"{offered} {english} ({list.All.Count - offered} switched off)");

    static Phrase Plain(int number) => new($"{number}", $"{number}");

    static Phrase PhraseOf(JsonNode? node) => new(node?["thai"]?.GetValue<string>() ?? "", node?["english"]?.GetValue<string>() ?? "");
}
