using System.Globalization;
using Songthang.Domain.Figures;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Statistics;

/// <param name="Of">Which figures.</param>
/// <param name="To">Where the file goes.</param>
public sealed record FiguresExport(FiguresOf Of, Stream To);

/// <summary>Somebody takes the figures to a table program: a line for each figure, so that any table can be made of them.</summary>
public sealed class ExportFigures(
    FiguresQuery query, WorkFiguresQuery work, Province province, FaultTypes faults, CurrentSettings settings, AuditLog audit)
{
    static readonly string[] Headings = ["ตั้งแต่วันที่", "ถึงวันที่", "ตาราง", "รายการ", "ตัวเลข", "ค่า", "หน่วย"];

    public async Task RunAsync(FiguresExport input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var period = input.Of.Period;
        await audit.WriteAsync(AuditAction.FiguresExported, by, now, AuditSubject.None,
            $"{TypedDay.Write(period.From)} – {TypedDay.Write(period.To)}", cancellationToken);
        var figures = await query.RunAsync(input.Of, cancellationToken);
        IEnumerable<string[]> lines =
        [
            .. Lines("รวม", "ทั้งหมด", figures.Total, figures.Steps.FirstOrDefault(step => step.Step == ManualStep.DoWork)),
            .. figures.Months.SelectMany(line => Lines("รายเดือน", $"{line.Key[..4]}-{line.Key[4..]}", line.Tally, line.Work)),
            .. figures.Amphoes.SelectMany(line => Lines("อำเภอ", AmphoeName(line.Key), line.Tally, line.Work)),
            .. figures.Faults.SelectMany(line => Lines("อาการ", faults.NameOf(line.Key).Thai, line.Tally, line.Work)),
            .. figures.Channels.SelectMany(line => Lines("ช่องทาง", IndexModel.ChannelName(line.Key).Thai, line.Tally, null)),
            .. figures.Steps.SelectMany(step => Times("ขั้นตอน", $"{(int)step.Step}. {step.Step.Name().Thai}", step)),
            .. input.Of is { AmphoeCode: "", FaultCode: "" } ? WorkLines(await work.RunAsync(period, cancellationToken)) : [],
        ];
        await using var file = new CsvFile(input.To);
        await file.WriteAsync(Headings, cancellationToken);
        foreach (var line in lines)
            await file.WriteAsync([TypedDay.Write(period.From), TypedDay.Write(period.To), .. line], cancellationToken);
    }

    static IEnumerable<string[]> Lines(string table, string name, Tally tally, StepFigures? time)
    {
        (string Figure, int Count)[] counts =
        [
            ("รับแจ้ง", tally.Received), ("ดำเนินการแล้ว", tally.Done), ("ยังไม่แล้วเสร็จ", tally.Open), ("ส่งต่อ", tally.Forwarded),
            ("ไม่รับดำเนินการ", tally.Declined), ("รวมกับเรื่องเดิม", tally.Merged), ("ผู้แจ้งยกเลิก", tally.Withdrawn), ("เปิดใหม่", tally.Reopened),
            ("ซ่อมเสร็จในช่วงนี้", tally.Completed), ("ซ่อมเสร็จภายในกำหนด", tally.Kept),
        ];
        return
        [
            .. counts.Select(count => Line(table, name, count.Figure, Whole(count.Count), "เรื่อง")),
            Line(table, name, "คำตอบความพึงพอใจ", Whole(tally.Ratings), "คำตอบ"),
            Line(table, name, "ความพึงพอใจเฉลี่ย", tally.Mean?.ToString("0.00", CultureInfo.InvariantCulture) ?? "", "เต็ม 5"),
            .. time is null ? [] : Times(table, name, time),
        ];
    }

    static IEnumerable<string[]> Times(string table, string name, StepFigures step) =>
    [
        Line(table, name, "เรื่องที่วัดเวลาได้", Whole(step.Count), "เรื่อง"),
        Line(table, name, "ทำได้ภายในกำหนด", Whole(step.Kept), "เรื่อง"),
        Line(table, name, "มัธยฐาน", step.Median is { } median ? Whole(median) : "", "นาที"),
        Line(table, name, "เปอร์เซ็นไทล์ที่ 90", step.NinetiethPercentile is { } most ? Whole(most) : "", "นาที"),
    ];

    IEnumerable<string[]> WorkLines(WorkFigures figures) =>
    [
        .. figures.Officers.Select(officer => (Name: officer.Name.Length > 0 ? officer.Name : "ยังไม่มีผู้รับผิดชอบ", officer)).SelectMany(of => (string[][])
        [
            Line("เจ้าหน้าที่", of.Name, "รับแจ้ง", Whole(of.officer.Received), "เรื่อง"), Line("เจ้าหน้าที่", of.Name, "ดำเนินการแล้ว", Whole(of.officer.Done), "เรื่อง"),
            Line("เจ้าหน้าที่", of.Name, "ยังไม่แล้วเสร็จ", Whole(of.officer.Open), "เรื่อง"), Line("เจ้าหน้าที่", of.Name, "เปิดใหม่", Whole(of.officer.Reopened), "เรื่อง"),
        ]),
        .. figures.Crews.Select(crew => (Name: settings.Get(Topics.Crews).Find(crew.Code)?.Name.Thai ?? crew.Code, crew)).SelectMany(of => (string[][])
        [
            Line("ชุดช่าง", of.Name, "ซ่อมเสร็จ", Whole(of.crew.Repaired), "เรื่อง"), Line("ชุดช่าง", of.Name, "ซ่อมไม่ได้", Whole(of.crew.NotRepaired), "เรื่อง"),
        ]),
        .. figures.Causes.Select(cause => Line("สาเหตุ", settings.Get(Topics.Causes).Find(cause.Code)?.Name.Thai ?? "ไม่ได้ระบุ", "จำนวน", Whole(cause.Count), "เรื่อง")),
        .. figures.Materials.SelectMany(material => (string[][])
        [
            Line("วัสดุ", material.Name.Thai, "จำนวน", Whole(material.Quantity), material.Unit.Thai),
            Line("วัสดุ", material.Name.Thai, "ค่าใช้จ่าย", material.Baht.ToString("0.00", CultureInfo.InvariantCulture), "บาท"),
            Line("วัสดุ", material.Name.Thai, "ไม่มีราคา", Whole(material.Unpriced), material.Unit.Thai),
        ]),
    ];

    string AmphoeName(string code) => province.Amphoes.FirstOrDefault(amphoe => amphoe.Code == code)?.ThaiName ?? "ไม่ทราบอำเภอ";

    static string[] Line(string table, string name, string figure, string value, string unit) => [table, name, figure, value, unit];

    static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
