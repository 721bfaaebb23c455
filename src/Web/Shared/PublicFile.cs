using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Songthang.Web.Shared;

/// <summary>A small file for everyone that is made in memory: a feed, a picture, a list of addresses.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="ChangedAt">When what it tells last changed, UTC; null when that is unknown.</param>
public sealed record PublicFile(byte[] Body, string ContentType, DateTime? ChangedAt)
{
    /// <summary>How long everyone may keep such a file before asking again.</summary>
    public static TimeSpan Age { get; } = TimeSpan.FromMinutes(1);

    // Weak, because the same file goes over the wire packed and unpacked.
    readonly EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, 12))}\"", isWeak: true);

    /// <summary>Answers with it, or with 304 to whoever has it already.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="maxAge">How long it may be kept; a minute when null.</param>
    public IResult Answer(HttpResponse response, TimeSpan? maxAge = null)
    {
        Announce(response, maxAge ?? Age);
        return Results.Bytes(Body, ContentType, lastModified: ToSecond(ChangedAt), entityTag: tag);
    }

    /// <summary>Everyone may keep it, and scripts of other sites may read it: it is public and carries no cookie.</summary>
    public static void Announce(HttpResponse response, TimeSpan maxAge)
    {
        response.Headers.CacheControl = $"public, max-age={(int)maxAge.TotalSeconds}";
        response.Headers.AccessControlAllowOrigin = "*";
    }

    /// <summary>HTTP dates have no fractions: rounded up, or a change within the second would look old.</summary>
    public static DateTimeOffset? ToSecond(DateTime? utc) => utc is { } at
        ? new DateTimeOffset(at.Ticks + (TimeSpan.TicksPerSecond - at.Ticks % TimeSpan.TicksPerSecond) % TimeSpan.TicksPerSecond, TimeSpan.Zero)
        : null;
}
