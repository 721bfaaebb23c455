using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Uploads;

/// <summary>Where the script of a form sends photos while the person is still filling in the rest.</summary>
static class UploadEndpoints
{
    // One photo of 15 MB and what multipart puts around it.
    const long MostBytes = 16 * 1024 * 1024;

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/uploads/{formKey:regex(^[0-9A-Za-z_-]{{32,64}}$)}").AllowAnonymous();
        uploads.MapPost("/", ReceiveAsync).RequireRateLimiting(RateLimits.UploadPolicy)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        uploads.MapPost("/{key:regex(^[0-9a-f]{{32}}$)}/remove", RemoveAsync).RequireRateLimiting(RateLimits.UploadPolicy);
        uploads.MapGet("/{key:regex(^[0-9a-f]{{32}}$)}.jpg", ShowAsync);
    }

    static async Task<IResult> ReceiveAsync(
        string formKey, HttpContext context, UploadDesk desk, IAntiforgery antiforgery, TimeProvider time, CancellationToken cancellationToken)
    {
        // Before anybody reads the form: the token may be in it.
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { MultipartBodyLengthLimit = MostBytes }));
        if (!await antiforgery.IsRequestValidAsync(context)) return Expired();
        try
        {
            if (!context.Request.HasFormContentType || (await context.Request.ReadFormAsync(cancellationToken)).Files is not [var file]) return NoFile();
            await using var content = file.OpenReadStream();
            var key = await desk.ReceiveAsync(formKey, content, time.GetUtcNow().UtcDateTime, cancellationToken);
            return Results.Json(new { key, url = Links.Upload(formKey, key) }, statusCode: StatusCodes.Status201Created);
        }
        catch (RuleBroken rule)
        {
            if (rule.Code == UploadCounter.Reached)
                context.Response.Headers.RetryAfter = UploadCounter.RetryAfterSeconds;
            return Problem(rule.Code == UploadCounter.Reached ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity, rule.Code, rule.Sentence);
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, "photo.too-large", new(
                "ไฟล์ใหญ่เกิน 15 MB กรุณาเลือกภาพที่เล็กลง", "The file is larger than 15 MB. Please choose a smaller photo."));
        }
    }

    static async Task<IResult> RemoveAsync(
        string formKey, string key, HttpContext context, UploadDesk desk, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Expired();
        await desk.RemoveAsync(formKey, key, cancellationToken);
        return Results.NoContent();
    }

    static async Task<IResult> ShowAsync(
        string formKey, string key, UploadDesk desk, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await desk.OpenThumbAsync(formKey, key, cancellationToken) is not { } photo) return Results.NotFound();
        response.Headers.CacheControl = "private, max-age=3600";
        return Results.Stream(photo, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{key}\""));
    }

    static IResult Expired() => Problem(StatusCodes.Status400BadRequest, "form.expired", new(
        "หมดเวลาการเชื่อมต่อ ภาพนี้จะส่งได้อีกครั้งหลังกดส่งแบบฟอร์ม", "The page was open for too long. The photo can be sent again once the form was sent."));

    static IResult NoFile() => Problem(StatusCodes.Status400BadRequest, "photo.missing", new(
        "กรุณาส่งภาพครั้งละหนึ่งไฟล์", "Please send one photo at a time."));

    static IResult Problem(int status, string code, Phrase sentence) => Results.Problem(
        Say.T(sentence), statusCode: status, title: code,
        extensions: new Dictionary<string, object?> { ["code"] = code, ["th"] = sentence.Thai, ["en"] = sentence.English });
}
