using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Documents;
using Document = Songthang.Infrastructure.Documents.Document;

namespace Songthang.Infrastructure.Papers;

/// <summary>What a printout is.</summary>
public enum Printing
{
    /// <summary>To be looked at before it is printed.</summary>
    Preview,

    /// <summary>The first one, which is signed and filed.</summary>
    Original,

    /// <summary>Printed again.</summary>
    Copy,
}

/// <summary>What the request form says.</summary>
/// <param name="Request">The request with its story.</param>
/// <param name="Fault">What is wrong; null when the catalogue no longer knows it.</param>
/// <param name="Agency">Whose form it is.</param>
/// <param name="Province">Knows the names of places.</param>
/// <param name="Link">The request's page for officers, as a QR code.</param>
/// <param name="Printing">What the printout is.</param>
/// <param name="Photos">The citizen's photos (JPEG), oldest first.</param>
/// <param name="Emblem">The authority's emblem (JPEG); empty for none.</param>
/// <param name="Repair">By whom and with what it was repaired; null when nothing is known.</param>
public sealed record RequestFormFacts(
    ServiceRequest Request, FaultType? Fault, Agency Agency, Province Province, Uri Link, Printing Printing,
    IReadOnlyList<ReadOnlyMemory<byte>> Photos, ReadOnlyMemory<byte> Emblem = default, RepairFacts? Repair = null);

/// <summary>
/// แบบแจ้งไฟฟ้าสาธารณะขัดข้อง: the form that step 4 of the manual prints, which the office signs, numbers and files.
/// In Thai, as every official paper.
/// </summary>
/// <param name="words">Writes numbers and dates.</param>
public sealed class RequestForm(PaperWords words)
{
    /// <summary>What the form is called.</summary>
    public const string Name = "แบบแจ้งไฟฟ้าสาธารณะขัดข้อง";

    /// <summary>Share of the values beside the map, with which they begin below those above it.</summary>
    const float ListShare = 2.98f;

    static readonly ParagraphStyle Body = new(Size: 12, Leading: 1.42f);
    static readonly ParagraphStyle Small = new(Size: 11, Leading: 1.42f);
    static readonly ParagraphStyle Stamp = new(Size: 10, Leading: 1.5f);
    static readonly ParagraphStyle Heading = Small with { Bold = true, KeepWithNext = true };

    /// <summary>The form of a request.</summary>
    public Document Of(RequestFormFacts facts)
    {
        var it = facts.Request;
        Block[] blocks =
        [
            Head(facts),
            new Paragraph(new(Size: 16, Align: Align.Centre, Leading: 1.5f, Bold: true), Name),
            new Columns([(1.3f, new Paragraph(Body, $"เขียนที่ {WrittenAt(facts)}")), (1, new Paragraph(Body with { Align = Align.Right }, words.FormDate(it.SubmittedAt)))]),
            new Paragraph(Body, "เรื่อง  แจ้งไฟฟ้าสาธารณะขัดข้อง"),
            new Paragraph(Body, $"เรียน  นายก{facts.Agency.Name.Thai}"),
            new Paragraph(Body with { FirstIndent = 40 }, "ข้าพเจ้า", Run.Filled(it.Requester.Name, 170), "โทรศัพท์",
                Run.Filled(words.Phone(it.Requester.Phone), 100), "มีความประสงค์ขอแจ้งไฟฟ้าสาธารณะขัดข้อง ดังนี้"),
            .. Facts(facts),
            new Paragraph(Body with { FirstIndent = 40 }, "จึงเรียนมาเพื่อโปรดพิจารณา"),
            Signature(facts),
            .. new Opinions(Small, Heading).Blocks(),
            new Space(4),
            Result(it, facts.Repair ?? RepairFacts.Unknown),
            .. PhotoPages.Of("ภาพถ่ายประกอบ", facts.Photos, words),
        ];
        return new($"{Name} {it.Reference}", blocks, new($"{it.Reference}{State(facts.Printing)}", words.Page)) { Margins = new(30, 20, 18, 18) };
    }

    static string State(Printing printing) => printing switch
    {
        Printing.Copy => "  สำเนา",
        Printing.Preview => "  ตัวอย่างก่อนพิมพ์",
        _ => "",
    };

    Columns Head(RequestFormFacts facts)
    {
        var it = facts.Request;
        var number = Reference.TryParse(it.Reference, out var reference) ? reference.PaperNumber : "";
        Block state = facts.Printing == Printing.Original
            ? new Space(1)
            : new Paragraph(new(Size: 15, Align: Align.Centre, Leading: 1.3f, Bold: true), State(facts.Printing).Trim());
        return new(
        [
            (1.1f, new Together(new QrCode(facts.Link.ToString(), 66))),
            (3.4f, new Together([.. Emblem(facts), new Paragraph(Body with { Bold = true, Align = Align.Centre }, facts.Agency.Name.Thai),
                new Paragraph(Small with { Align = Align.Centre }, facts.Agency.Division.Thai), state])),
            (2.5f, new Together(
                new Paragraph(Body with { Align = Align.Right }, $"เลขที่คำร้อง {words.Number(number)}"),
                StampBox(it.Stamp))),
        ]);
    }

    /// <summary>For the registry's stamp, or with what it gave.</summary>
    Box StampBox(ReceiveStamp? stamp)
    {
        var wall = stamp is null ? (DateTime?)null : ThaiDates.ToBangkok(stamp.At);
        return new(
        [
            new Paragraph(Stamp, "เลขรับ", Run.FilledToEnd(stamp is null ? "" : words.Number(stamp.Number))),
            new Paragraph(Stamp, "วันที่", Run.Filled(stamp is null ? "" : words.Number(ThaiDates.ShortDate(stamp.At)), 42), "เวลา",
                Run.FilledToEnd(wall is { } clock ? words.Number(clock.ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture)) : ""), "น."),
        ], 4);
    }

    /// <summary>As high as leaves the form on its page.</summary>
    static IEnumerable<Block> Emblem(RequestFormFacts facts) =>
        !facts.Emblem.IsEmpty && Picture.Of(facts.Emblem, 36) is { } emblem ? [emblem] : [];

    static string WrittenAt(RequestFormFacts facts) => IsOnline(facts.Request) ? $"ระบบ E-Service {facts.Agency.ShortName.Thai}" : facts.Agency.Division.Thai;

    static bool IsOnline(ServiceRequest it) => it.Channel is IntakeChannel.Web or IntakeChannel.Line or IntakeChannel.Open311;

    IEnumerable<Block> Facts(RequestFormFacts facts)
    {
        var it = facts.Request;
        var tambon = facts.Province.Find(it.Place.TambonCode);
        var position = Position.TryCreate(it.Place.Latitude, it.Place.Longitude, out var found) ? words.Number(found.ToString()) : "";
        yield return Fact("อาการ", 5.2f, facts.Fault?.Name.Thai ?? it.FaultCode, it.Symptom);
        yield return Fact("สถานที่", 5.2f, it.Place.Road, it.Place.Landmark);
        var map = MapSketch.Of(it.Place, facts.Province, 98, words);
        var list = new Together(
            Fact("หมู่ที่", ListShare, it.Place.Moo),
            Fact("ตำบล/อำเภอ", ListShare, tambon is null ? "" : $"{tambon.ThaiName} / {tambon.Amphoe.ThaiName}"),
            Fact("หมายเลขเสา", ListShare, it.Place.PoleNumber),
            Fact("พิกัด", ListShare, position),
            Fact("วันที่พบ", ListShare, it.NoticedAt is { } noticed ? words.DateAndTime(noticed) : ""),
            Fact("ภาพถ่าย", ListShare, words.Number($"{it.Photos.Count(photo => photo.Kind is PhotoKind.Report or PhotoKind.Answer)} ภาพ")));
        yield return new Columns([(2, list), (1, map ?? new Space(1))], 12);
    }

    /// <summary>A name and what is known, or a dash.</summary>
    static Columns Fact(string name, float share, params IEnumerable<string> values)
    {
        var value = string.Join(" – ", values.Where(part => part.Length > 0));
        return new([(1, new Paragraph(Body with { Bold = true }, name)), (share, new Paragraph(Body, value.Length > 0 ? value : "-"))]);
    }

    static Stack Signature(RequestFormFacts facts)
    {
        var name = facts.Request.Requester.Name;
        var right = Body with { Align = Align.Centre };
        return new(new Columns(
        [
            (1, new Space(1)),
            (1.4f, new Stack(
                IsOnline(facts.Request)
                    ? new Paragraph(right, "แจ้งผ่านระบบอิเล็กทรอนิกส์ ไม่ต้องลงลายมือชื่อ")
                    : new Paragraph(right, "(ลงชื่อ)", new Run("", Blank: 130), "ผู้แจ้ง"),
                new Paragraph(right, "(", name.Length > 0 ? name : new Run("", Blank: 150), ")"))),
        ]), new Space(4));
    }

    Box Result(ServiceRequest it, RepairFacts repair)
    {
        var moments = it.Moments();
        var done = moments.Completed is null ? null : it.Timeline.LastOrDefault(entry => entry.Kind == TimelineKind.Completed);
        return new(
        [
            new Paragraph(Heading, "ผลการดำเนินการ"),
            done is null ? new BlankLines(1, 17) : new Paragraph(Small, done.Text),
            new Columns([(1, Line("วัสดุที่ใช้", words.Number(repair.MaterialsInWords))), (1, Line("ผู้ปฏิบัติงาน", repair.Crew))], 6),
            new Columns([(1, Line("วันที่แล้วเสร็จ", done is null ? "" : words.Date(done.At))),
                (1, Line("วันที่แจ้งผล", moments.ResultSent is { } told ? words.Date(told) : ""))], 6),
        ], 5);

        static Paragraph Line(string name, string value) => new(Small, name, Run.FilledToEnd(value));
    }
}
