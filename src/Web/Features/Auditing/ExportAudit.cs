using System.Globalization;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Auditing;

/// <param name="Filter">What is exported.</param>
/// <param name="To">Where the file goes; written piece by piece.</param>
public sealed record AuditExport(AuditFilter Filter, Stream To);

/// <summary>Somebody takes the record away as a file, which is itself recorded.</summary>
public sealed class ExportAudit(AuditList list, AuditLog audit)
{
    static readonly string[] Headings = ["เวลา", "เวลา (ISO 8601)", "ผู้ใช้งาน", "การใช้งาน", "รหัสการใช้งาน", "เกี่ยวกับ", "รายละเอียด"];

    public async Task RunAsync(AuditExport input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await audit.WriteAsync(AuditAction.AuditExported, by, now, AuditSubject.None, "", cancellationToken);
        await using var file = new CsvFile(input.To);
        await file.WriteAsync(Headings, cancellationToken);
        await foreach (var row in list.ReadAll(input.Filter).WithCancellation(cancellationToken))
        {
            await file.WriteAsync(
            [
                ThaiDates.ShortDateAndTime(row.At),
                ThaiDates.ToBangkok(row.At).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+07:00'", CultureInfo.InvariantCulture),
                row.OfficerName, row.Action.Name().Thai, row.Action.ToString(), row.Subject, row.Detail,
            ], cancellationToken);
        }
    }
}
