using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Reporting;

/// <summary>When a form was given out, signed together with the form's own key, so that each form has to be fetched before it is sent.</summary>
/// <param name="seal">Gives the key, the same on all nodes.</param>
public sealed class FormTime(LinkSeal seal)
{
    const int SignBytes = 16;

    readonly Lazy<byte[]> key = new(() => seal.KeyFor("form-time"));

    /// <summary>What the form carries.</summary>
    public string Sign(string formKey, DateTime now)
    {
        var token = new byte[sizeof(long) + SignBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, now.Ticks);
        Signature(formKey, now.Ticks).CopyTo(token, sizeof(long));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>How long ago; null when it is none of ours, or another form's.</summary>
    public TimeSpan? Age(string? token, string formKey, DateTime now)
    {
        if (token is null || token.Length > 64 || !Base64Url.IsValid(token, out var length) || length != sizeof(long) + SignBytes)
            return null;
        var bytes = Base64Url.DecodeFromChars(token);
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(sizeof(long)), Signature(formKey, ticks)) ? now - new DateTime(ticks, DateTimeKind.Utc) : null;
    }

    byte[] Signature(string formKey, long ticks) =>
        HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(FormattableString.Invariant($"{ticks}|{formKey}")))[..SignBytes];
}
