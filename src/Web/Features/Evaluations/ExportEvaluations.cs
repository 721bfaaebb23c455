using System.Globalization;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Evaluations;

/// <param name="Period">Which completions.</param>
/// <param name="To">Where the file goes; written piece by piece.</param>
public sealed record EvaluationExport(EvaluationPeriod Period, Stream To);

/// <summary>Somebody takes the evaluations to a table program.</summary>
public sealed class ExportEvaluations(EvaluationList list, FaultTypes faults, CurrentSettings settings, AuditLog audit)
{
    static readonly string[] Headings =
    [
        "เลขที่เรื่อง", "อาการชำรุด", "วันที่แล้วเสร็จ", "วันที่แล้วเสร็จ (ISO 8601)", "ถามซ้ำหลังพระอาทิตย์ตก", "วันที่ตอบ", "ใช้ได้แล้ว", "คะแนน", "ความเห็น", "ชุดช่าง",
    ];

    public async Task RunAsync(EvaluationExport input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await audit.WriteAsync(AuditAction.EvaluationsExported, by, now, AuditSubject.None,
            $"{TypedDay.Write(input.Period.From)} – {TypedDay.Write(input.Period.To)}", cancellationToken);
        await using var file = new CsvFile(input.To);
        await file.WriteAsync(Headings, cancellationToken);
        await foreach (var row in list.ReadAll(input.Period).WithCancellation(cancellationToken))
        {
            await file.WriteAsync(
            [
                row.Reference, faults.NameOf(row.FaultCode).Thai, Day(row.CompletedAt),
                ThaiDates.ToBangkok(row.CompletedAt).ToString("yyyy-MM-dd'T'HH:mm:ss'+07:00'", CultureInfo.InvariantCulture),
                Day(row.AskedAgainAt), Day(row.AnsweredAt),
                row.IsFixed switch { true => "ใช่", false => "ไม่", _ => "" },
                row.Satisfaction?.ToString(CultureInfo.InvariantCulture) ?? "", row.Comment,
                settings.Get(Topics.Crews).Find(row.CrewCode)?.Name.Thai ?? row.CrewCode,
            ], cancellationToken);
        }
    }

    static string Day(DateTime? utc) => utc is { } time ? ThaiDates.ShortDateAndTime(time) : "";
}
