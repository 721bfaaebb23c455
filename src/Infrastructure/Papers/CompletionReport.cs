using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Documents;
using Document = Songthang.Infrastructure.Documents.Document;

namespace Songthang.Infrastructure.Papers;

/// <summary>One of the manual's steps as the report shows it.</summary>
/// <param name="Name">The step with its number.</param>
/// <param name="Allowed">What it may take.</param>
/// <param name="Taken">What it took; a dash when it was not done.</param>
/// <param name="IsOverdue">It took longer than allowed.</param>
public sealed record StepOnPaper(string Name, string Allowed, string Taken, bool IsOverdue);

/// <summary>What the report of a completed request says.</summary>
/// <param name="Request">The request with its story; it is completed.</param>
/// <param name="Fault">What was wrong; null when the catalogue no longer knows it.</param>
/// <param name="Agency">Whose report it is.</param>
/// <param name="Province">Knows the names of places.</param>
/// <param name="Repair">By whom and with what.</param>
/// <param name="Steps">How long the steps of the manual took.</param>
/// <param name="Before">Photos (JPEG) from before the repair, oldest first.</param>
/// <param name="After">Photos (JPEG) from after the repair, oldest first.</param>
/// <param name="Link">The request's page for officers, as a QR code.</param>
public sealed record CompletionFacts(
    ServiceRequest Request, FaultType? Fault, Agency Agency, Province Province, RepairFacts Repair, IReadOnlyList<StepOnPaper> Steps,
    IReadOnlyList<ReadOnlyMemory<byte>> Before, IReadOnlyList<ReadOnlyMemory<byte>> After, Uri Link);

/// <summary>รายงานผลการซ่อม: what was done about a request, by whom, with what, in which time, with photos from before and after.</summary>
/// <param name="words">Writes numbers and dates.</param>
public sealed class CompletionReport(PaperWords words)
{
    /// <summary>What the paper is called.</summary>
    public const string Name = "รายงานผลการซ่อมไฟฟ้าสาธารณะ";

    static readonly ParagraphStyle Body = new(Size: 12, Leading: 1.45f);
    static readonly ParagraphStyle Small = new(Size: 11, Leading: 1.4f);
    static readonly ParagraphStyle Heading = Body with { Bold = true, KeepWithNext = true };

    /// <summary>The report of a request.</summary>
    public Document Of(CompletionFacts facts)
    {
        var it = facts.Request;
        var done = it.Timeline.Last(entry => entry.Kind == TimelineKind.Completed);
        var number = Reference.TryParse(it.Reference, out var reference) ? reference.PaperNumber : "";
        Block[] blocks =
        [
            new Columns(
            [
                (1.1f, new Together(new QrCode(facts.Link.ToString(), 60))),
                (5.9f, new Together(
                    new Paragraph(Body with { Bold = true, Align = Align.Centre }, facts.Agency.Name.Thai),
                    new Paragraph(Small with { Align = Align.Centre }, facts.Agency.Division.Thai),
                    new Paragraph(new(Size: 16, Align: Align.Centre, Leading: 1.6f, Bold: true), Name))),
            ]),
            new Columns([(1, new Paragraph(Body, $"เลขที่คำร้อง {words.Number(number)}  ({it.Reference})")),
                (1, new Paragraph(Body with { Align = Align.Right }, words.FormDate(done.At)))]),
            new Space(4),
            .. Facts(facts, done),
            new Space(4),
            .. Result(facts.Repair, done),
            new Space(4),
            .. Steps(facts.Steps),
            new Space(8),
            Signatures(),
            .. PhotoPages.Of("ภาพก่อนซ่อม", facts.Before, words),
            .. PhotoPages.Of("ภาพหลังซ่อม", facts.After, words),
        ];
        return new($"{Name} {it.Reference}", blocks, new(it.Reference, words.Page)) { Margins = new(30, 20, 18, 18) };
    }

    IEnumerable<Block> Facts(CompletionFacts facts, TimelineEntry done)
    {
        var (it, place, moments) = (facts.Request, facts.Request.Place, facts.Request.Moments());
        yield return Fact("อาการที่แจ้ง", facts.Fault?.Name.Thai ?? it.FaultCode, it.Symptom);
        yield return Fact("สถานที่", place.InWords(facts.Province, "th"), place.Landmark);
        yield return Fact("หมายเลขเสา", place.PoleNumber);
        yield return Fact("พิกัด", words.Number(place.PositionInWords(5)));
        yield return Fact("วันที่รับแจ้ง", words.DateAndTime(it.SubmittedAt));
        yield return Fact("วันที่รับเรื่อง", moments.Accepted is { } accepted ? words.DateAndTime(accepted) : "");
        yield return Fact("วันที่แล้วเสร็จ", words.DateAndTime(done.At));
        yield return Fact("วันที่แจ้งผล", moments.ResultSent is { } told ? words.DateAndTime(told) : "");
    }

    IEnumerable<Block> Result(RepairFacts repair, TimelineEntry done)
    {
        yield return new Paragraph(Heading, "ผลการดำเนินการ");
        yield return new Paragraph(Body with { FirstIndent = 40 }, done.Text.Length > 0 ? done.Text : "-");
        yield return Fact("สาเหตุที่พบ", repair.Cause);
        yield return Fact("วัสดุที่ใช้", words.Number(repair.MaterialsInWords));
        yield return Fact("ผู้ปฏิบัติงาน", repair.Crew);
        yield return Fact("ใบสั่งงาน", repair.WorkOrder.Length > 0 ? $"เลขที่ {words.Number(repair.WorkOrder)}" : "");
    }

    IEnumerable<Block> Steps(IReadOnlyList<StepOnPaper> steps)
    {
        yield return new Paragraph(Heading, "ระยะเวลาตามขั้นตอนของคู่มือ");
        yield return Row(Small with { Bold = true, KeepWithNext = true }, "ขั้นตอน", "กำหนด", "ใช้ไป", "ผล");
        foreach (var step in steps)
            yield return Row(Small, words.Number(step.Name), words.Number(step.Allowed), words.Number(step.Taken), step.Taken is "–" ? "–" : step.IsOverdue ? "เกินกำหนด" : "ตามกำหนด");
    }

    static Columns Row(ParagraphStyle style, string step, string allowed, string taken, string result) => new(
    [
        (4, new Paragraph(style, step)), (2.4f, new Paragraph(style, allowed)), (1.8f, new Paragraph(style, taken)), (1.3f, new Paragraph(style, result)),
    ]);

    static Columns Fact(string name, params IEnumerable<string> values)
    {
        var value = string.Join(" – ", values.Where(part => part.Length > 0));
        return new([(1.3f, new Paragraph(Body with { Bold = true }, name)), (5, new Paragraph(Body, value.Length > 0 ? value : "-"))]);
    }

    static Together Signatures() => new(new Columns(
        [(1, Signed("ผู้รายงาน")), (1, Signed("ผู้อำนวยการกองช่าง"))], 24));

    static Stack Signed(string who) => new(
        new Paragraph(Body with { Align = Align.Centre }, "ลงชื่อ", new Run("", Blank: 150)),
        new Paragraph(Body with { Align = Align.Centre }, "(", new Run("", Blank: 150), ")"),
        new Paragraph(Body with { Align = Align.Centre }, who),
        new Paragraph(Body with { Align = Align.Centre }, "วันที่", new Run("", Blank: 120)));
}
