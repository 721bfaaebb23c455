using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Songthang.Web.Api;

/// <summary>A JSON answer with a mark of what it holds, so that whoever has it already need not read it again (RFC 9110, 13).</summary>
static class ApiAnswer
{
    // Thai as Thai: the answer is application/json and never part of a page.
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IResult Json<T>(HttpContext context, T answer) =>
        Bytes(context, JsonSerializer.SerializeToUtf8Bytes(answer, Options));

    /// <summary>JSON that is written already.</summary>
    public static IResult Bytes(HttpContext context, byte[] body)
    {
        // Weak, because it may be compressed on the way.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"", isWeak: true);
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = "no-cache";
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(body, "application/json; charset=utf-8");
    }
}
