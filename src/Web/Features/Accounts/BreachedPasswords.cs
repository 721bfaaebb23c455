using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Songthang.Web.Features.Accounts;

/// <summary>
/// Passwords of 12 characters and more that were stolen elsewhere and are tried first: thousands, kept as the first 8 bytes of their SHA-256
/// (<c>scripts/breached-passwords.py</c>). Nothing is asked over the network.
/// </summary>
static class BreachedPasswords
{
    static readonly Lazy<HashSet<ulong>> Known = new(Read);

    /// <param name="normal">In NFC and small letters.</param>
    public static bool Contain(string normal) => Known.Value.Contains(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(normal))));

    static HashSet<ulong> Read()
    {
        using var file = typeof(BreachedPasswords).Assembly.GetManifestResourceStream("breached-passwords.bin")
            ?? throw new InvalidOperationException("The list of breached passwords is missing from the program.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return [.. bytes.Chunk(sizeof(ulong)).Select(hash => BinaryPrimitives.ReadUInt64BigEndian(hash))];
    }
}
