using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Songthang.Infrastructure.Disk;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// Keeps the unguessable part of requesters' and followers' own links out of the database in clear: whoever reads the database alone
/// cannot act as they may. Each secret of 128 random bits is stored as one block of AES-256 with a check, which only the key in the data
/// folder turns back; the same one always as the same, so that a link is still found by one look into the index.
/// </summary>
public sealed class LinkSeal
{
    /// <summary>Name of the file with the key, among the other keys of the data folder, so that backups hold it.</summary>
    public const string FileName = "links.key";

    const string Purpose = "links.key";

    const int KeyBytes = 32, SecretBytes = 16, CheckBytes = 4;

    /// <summary>Begins what is sealed. It sorts behind everything that begins a secret.</summary>
    const char Mark = '~';

    readonly Lazy<Keys>? keys;

    LinkSeal(Func<byte[]>? read) => keys = read is null ? null : new(() => Keys.Of(read()));

    /// <summary>For what looks at a database of others and neither reads nor gives out links: it leaves them as they are.</summary>
    public static LinkSeal None { get; } = new(read: null);

    /// <summary>The key of a data folder: made when it is first needed and there is none.</summary>
    /// <param name="folder">Of the keys.</param>
    /// <param name="secret">Encrypts the file, also one that lies in clear.</param>
    public static LinkSeal In(string folder, KeySecret secret) => new(() => Read(Path.Combine(folder, FileName), secret));

    /// <summary>A given key of 32 bytes.</summary>
    /// <param name="key">The key.</param>
    public static LinkSeal Of(byte[] key) => new(() => key);

    /// <summary>Whether there is a key at all.</summary>
    internal bool IsOn => keys is not null;

    /// <summary>Reads the key, so that a wrong one is told at the start and not to a citizen.</summary>
    /// <exception cref="InvalidDataException">The file is no key.</exception>
    public void Demand() => _ = keys?.Value;

    /// <summary>A key of its own for something else that must come out the same on every node, such as hashes of names.</summary>
    /// <param name="purpose">What for; another purpose is another key.</param>
    /// <exception cref="InvalidOperationException">There is no key.</exception>
    public byte[] KeyFor(string purpose) => keys?.Value.For(purpose) ?? throw new InvalidOperationException("There is no key to derive another from.");

    /// <summary>What is stored of a secret. What is no secret of ours is stored as it is, and never as what something sealed looks like.</summary>
    /// <param name="secret">As in the link.</param>
    public string Seal(string secret)
    {
        if (keys is null)
            return secret;
        if (Bytes(secret, SecretBytes) is not { } bytes)
            return secret.StartsWith(Mark) ? Mark + secret : secret;
        var sealedBytes = new byte[SecretBytes + CheckBytes];
        keys.Value.Turn(bytes, sealedBytes);
        return Mark + Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>The secret again; empty when it was sealed with another key. What was stored before there was a seal is read as it is.</summary>
    /// <param name="stored">As <see cref="Seal"/> made it.</param>
    public string Open(string stored)
    {
        if (!stored.StartsWith(Mark))
            return stored;
        if (stored.StartsWith("~~", StringComparison.Ordinal))
            return stored[1..];
        return keys is not null && Bytes(stored[1..], SecretBytes + CheckBytes) is { } bytes && keys.Value.TurnBack(bytes) is { } secret
            ? Base64Url.EncodeToString(secret)
            : "";
    }

    static byte[] Read(string path, KeySecret secret)
    {
        if (!File.Exists(path))
            Create(path, secret);
        var found = File.ReadAllBytes(path);
        if (found.Length != KeyBytes)
            return OpenFile(path, found, secret);
        // From before there was a secret.
        if (secret.IsOn)
            DurableFile.Write(path, $"{path}.{Guid.NewGuid():N}", secret.Seal(found, Purpose), overwrite: true);
        return found;
    }

    static byte[] OpenFile(string path, byte[] found, KeySecret secret)
    {
        try
        {
            if (secret.IsOn && secret.Open(found, Purpose) is { Length: KeyBytes } key)
                return key;
        }
        catch (CryptographicException)
        {
            // Told below: it is no key, or one that another secret opens.
        }
        throw new InvalidDataException(
            $"{path} is not the key of requesters' links, or not encrypted with the secret that {KeySecret.Setting} names: restore it from the backup of the data folder, or bring back the secret.");
    }

    static void Create(string path, KeySecret secret)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var folder = Path.GetDirectoryName(path)!;
        DurableFolder.Make(folder);
        try
        {
            DurableFile.Write(path, $"{path}.{Guid.NewGuid():N}", secret.IsOn ? secret.Seal(key, Purpose) : key);
            DurableFile.FlushFolder(folder);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another node started at the same moment and was first: its key is everybody's.
        }
    }

    /// <summary>So many bits as we write them, and in no other spelling.</summary>
    static byte[]? Bytes(string text, int count)
    {
        if (!Base64Url.IsValid(text, out var length) || length != count)
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return Base64Url.EncodeToString(bytes) == text ? bytes : null;
    }

    /// <summary>Keys out of the one: for the block, for its check, and for what else is asked for.</summary>
    sealed record Keys(byte[] Block, byte[] Check, Func<string, byte[]> For)
    {
        public static Keys Of(byte[] key) => new(
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: "links.block"u8.ToArray()),
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: "links.check"u8.ToArray()),
            purpose => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: Encoding.UTF8.GetBytes(purpose)));

        /// <summary>A block of AES alone is a permutation of 128 bits, and the input is random and never longer: no mode is needed.</summary>
        public void Turn(byte[] secret, Span<byte> to)
        {
            using var aes = Aes.Create();
            aes.Key = Block;
            aes.EncryptEcb(secret, to[..SecretBytes], PaddingMode.None);
            HMACSHA256.HashData(Check, secret).AsSpan(0, CheckBytes).CopyTo(to[SecretBytes..]);
        }

        public byte[]? TurnBack(byte[] turned)
        {
            using var aes = Aes.Create();
            aes.Key = Block;
            var secret = aes.DecryptEcb(turned.AsSpan(0, SecretBytes), PaddingMode.None);
            return HMACSHA256.HashData(Check, secret).AsSpan(0, CheckBytes).SequenceEqual(turned.AsSpan(SecretBytes)) ? secret : null;
        }
    }
}
