using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Songthang.Durability;

/// <summary>The secret that encrypts the keys of all programs of this run, as an operator gives it: outside of their data folders.</summary>
static class KeySecretFile
{
    [ModuleInitializer]
    internal static void Make()
    {
        var path = Path.Combine(Path.GetTempPath(), $"songthang-key-secret-{Environment.ProcessId}");
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(path, how))
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        Environment.SetEnvironmentVariable("Songthang__KeySecretFile", path);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
    }
}
