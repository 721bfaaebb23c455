using System.Globalization;
using Songthang.Domain.Figures;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Documents;
using Document = Songthang.Infrastructure.Documents.Document;

namespace Songthang.Infrastructure.Papers;

/// <summary>What the report of a month's results says.</summary>
/// <param name="Agency">Whose report it is.</param>
/// <param name="Month">The month.</param>
/// <param name="Figures">Its figures, names in the keys of its amphoes and faults.</param>
/// <param name="LastMonths">The months up to this one, the oldest first.</param>
/// <param name="Level">What was promised.</param>
/// <param name="PreparedAt">When it was made, UTC.</param>
/// <param name="Emblem">The authority's emblem (JPEG); empty for none.</param>
public sealed record MonthlyReportFacts(
    Agency Agency, Period Month, PeriodFigures Figures, IReadOnlyList<FiguresLine> LastMonths, ServiceLevel Level, DateTime PreparedAt,
    ReadOnlyMemory<byte> Emblem = default);

/// <summary>
/// รายงานผลการดำเนินการ: what the office reports of a month to its head; the same figures as the public's. In Thai, as every
/// official paper.
/// </summary>
/// <param name="words">Writes numbers and dates.</param>
public sealed class MonthlyReport(PaperWords words)
{
    /// <summary>What the report is called.</summary>
    public const string Name = "รายงานผลการดำเนินการแจ้งไฟฟ้าสาธารณะขัดข้อง";

    static readonly ParagraphStyle Body = new(Size: 12, Leading: 1.5f);
    static readonly ParagraphStyle Small = new(Size: 10, Leading: 1.5f);
    static readonly ParagraphStyle Heading = new(Size: 12.5f, Leading: 1.7f, Bold: true, KeepWithNext: true);

    readonly FigureChart chart = new(words);

    /// <summary>The report of a month.</summary>
    public Document Of(MonthlyReportFacts facts)
    {
        var month = facts.Month.Name.Thai;
        // Of nothing there is nothing to classify, and the sections are numbered on without.
        var shown = facts.Figures.Total.IsNothing ? 1 : 3;
        Block[] blocks =
        [
            .. Head(facts),
            .. Summary(facts),
            .. facts.Figures.Total.IsNothing ? [] : Tables(facts),
            .. Steps(facts, shown + 1),
            .. Satisfaction(facts.Figures.Total, shown + 2),
            Title(shown + 3, "ปัญหา อุปสรรค และข้อคิดเห็น"),
            new BlankLines(4, 22),
            new Space(10),
            Signatures(),
        ];
        return new($"{Name} {month}", blocks, new($"รายงานผลการดำเนินการ {words.Number(month)}", words.Page));
    }

    IEnumerable<Block> Head(MonthlyReportFacts facts)
    {
        if (!facts.Emblem.IsEmpty && Picture.Of(facts.Emblem, 44) is { } emblem)
            yield return emblem;
        yield return new Paragraph(new(Size: 15, Align: Align.Centre, Leading: 1.5f, Bold: true), Name);
        yield return new Paragraph(Body with { Align = Align.Centre, Bold = true }, words.Number($"ประจำเดือน {facts.Month.Name.Thai}"));
        yield return new Paragraph(Body with { Align = Align.Centre }, $"{facts.Agency.Division.Thai} {facts.Agency.Name.Thai}");
        yield return new Paragraph(Small with { Align = Align.Centre }, words.Number($"ข้อมูล ณ วันที่ {ThaiDates.LongDateAndTime(facts.PreparedAt)}"));
        yield return new Space(4);
    }

    IEnumerable<Block> Summary(MonthlyReportFacts facts)
    {
        var total = facts.Figures.Total;
        var work = facts.Level.AllowanceFor(ManualStep.DoWork);
        yield return Title(1, "สรุปผลการดำเนินการ");
        if (total.IsNothing)
        {
            yield return new Paragraph(Body with { FirstIndent = 30 }, "ในเดือนนี้ไม่มีเรื่องแจ้งและไม่มีงานซ่อมที่แล้วเสร็จ");
            yield break;
        }

        yield return new FigureTable([4.6f, 1.1f, 3], 11).Of(["รายการ", "จำนวน", "ร้อยละ"],
        [
            ["เรื่องที่รับแจ้งในเดือนนี้", Count(total.Received), ""],
            ["    ดำเนินการแล้ว", Count(total.Done), Share(total.Done, total.Received, "ของที่รับแจ้ง")],
            ["    ยังไม่แล้วเสร็จ", Count(total.Open), Share(total.Open, total.Received, "ของที่รับแจ้ง")],
            ["    ส่งต่อหน่วยงานที่รับผิดชอบ", Count(total.Forwarded), Share(total.Forwarded, total.Received, "ของที่รับแจ้ง")],
            ["    รวมกับเรื่องเดิม", Count(total.Merged), Share(total.Merged, total.Received, "ของที่รับแจ้ง")],
            ["    ไม่รับดำเนินการ หรือผู้แจ้งยกเลิก", Count(total.Declined + total.Withdrawn), Share(total.Declined + total.Withdrawn, total.Received, "ของที่รับแจ้ง")],
            ["เรื่องที่ซ่อมเสร็จในเดือนนี้ (ไม่ว่ารับแจ้งเมื่อใด)", Count(total.Completed), ""],
            [words.Number($"    ซ่อมเสร็จภายใน {LengthOfTime.Minutes((int)work.Time.TotalMinutes).Thai} หลังรับเรื่อง"), Count(total.Kept), Share(total.Kept, total.Completed, "ของที่ซ่อมเสร็จ")],
        ]);
        yield return new Space(8);
        yield return new Together(
            new Paragraph(Heading, "เรื่องที่รับแจ้งและซ่อมเสร็จ ย้อนหลังถึงเดือนนี้"),
            chart.Columns(150, ("รับแจ้ง", "ซ่อมเสร็จ"), [.. facts.LastMonths.Select(line => (words.Number(ShortMonth(line.Key)), line.Tally.Received, line.Tally.Completed))]));
    }

    IEnumerable<Block> Tables(MonthlyReportFacts facts)
    {
        var table = new FigureTable([3.4f, 1, 1.1f, 1.1f, 1.1f, 1.3f, 2]);
        string[] columns = ["รับแจ้ง", "แล้วเสร็จ", "คงค้าง", "ซ่อมเสร็จ", "ภายในกำหนด", "มัธยฐานเวลาซ่อม"];
        yield return Title(2, "จำแนกตามอำเภอ");
        yield return table.Of(["อำเภอ", .. columns], facts.Figures.Amphoes.Select(line => Row(line, facts.Level)), TotalRow(facts));
        yield return new Space(6);
        yield return Title(3, "จำแนกตามอาการชำรุด");
        yield return table.Of(["อาการ", .. columns], facts.Figures.Faults.Select(line => Row(line, facts.Level)), TotalRow(facts));
        yield return new Space(4);
        yield return chart.Bars([.. facts.Figures.Faults.Select(line => (words.Number(line.Key), line.Tally.Received))]);
        yield return new Paragraph(Small, "แล้วเสร็จและคงค้าง นับจากเรื่องที่รับแจ้งในเดือนนี้ ซ่อมเสร็จ ภายในกำหนด และมัธยฐาน นับจากเรื่องที่ซ่อมเสร็จในเดือนนี้ มัธยฐานคือเวลาที่ครึ่งหนึ่งของเรื่องใช้ไม่เกิน");
    }

    string[] TotalRow(MonthlyReportFacts facts) => Row(new("รวม", facts.Figures.Total, facts.Figures.Step(ManualStep.DoWork)), facts.Level);

    string[] Row(FiguresLine line, ServiceLevel level) =>
    [
        words.Number(line.Key), Count(line.Tally.Received), Count(line.Tally.Done), Count(line.Tally.Open), Count(line.Tally.Completed), Count(line.Tally.Kept),
        Time(line.Work?.Median, level.AllowanceFor(ManualStep.DoWork).Kind),
    ];

    IEnumerable<Block> Steps(MonthlyReportFacts facts, int number)
    {
        yield return Title(number, "ระยะเวลาตามขั้นตอนของคู่มือ (เรื่องที่ซ่อมเสร็จในเดือนนี้)");
        yield return new FigureTable([3.3f, 2.9f, 1, 1.7f, 1.7f, 1.7f]).Of(
            ["ขั้นตอน", "เวลาที่กำหนด", "จำนวน", "ทันกำหนด", "มัธยฐาน", words.Number("9 ใน 10\nภายใน")],
            ManualSteps.All.Select(step => (Step: step, Figures: facts.Figures.Step(step), Allowed: facts.Level.AllowanceFor(step))).Select(of => (IReadOnlyList<string>)
            [
                words.Number($"{(int)of.Step}. {of.Step.Name().Thai}"),
                words.Number($"{LengthOfTime.Minutes((int)of.Allowed.Time.TotalMinutes).Thai} ({of.Allowed.Kind.Name().Thai})"),
                Count(of.Figures.Count), Percent(of.Figures.KeptShare), Time(of.Figures.Median, of.Allowed.Kind), Time(of.Figures.NinetiethPercentile, of.Allowed.Kind),
            ]));
        yield return new Space(6);
    }

    IEnumerable<Block> Satisfaction(Tally total, int number)
    {
        yield return Title(number, "ความพึงพอใจของผู้แจ้ง");
        yield return new Paragraph(Body with { FirstIndent = 30 }, total.Mean is { } mean
            ? words.Number($"ผู้แจ้งตอบแบบประเมินในเดือนนี้ {total.Ratings:N0} คำตอบ คะแนนเฉลี่ย {mean.ToString("0.00", CultureInfo.InvariantCulture)} จาก 5 คะแนน และตอบว่าไฟใช้ได้แล้ว {Plain(total.FixedShare)}")
            : "ในเดือนนี้ไม่มีผู้ตอบแบบประเมิน");
        yield return new Space(4);
    }

    static Together Signatures() => new(new Columns(
    [
        .. ((string[])["ผู้จัดทำรายงาน", "ผู้อำนวยการกองช่าง", "ปลัด อบจ."]).Select(position => (1f, (Block)new Stack(
            new Paragraph(Small, "ลงชื่อ", Run.FilledToEnd("")),
            new Paragraph(Small, "(", Run.FilledToEnd(""), ")"),
            new Paragraph(Small with { Align = Align.Centre }, position),
            new Paragraph(Small, "วันที่", Run.FilledToEnd(""))))),
    ], 14));

    Paragraph Title(int number, string title) => new(Heading, words.Number($"{number}. {title}"));

    string Count(int number) => words.Number(number.ToString("N0", CultureInfo.InvariantCulture));

    string Share(int part, int whole, string of) => whole == 0 ? "–" : $"{Percent((double)part / whole)} {of}";

    string Percent(double? share) => words.Number(Plain(share));

    static string Plain(double? share) => share is { } part ? $"ร้อยละ {(part * 100).ToString("0.0", CultureInfo.InvariantCulture)}" : "–";

    string Time(int? minutes, KindOfTime kind) => minutes is { } taken ? words.Number(TimeTaken.InWords(taken, kind).Thai) : "–";

    static string ShortMonth(string key)
    {
        var first = new DateOnly(int.Parse(key[..4], CultureInfo.InvariantCulture), int.Parse(key[4..], CultureInfo.InvariantCulture), 1);
        return ThaiDates.ShortDate(first)[2..];
    }
}
