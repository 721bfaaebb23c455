using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Songthang.Infrastructure.Disk;

/// <summary>
/// The folder of the keys under which secrets are stored in the database. A key is on the disk before anything is encrypted with it:
/// what the database kept over a power cut could otherwise never be read again.
/// </summary>
/// <param name="folder">It exists.</param>
/// <param name="logs">Where the framework tells of its keys.</param>
sealed class DurableKeys(DirectoryInfo folder, ILoggerFactory logs) : FileSystemXmlRepository(folder, logs)
{
    /// <inheritdoc />
    public override void StoreElement(XElement element, string friendlyName)
    {
        var path = Path.Combine(Directory.FullName, (IsSafe(friendlyName) ? friendlyName : Guid.NewGuid().ToString()) + ".xml");
        DurableFile.Write(path, path + ".unfinished", Encoding.UTF8.GetBytes(element.ToString()));
        DurableFile.FlushFolder(Directory.FullName);
    }

    static bool IsSafe(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}

/// <summary>How the program is given its keys.</summary>
public static class DurableKeysSetup
{
    /// <summary>Keeps the keys in a folder, which is made if it is missing, encrypted with the <see cref="KeySecret"/> when there is one.</summary>
    public static IDataProtectionBuilder PersistKeysDurably(this IDataProtectionBuilder builder, string folder)
    {
        builder.Services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory, KeySecret>((options, logs, secret) =>
        {
            DurableFolder.Make(folder);
            if (secret.IsOn)
            {
                SealedKeys.SealOld(folder, secret);
                options.XmlEncryptor = new KeySealing(secret);
            }
            options.XmlRepository = new DurableKeys(new DirectoryInfo(folder), logs);
        });
        return builder;
    }
}
