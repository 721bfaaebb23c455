using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Documents;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Inbox;

/// <summary>
/// Somebody takes what the list shows to Excel: with dates that can be sorted and numbers that can be reckoned with.
/// Like the CSV file it says nothing of the requesters.
/// </summary>
public sealed class ExportExcelFile(
    InboxExport inbox, Province province, FaultTypes faults, AuditLog audit, ILogger<ExportExcelFile> log)
{
    static readonly ExcelColumn[] Columns =
    [
        new("เลขที่เรื่อง", 13), new("วันที่แจ้งเหตุ", 20), new("อาการชำรุด", 24), new("รายละเอียด", 48), new("ถนน/สาย", 32),
        new("จุดสังเกต", 32), new("หมู่ที่", 8), new("ตำบล", 18), new("อำเภอ", 18), new("หมายเลขเสาไฟ", 18),
        new("ละติจูด", 12), new("ลองจิจูด", 12), new("สถานะ", 22), new("เร่งด่วน", 10),
        new("ครบกำหนด", 20), new("วันที่รับเรื่อง", 20), new("วันที่แล้วเสร็จ", 20), new("เลขรับ", 14),
    ];

    public async Task RunAsync(InboxExportRequest input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        // Before the first row leaves: what was taken away half is taken away too.
        await audit.WriteAsync(
            AuditAction.ListExported, by, now, AuditSubject.None, ExportServiceRequests.Narrowing(input.Filter), cancellationToken);
        await using var sheet = ExcelSheet.To(input.To, "เรื่องแจ้ง", Columns);
        var count = 0;
        await foreach (var row in inbox.Read(input.Filter, input.Order, now).WithCancellation(cancellationToken))
        {
            await sheet.WriteAsync(Cells(row), cancellationToken);
            count++;
        }

        log.LogInformation("Exported {Count} requests by account {AccountId}", count, by.OfficerId);
    }

    object?[] Cells(InboxExportRow row)
    {
        var tambon = province.Find(row.Place.TambonCode);
        return
        [
            row.Reference, Moment(row.SubmittedAt), faults.NameOf(row.FaultCode).Thai, row.Symptom, row.Place.Road, row.Place.Landmark,
            row.Place.Moo, tambon?.ThaiName, tambon?.Amphoe.ThaiName, row.Place.PoleNumber, row.Place.Latitude, row.Place.Longitude,
            row.Status.Name().Thai, row.IsUrgent ? "เร่งด่วน" : "", Moment(row.DueAt), Moment(row.AcceptedAt), Moment(row.CompletedAt), row.ReceiveNumber,
        ];
    }

    static DateTime? Moment(DateTime? utc) => utc is { } time ? ThaiDates.ToBangkok(time) : null;
}
