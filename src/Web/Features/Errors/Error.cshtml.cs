using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;

namespace Songthang.Web.Features.Errors;

/// <summary>What went wrong in plain words, and what to do now. Tells nothing of the inside.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel(IOptions<Agency> agency) : PageModel
{
    [FromRoute]
    public int? Status { get; init; }

    public Phrase Heading { get; set; }
    public Phrase Advice { get; set; }
    public string? TraceId { get; set; }

    /// <summary>The form that could not be taken, to be sent again; null when there is none.</summary>
    public UnsentForm? Unsent { get; private set; }

    /// <summary>The first of the numbers for emergencies.</summary>
    public Agency.EmergencyNumber? Emergency => Response.StatusCode == StatusCodes.Status503ServiceUnavailable
        && agency.Value.EmergencyNumbers is [var first, ..] ? first : null;

    /// <summary>The whole page serves every method, as a form that was sent may be what went wrong.</summary>
    public void OnGet() => Show();

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        if (Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            Unsent = await UnsentForm.ReadAsync(HttpContext, cancellationToken);
        Show();
    }

    void Show()
    {
        if (Response.StatusCode == StatusCodes.Status200OK) Response.StatusCode = Status is >= 400 and < 600 ? Status.Value : 404;
        (Heading, Advice) = Response.StatusCode switch
        {
            400 => (new Phrase("ไม่สามารถอ่านข้อมูลที่ส่งมาได้", "What was sent cannot be read"),
                new Phrase("หน้านี้อาจเปิดทิ้งไว้นานเกินไป กรุณาย้อนกลับ โหลดหน้าใหม่ แล้วส่งอีกครั้ง", "The page may have been open for too long. Please go back, load it anew and send again.")),
            401 or 403 => (new Phrase("ท่านไม่มีสิทธิ์เปิดหน้านี้", "You may not open this page"),
                new Phrase("หากท่านเป็นเจ้าหน้าที่ กรุณาเข้าสู่ระบบด้วยชื่อผู้ใช้ที่มีสิทธิ์ หรือติดต่อผู้ดูแลระบบ", "If you are an officer, please sign in with a user name that may, or ask the administrator.")),
            404 => (new Phrase("ไม่พบหน้าที่ท่านต้องการ", "Page not found"),
                new Phrase("กรุณาตรวจสอบที่อยู่เว็บหรือเลขที่เรื่องอีกครั้ง หรือเริ่มจากหน้าแรก", "Please check the address or the reference, or start from the home page.")),
            410 => (new Phrase("ลิงก์นี้ใช้ไม่ได้แล้ว", "This link is no longer valid"),
                new Phrase("ท่านยังติดตามเรื่องได้ด้วยเลขที่เรื่องและหมายเลขโทรศัพท์", "You can still follow your report with its reference and your phone number.")),
            413 => (new Phrase("ข้อมูลที่ส่งมีขนาดใหญ่เกินไป", "What was sent is too large"),
                new Phrase("กรุณาย้อนกลับแล้วเลือกภาพที่เล็กลง ไม่เกิน 15 MB ต่อภาพ", "Please go back and choose smaller photos, at most 15 MB each.")),
            429 => (new Phrase("มีการส่งข้อมูลบ่อยเกินไป", "Too many attempts"), Wait()),
            503 when Unsent is not null => (new Phrase("ข้อมูลที่กรอกยังอยู่ครบ", "Nothing you typed is lost"),
                new Phrase("ขณะนี้ระบบไม่พร้อมรับข้อมูล กรุณาเปิดหน้านี้ไว้ รอสักครู่ แล้วกดส่งอีกครั้ง", "It could not be taken just now. Please keep this page open, wait a little, and send it again.")),
            503 => (new Phrase("ระบบไม่พร้อมให้บริการชั่วคราว", "The service is not available at the moment"),
                new Phrase("กรุณาลองใหม่ในอีกสักครู่", "Please try again in a little while.")),
            < 500 => (new Phrase("ไม่สามารถดำเนินการตามที่ขอได้", "This could not be done"),
                new Phrase("กรุณาย้อนกลับแล้วลองอีกครั้ง หรือเริ่มจากหน้าแรก", "Please go back and try again, or start from the home page.")),
            _ => (new Phrase("ระบบขัดข้องชั่วคราว", "Something went wrong"),
                new Phrase("ขออภัยในความไม่สะดวก กรุณาลองใหม่อีกครั้ง หากยังพบปัญหา กรุณาแจ้งรหัสอ้างอิงด้านล่างแก่เจ้าหน้าที่", "We are sorry. Please try again; if it goes on, please tell an officer the code below.")),
        };
        if (Response.StatusCode >= 500) TraceId = Shared.Errors.TraceId(HttpContext);
    }

    Phrase Wait()
    {
        var seconds = int.TryParse(Response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var found) ? found : 60;
        var minutes = Math.Max(1, (seconds + 59) / 60);
        return new Phrase(
            $"กรุณารอประมาณ {minutes} นาที แล้วย้อนกลับไปส่งอีกครั้ง ข้อมูลที่ท่านกรอกยังอยู่ในหน้าเดิม",
            minutes == 1
                ? "Please wait about 1 minute, then go back and send again. What you typed is still on that page."
                : $"Please wait about {minutes} minutes, then go back and send again. What you typed is still on that page.");
    }
}
