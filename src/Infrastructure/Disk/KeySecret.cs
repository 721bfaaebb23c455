using System.Security.Cryptography;
using System.Text;

namespace Songthang.Infrastructure.Disk;

/// <summary>
/// The one secret that is not in the data folder, and with which the keys in it are encrypted: whoever gets at the folder or at a backup of
/// it gets at no session, no second factor and no link. All nodes have the same one.
/// </summary>
public sealed class KeySecret
{
    /// <summary>Configuration key: path of the file that holds it.</summary>
    public const string Setting = "Songthang:KeySecretFile";

    /// <summary>Fewest bytes of it; 32 random ones are as good as any more.</summary>
    public const int FewestBytes = 32;

    const int SaltBytes = 32, NonceBytes = 12, TagBytes = 16, KeyBytes = 32;

    readonly byte[]? secret;

    KeySecret(byte[]? secret) => this.secret = secret;

    /// <summary>There is none: keys lie in clear, as in trials.</summary>
    public static KeySecret None { get; } = new(secret: null);

    /// <summary>A given one.</summary>
    /// <param name="secret">At least <see cref="FewestBytes"/>.</param>
    public static KeySecret Of(byte[] secret) => new(secret);

    /// <summary>Whether there is one.</summary>
    public bool IsOn => secret is not null;

    /// <summary>What a file holds; <see cref="None"/> when no file is named.</summary>
    /// <param name="path">Of the file.</param>
    /// <exception cref="InvalidDataException">It is not there, cannot be read, or is no secret.</exception>
    public static KeySecret In(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return None;
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != UnixFileMode.None)
                throw new InvalidDataException($"{path} ({Setting}) can be read by every user of the machine: chmod o= \"{path}\" closes it.");
            var found = File.ReadAllBytes(path).AsSpan().Trim("\r\n "u8).ToArray();
            return found.Length >= FewestBytes ? new(found)
                : throw new InvalidDataException($"{path} ({Setting}) holds {found.Length} bytes: make it with head -c 32 /dev/urandom | base64.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} ({Setting}) cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Encrypts something small (AES-256-GCM under a key of its own).</summary>
    /// <param name="content">In clear.</param>
    /// <param name="purpose">What it is; nothing else is opened as it.</param>
    public byte[] Seal(ReadOnlySpan<byte> content, string purpose)
    {
        var result = new byte[SaltBytes + NonceBytes + TagBytes + content.Length];
        var salt = result.AsSpan(0, SaltBytes);
        var nonce = result.AsSpan(SaltBytes, NonceBytes);
        RandomNumberGenerator.Fill(salt);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(KeyFor(salt, purpose), TagBytes);
        aes.Encrypt(nonce, content, result.AsSpan(SaltBytes + NonceBytes + TagBytes), result.AsSpan(SaltBytes + NonceBytes, TagBytes));
        return result;
    }

    /// <summary>The content again.</summary>
    /// <param name="sealedContent">As <see cref="Seal"/> made it.</param>
    /// <param name="purpose">What it is.</param>
    /// <exception cref="CryptographicException">It was encrypted with another secret, or changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedContent, string purpose)
    {
        if (sealedContent.Length < SaltBytes + NonceBytes + TagBytes)
            throw new CryptographicException("Too short to be encrypted.");
        var content = new byte[sealedContent.Length - SaltBytes - NonceBytes - TagBytes];
        using var aes = new AesGcm(KeyFor(sealedContent[..SaltBytes], purpose), TagBytes);
        aes.Decrypt(sealedContent.Slice(SaltBytes, NonceBytes), sealedContent[(SaltBytes + NonceBytes + TagBytes)..],
            sealedContent.Slice(SaltBytes + NonceBytes, TagBytes), content);
        return content;
    }

    // Another salt each time is another key, so that no nonce is ever used twice with one.
    byte[] KeyFor(ReadOnlySpan<byte> salt, string purpose)
    {
        var key = new byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret ?? throw new CryptographicException($"There is no {Setting}."), key, salt, Encoding.UTF8.GetBytes(purpose));
        return key;
    }
}
