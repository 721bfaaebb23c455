using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.Thai;

namespace Songthang.Web.Shared.Maps;

/// <summary>What is wrong with an address, as <c>application/problem+json</c> (RFC 9457) in both languages.</summary>
static class MapProblem
{
    public static IResult Of(Phrase sentence) => Results.Json(new ProblemDetails
    {
        Status = StatusCodes.Status400BadRequest,
        Type = "about:blank",
        Title = "อ่านที่อยู่นี้ไม่ได้ · This address cannot be read",
        Detail = $"{sentence.Thai} · {sentence.English}",
    }, statusCode: StatusCodes.Status400BadRequest, contentType: "application/problem+json");
}
