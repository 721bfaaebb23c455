using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Documents;
using Document = Songthang.Infrastructure.Documents.Document;

namespace Songthang.Infrastructure.Papers;

/// <summary>A stop of a work order on paper. Nothing about the requester is in it.</summary>
/// <param name="Reference">The request.</param>
/// <param name="Fault">What is wrong, in Thai.</param>
/// <param name="IsUrgent">People may come to harm.</param>
/// <param name="Symptom">The citizen's words about the fault; may be empty.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Text">The result or the reason; empty while it is to be done.</param>
/// <param name="Cause">What was found, in Thai; empty when not said.</param>
public sealed record WorkOrderStop(
    string Reference, string Fault, bool IsUrgent, string Symptom, Place Place, ItemOutcome Outcome = ItemOutcome.Pending, string Text = "", string Cause = "");

/// <summary>What a work order says on paper.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Agency">Whose order it is.</param>
/// <param name="Crew">Who does it, in Thai.</param>
/// <param name="PlannedOn">The day of the work, Bangkok.</param>
/// <param name="Instructions">To the crew; may be empty.</param>
/// <param name="OrderedBy">The officer who made it.</param>
/// <param name="Stops">In the order of the way.</param>
/// <param name="Materials">What was used up so far: name, quantity and unit in Thai.</param>
/// <param name="Province">Knows the names of places.</param>
/// <param name="Link">The order's page, as a QR code.</param>
public sealed record WorkOrderFacts(
    WorkOrderNumber Number, Agency Agency, string Crew, DateOnly PlannedOn, string Instructions, string OrderedBy,
    IReadOnlyList<WorkOrderStop> Stops, IReadOnlyList<string> Materials, Province Province, Uri Link);

/// <summary>ใบสั่งงาน: what the crew takes along on the lorry, to be written on and signed. In Thai, as every official paper.</summary>
/// <param name="words">Writes numbers and dates.</param>
public sealed class WorkOrderPaper(PaperWords words)
{
    /// <summary>What the paper is called.</summary>
    public const string Name = "ใบสั่งงาน";

    const float SketchHeight = 112;

    static readonly ParagraphStyle Body = new(Size: 12, Leading: 1.45f);
    static readonly ParagraphStyle Small = new(Size: 11, Leading: 1.45f);

    /// <summary>The paper of an order.</summary>
    public Document Of(WorkOrderFacts facts)
    {
        var title = $"{Name} เลขที่ {facts.Number}";
        Block[] blocks =
        [
            Head(facts),
            new Space(4),
            Fact("ชุดช่าง", facts.Crew),
            Fact("วันที่ทำงาน", words.Number(ThaiDates.LongDate(facts.PlannedOn))),
            Fact("จำนวน", words.Number($"{facts.Stops.Count} จุด")),
            Fact("คำสั่ง", facts.Instructions.Length > 0 ? facts.Instructions : "-"),
            .. Sketch(facts),
            new Space(6),
            .. facts.Stops.SelectMany((stop, i) => Stop(stop, i + 1, facts.Province)),
            .. Materials(facts.Materials),
            new Together(new Paragraph(Body with { Bold = true }, "หมายเหตุ"), new BlankLines(1), new Space(8), Signatures(facts)),
        ];
        return new(title, blocks, new($"{Name} {words.Number(facts.Number.ToString())}", words.Page)) { Margins = new(25, 20, 18, 18) };
    }

    Columns Head(WorkOrderFacts facts) => new(
    [
        (1.1f, new Together(new QrCode(facts.Link.ToString(), 66))),
        (5.9f, new Together(
            new Paragraph(Body with { Bold = true, Align = Align.Centre }, facts.Agency.Name.Thai),
            new Paragraph(Small with { Align = Align.Centre }, facts.Agency.Division.Thai),
            new Paragraph(new(Size: 16, Align: Align.Centre, Leading: 1.6f, Bold: true), $"{Name} เลขที่ {words.Number(facts.Number.ToString())}"))),
    ]);

    static Columns Fact(string name, string value) =>
        new([(1, new Paragraph(Body with { Bold = true }, name)), (5, new Paragraph(Body, value))]);

    IEnumerable<Block> Sketch(WorkOrderFacts facts)
    {
        Position?[] way = [.. facts.Stops.Select(stop => Position.TryCreate(stop.Place.Latitude, stop.Place.Longitude, out var at) ? at : (Position?)null)];
        return RouteSketch.Of(way, facts.Province, SketchHeight, words) is { } sketch ? [new Space(6), sketch] : [];
    }

    /// <summary>What is known, and lines for what the crew finds; a stop with a result shows it instead.</summary>
    IEnumerable<Block> Stop(WorkOrderStop stop, int number, Province province)
    {
        var place = string.Join(' ', new[]
        {
            stop.Place.InWords(province, "th"), stop.Place.Landmark, stop.Place.PoleNumber.Length > 0 ? $"เสา {stop.Place.PoleNumber}" : "",
            words.Number(stop.Place.PositionInWords(5)),
        }.Where(part => part.Length > 0));
        yield return new Paragraph(Body with { Bold = true, KeepWithNext = true },
            $"{words.Number(number)}. {stop.Reference}  {stop.Fault}{(stop.IsUrgent ? "  (เร่งด่วน)" : "")}");
        yield return new Paragraph(Small with { KeepWithNext = true }, place.Length > 0 ? place : "ไม่ระบุสถานที่");
        if (stop.Symptom.Length > 0)
            yield return new Paragraph(Small, $"“{stop.Symptom}”");
        yield return new Together(Result(stop));
        yield return new Space(4);
        yield return new Drawing(4, static (sheet, x, y, width) => sheet.Line(x, y, x + width, y, 0.4f));
    }

    static IEnumerable<Block> Result(WorkOrderStop stop) => stop.Outcome == ItemOutcome.Pending
        ?
        [
            new Drawing(17, static (sheet, x, y, _) =>
            {
                sheet.Frame(x, y + 4, 8, 8);
                sheet.Text("ซ่อมเสร็จ", x + 12, y + 12, Small.Size);
                sheet.Frame(x + 80, y + 4, 8, 8);
                sheet.Text("ซ่อมไม่ได้", x + 92, y + 12, Small.Size);
            }),
            new Paragraph(Small, "สาเหตุที่พบ", Run.FilledToEnd("")),
            new Paragraph(Small, "วัสดุที่ใช้", Run.FilledToEnd("")),
        ]
        :
        [
            new Paragraph(Small, new Run(stop.Outcome.Name().Thai, Bold: true), stop.Text.Length > 0 ? $"  {stop.Text}" : ""),
            .. stop.Cause.Length > 0 ? (Block[])[new Paragraph(Small, $"สาเหตุที่พบ  {stop.Cause}")] : [],
        ];

    IEnumerable<Block> Materials(IReadOnlyList<string> materials)
    {
        if (materials.Count == 0)
            yield break;
        yield return new Paragraph(Body with { Bold = true, KeepWithNext = true }, "วัสดุที่ใช้แล้ว");
        foreach (var material in materials)
            yield return new Paragraph(Small, $"- {words.Number(material)}");
    }

    static Columns Signatures(WorkOrderFacts facts) => new([(1, Signed("ช่าง", "")), (1, Signed("ผู้สั่งงาน", facts.OrderedBy))], 24);

    static Stack Signed(string who, string name) => new(
        new Paragraph(Body with { Align = Align.Centre }, "ลงชื่อ", new Run("", Blank: 130), who),
        new Paragraph(Body with { Align = Align.Centre }, "(", name.Length > 0 ? name : new Run("", Blank: 150), ")"),
        new Paragraph(Body with { Align = Align.Centre }, "วันที่", new Run("", Blank: 120)));
}
