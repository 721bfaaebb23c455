using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Features.Reporting;
using Songthang.Web.Shared;

namespace Songthang.Web.Api;

/// <summary>What a report is answered with.</summary>
public sealed record ApiReceipt(
    [property: Description("As people know it.")] string Reference,
    [property: Description("Path of the requester's own page; whoever has it may see the request whole: hand it to the requester alone.")] string OwnPage,
    [property: Description("Path of the request in this API.")] string Request);

/// <summary>A photo that waits for its report.</summary>
public sealed record ApiPhotoReceived([property: Description("To be named in photoIds of the report with the same Idempotency-Key.")] string Id);

/// <summary>Handing in: with a key of scope Api and an idempotency key, so that a call that was repeated makes one request.</summary>
static class SubmitEndpoints
{
    const long MostPhotoBytes = 15 * 1024 * 1024, MostBytes = 64 * 1024;
    const string Header = "Idempotency-Key";

    public static void MapSubmitting(this IEndpointRouteBuilder api)
    {
        api.MapPost("/requests", SubmitAsync).WithName("SubmitRequest").WithTags("Submitting").WithSummary("Hand in a request")
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .Produces<ApiReceipt>(StatusCodes.Status201Created).WithRefusals();
        api.MapPost("/photos", TakePhotoAsync).WithName("UploadPhoto").WithTags("Submitting")
            .WithSummary("Hand in a photo for a request that follows under the same Idempotency-Key; the body is the picture")
            .WithMetadata(new RequestSizeLimitAttribute(MostPhotoBytes + 1024)).Accepts<IFormFile>("image/jpeg", "image/png", "image/webp")
            .Produces<ApiPhotoReceived>(StatusCodes.Status201Created).WithRefusals();
    }

    static void WithRefusals(this RouteHandlerBuilder endpoint)
    {
        foreach (var status in (int[])[400, 401, 403, 409, 413, 415, 422, 429])
            endpoint.ProducesProblem(status);
    }

    static async Task<IResult> SubmitAsync(
        ApiReport report, [FromHeader(Name = Header), Description("1 to 200 signs, new for each report: the same key and body again is the same answer")] string? idempotencyKey,
        HttpContext context, SubmitServiceRequest submit, Province province, FaultTypes faults, TimeProvider time, CancellationToken cancellationToken)
    {
        if (FormKeyOf(context, idempotencyKey) is not { } formKey)
            return NoKey();
        var now = time.GetUtcNow().UtcDateTime;
        if (report.Mistakes(province, faults, now) is { Any: true } mistakes)
            return mistakes.ToProblem();
        try
        {
            var received = await submit.RunAsync(report.ToReport(formKey), Actor.Requester, now, cancellationToken);
            var request = $"{ApiSetup.Root}/requests/{received.Reference}";
            return Results.Created(request, new ApiReceipt(received.Reference, Links.OwnPage(received.Secret), request));
        }
        catch (RuleBroken rule)
        {
            return ApiProblem.Of(rule);
        }
    }

    static async Task<IResult> TakePhotoAsync(
        [FromHeader(Name = Header), Description("The key of the report that follows")] string? idempotencyKey,
        HttpContext context, UploadDesk desk, TimeProvider time, CancellationToken cancellationToken)
    {
        if (FormKeyOf(context, idempotencyKey) is not { } formKey)
            return NoKey();
        using var photo = new MemoryStream();
        await context.Request.Body.CopyToAsync(photo, cancellationToken);
        photo.Position = 0;
        try
        {
            return Results.Json(new ApiPhotoReceived(await desk.ReceiveAsync(formKey, photo, time.GetUtcNow().UtcDateTime, cancellationToken)),
                statusCode: StatusCodes.Status201Created);
        }
        catch (RuleBroken rule)
        {
            return ApiProblem.Of(rule);
        }
    }

    /// <summary>Of the partner and its key: no partner can meet another's.</summary>
    static string? FormKeyOf(HttpContext context, string? key) => key is { Length: >= 1 and <= 200 } && key.All(sign => sign is > ' ' and < '\u007f')
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"api:{ApiKeyScheme.PartnerOf(context.User)!.KeyId}:{key}")))
        : null;

    static IResult NoKey() => ApiProblem.Of(StatusCodes.Status400BadRequest, "idempotency-key.missing", new(
        "กรุณาส่ง Idempotency-Key ยาว 1–200 ตัวอักษร ใหม่สำหรับแต่ละเรื่อง", "Please send an Idempotency-Key of 1 to 200 signs, new for each report."));
}
