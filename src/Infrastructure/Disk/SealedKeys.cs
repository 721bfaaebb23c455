using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Songthang.Infrastructure.Disk;

/// <summary>Encrypts the secret part of each key of Data Protection with the <see cref="KeySecret"/>.</summary>
/// <param name="secret">It is on.</param>
sealed class KeySealing(KeySecret secret) : IXmlEncryptor
{
    internal const string Purpose = "data-protection.key";

    /// <inheritdoc />
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", Convert.ToBase64String(secret.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Purpose))),
        typeof(KeyOpening));
}

/// <summary>The way back. The framework makes it by the name that stands in the file.</summary>
/// <param name="services">They know the secret.</param>
public sealed class KeyOpening(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc />
    public XElement Decrypt(XElement encryptedElement) => Open(encryptedElement, services.GetRequiredService<KeySecret>());

    internal static XElement Open(XElement element, KeySecret secret) =>
        XElement.Parse(Encoding.UTF8.GetString(secret.Open(Convert.FromBase64String(element.Value), KeySealing.Purpose)));
}

/// <summary>The files of keys that lie in a folder.</summary>
public static class SealedKeys
{
    static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>Encrypts what an installation without a secret left in clear. A stop in the middle loses nothing.</summary>
    /// <param name="folder">Of the keys.</param>
    /// <param name="secret">It is on.</param>
    internal static void SealOld(string folder, KeySecret secret)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.xml"))
        {
            var document = XElement.Load(path);
            var clear = document.DescendantsAndSelf().Where(element => (bool?)element.Attribute(Protection + "requiresEncryption") == true).ToList();
            if (clear.Count == 0)
                continue;
            foreach (var element in clear)
            {
                var made = new KeySealing(secret).Encrypt(element);
                element.ReplaceWith(new XElement(Protection + "encryptedSecret",
                    new XAttribute("decryptorType", made.DecryptorType.AssemblyQualifiedName!), made.EncryptedElement));
            }

            DurableFile.Write(path, $"{path}.{Guid.NewGuid():N}", Encoding.UTF8.GetBytes(document.ToString()), overwrite: true);
            DurableFile.FlushFolder(folder);
        }
    }

    /// <summary>Why the keys of a folder cannot be used with a secret; null when they can, or there are none.</summary>
    /// <param name="folder">Of the keys; it need not exist.</param>
    /// <param name="secret">What the configuration names.</param>
    public static string? Problem(string folder, KeySecret secret)
    {
        if (!Directory.Exists(folder))
            return null;
        foreach (var path in Directory.EnumerateFiles(folder, "*.xml"))
        {
            foreach (var element in XElement.Load(path).Descendants(Protection + "encryptedSecret"))
            {
                if (!secret.IsOn)
                    return $"The keys in {folder} are encrypted, and {KeySecret.Setting} names no secret: bring back the file that belongs to them.";
                try
                {
                    KeyOpening.Open(element.Elements().First(), secret);
                }
                catch (CryptographicException)
                {
                    return $"{path} was encrypted with another secret than {KeySecret.Setting} names: bring back the file that belongs to it.";
                }
            }
        }

        return null;
    }
}
