using Microsoft.AspNetCore.Mvc;
using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;

namespace Songthang.Web.Api;

/// <summary>Every mistake as <c>application/problem+json</c> (RFC 9457), in the language of the header <c>Accept-Language</c>.</summary>
static class ApiProblem
{
    const string ContentType = "application/problem+json";

    public static IResult Of(int status, string code, Phrase detail, IReadOnlyDictionary<string, string[]>? errors = null) =>
        Results.Json(Details(status, code, detail, errors), statusCode: status, contentType: ContentType);

    public static IResult Of(RuleBroken rule) => Of(StatusOf(rule), rule.Code, rule.Sentence);

    static int StatusOf(RuleBroken rule) => rule.Code switch
    {
        Features.Reporting.SubmitServiceRequest.KeyReused => StatusCodes.Status409Conflict,
        UploadCounter.Reached => StatusCodes.Status429TooManyRequests,
        // The caller did nothing wrong and may come again.
        PhotoStore.Full => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>For an answer that has a status and nothing else.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var (code, detail) = InWords(status);
        return context.Response.WriteAsJsonAsync(Details(status, code, detail, null), options: null, ContentType, context.RequestAborted);
    }

    static ProblemDetails Details(int status, string code, Phrase detail, IReadOnlyDictionary<string, string[]>? errors)
    {
        var problem = new ProblemDetails { Status = status, Type = "about:blank", Title = Say.T(InWords(status).Detail), Detail = Say.T(detail) };
        problem.Extensions["code"] = code;
        if (errors is not null)
            problem.Extensions["errors"] = errors;
        return problem;
    }

    static (string Code, Phrase Detail) InWords(int status) => status switch
    {
        400 => ("request.unreadable", new("อ่านคำขอไม่ได้ กรุณาตรวจสอบรูปแบบ", "The request cannot be read. Please check its form.")),
        401 => ("key.missing", new("ต้องใช้กุญแจ API ที่ใช้ได้", "An API key that works is needed.")),
        403 => ("key.out-of-scope", new("กุญแจ API นี้ไม่มีสิทธิ์", "This API key is not for this.")),
        404 => ("not-found", new("ไม่พบข้อมูลนี้", "There is no such thing.")),
        405 => ("method", new("ใช้วิธีนี้กับที่อยู่นี้ไม่ได้", "This address does not take this method.")),
        409 => ("key-reused", new("เคยใช้ Idempotency-Key นี้กับข้อมูลอื่นแล้ว", "This Idempotency-Key was used with other content.")),
        413 => ("too-large", new("ข้อมูลใหญ่เกินไป", "The body is too large.")),
        415 => ("media-type", new("ชนิดข้อมูลนี้ใช้ไม่ได้", "This media type is not taken.")),
        422 => ("invalid", new("ข้อมูลไม่ครบหรือไม่ถูกต้อง", "Something is missing or not valid.")),
        429 => ("too-many", new("เรียกบ่อยเกินไป กรุณารอตามเวลาใน Retry-After", "Too many calls. Please wait as Retry-After says.")),
        503 => ("unavailable", new("ระบบไม่พร้อมให้บริการชั่วคราว กรุณาลองใหม่ตามเวลาใน Retry-After", "Not available for the moment. Please try again as Retry-After says.")),
        >= 500 => ("unavailable", new("ระบบขัดข้องชั่วคราว", "The system is out of order for the moment.")),
        _ => ("refused", new("คำขอนี้ใช้ไม่ได้", "This request is refused.")),
    };
}
