using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Papers;
using Songthang.Web.Shared;
using static Songthang.Web.Shared.Say;

namespace Songthang.Web.Features.Reporting;

/// <summary>The receipt on paper, in the language of the page that it was opened from.</summary>
[AllowAnonymous]
public sealed class ReceiptPdfModel(
    ReadReceipt receipt, Province province, FaultTypes faults, IOptions<Agency> agency, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken)
    {
        if (await receipt.RunAsync(new(secret, $"{Request.Scheme}://{Request.Host}"), cancellationToken) is not { } found)
            return NotFound();
        var document = ReceiptPaper.Of(new(found.Reference, Facts(found), Next(found.Steps), found.OwnLink, agency.Value, Language));
        return this.Paper(document, $"receipt-{found.Reference}", T(agency.Value.Name), time.GetUtcNow().UtcDateTime);
    }

    List<(string, string)> Facts(Receipt it) =>
    [
        (T("สถานะ", "Status"), T("ได้รับเรื่องแล้ว รอเจ้าหน้าที่ตรวจสอบ", "Received; an officer will check it")),
        (T("อาการ", "Fault"), faults.Find(it.FaultCode) is { } fault ? T(fault.Name) : ""),
        (T("สถานที่", "Place"), it.Place.InWords(province, Language)),
        (T("จุดสังเกต", "Landmark"), it.Place.Landmark),
        (T("หมายเลขเสาไฟ", "Pole number"), it.Place.PoleNumber),
        (T("พิกัด", "Position"), it.Place.PositionInWords(5)),
        (T("วันที่แจ้ง", "Reported"), ThaiDates.LongDateAndTime(it.SubmittedAt, Language)),
        (T("ภาพถ่าย", "Photos"), it.Photos == 0 ? T("ไม่มี", "None") : T($"{it.Photos} ภาพ", $"{it.Photos}")),
    ];

    static List<(string, string)> Next(NextSteps steps) =>
    [
        (T("เจ้าหน้าที่ตรวจสอบ", "An officer checks it"), T("ภายใน", "By") + " " + ThaiDates.LongDateAndTime(steps.CheckedBy, Language)),
        (T("แจ้งท่านว่ารับเรื่อง หรือขอข้อมูลเพิ่มเติม", "You are told that it is accepted, or what is missing"),
            T("ภายใน", "By") + " " + ThaiDates.LongDateAndTime(steps.DecidedBy, Language)),
        (T("ดำเนินการแก้ไข", "The light is put right"), T("ประมาณวันที่", "About") + " " + ThaiDates.LongDate(steps.DoneBy, Language)),
        (T("แจ้งผลให้ท่านทราบ", "You are told the result"), T("เมื่อดำเนินการแล้วเสร็จ", "When the work is done")),
    ];
}
