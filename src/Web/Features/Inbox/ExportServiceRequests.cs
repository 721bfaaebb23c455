using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Inbox;

/// <param name="Filter">What is exported.</param>
/// <param name="Order">In which order.</param>
/// <param name="To">Where the file goes; written piece by piece.</param>
public sealed record InboxExportRequest(InboxFilter Filter, InboxOrder Order, Stream To);

/// <summary>
/// Somebody takes what the list shows to a table program. Names and telephones of the requesters stay here: a file
/// is copied, sent on and forgotten.
/// </summary>
public sealed class ExportServiceRequests(
    InboxExport inbox, Province province, FaultTypes faults, AuditLog audit, ILogger<ExportServiceRequests> log)
{
    static readonly string[] Headings =
    [
        "เลขที่เรื่อง", "วันที่แจ้งเหตุ", "วันที่แจ้งเหตุ (ISO 8601)", "อาการชำรุด", "รายละเอียด", "ถนน/สาย", "จุดสังเกต", "หมู่ที่", "ตำบล",
        "อำเภอ", "หมายเลขเสาไฟ", "ละติจูด", "ลองจิจูด", "สถานะ", "เร่งด่วน", "ครบกำหนด", "ครบกำหนด (ISO 8601)", "วันที่รับเรื่อง",
        "วันที่รับเรื่อง (ISO 8601)", "วันที่แล้วเสร็จ", "วันที่แล้วเสร็จ (ISO 8601)", "เลขรับ",
    ];

    public async Task RunAsync(InboxExportRequest input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        // Before the first row leaves: what was taken away half is taken away too.
        await audit.WriteAsync(AuditAction.ListExported, by, now, AuditSubject.None, Narrowing(input.Filter), cancellationToken);
        await using var file = new CsvFile(input.To);
        await file.WriteAsync(Headings, cancellationToken);
        var count = 0;
        await foreach (var row in inbox.Read(input.Filter, input.Order, now).WithCancellation(cancellationToken))
        {
            await file.WriteAsync(Cells(row), cancellationToken);
            count++;
        }

        log.LogInformation("Exported {Count} requests by account {AccountId}", count, by.OfficerId);
    }

    string[] Cells(InboxExportRow row)
    {
        var tambon = province.Find(row.Place.TambonCode);
        return
        [
            row.Reference, Day(row.SubmittedAt), Iso(row.SubmittedAt), faults.NameOf(row.FaultCode).Thai, row.Symptom,
            row.Place.Road, row.Place.Landmark, row.Place.Moo, tambon?.ThaiName ?? "", tambon?.Amphoe.ThaiName ?? "", row.Place.PoleNumber,
            Number(row.Place.Latitude), Number(row.Place.Longitude), row.Status.Name().Thai, row.IsUrgent ? "เร่งด่วน" : "",
            Day(row.DueAt), Iso(row.DueAt), Day(row.AcceptedAt), Iso(row.AcceptedAt), Day(row.CompletedAt), Iso(row.CompletedAt),
            // Excel would make a month of 1/2569.
            row.ReceiveNumber.Length > 0 ? $"เลขรับ {row.ReceiveNumber}" : "",
        ];
    }

    /// <summary>What was exported; the words that were searched for may be somebody's name.</summary>
    internal static string Narrowing(InboxFilter filter) => filter.IsNarrow ? $"{filter.View}, narrowed" : filter.View.ToString();

    static string Day(DateTime? utc) => utc is { } time ? ThaiDates.ShortDateAndTime(time) : "";

    /// <summary>Bangkok's clock with its distance from UTC.</summary>
    static string Iso(DateTime? utc) => utc is { } time
        ? ThaiDates.ToBangkok(time).ToString("yyyy-MM-dd'T'HH:mm:ss'+07:00'", CultureInfo.InvariantCulture)
        : "";

    static string Number(double? degrees) => degrees?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
