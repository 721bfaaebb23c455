using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Songthang.Durability;

/// <summary>The secret that encrypts the keys of all programs of this run, as an operator gives it: outside of their data folders.</summary>
static class KeySecretFile
{
    const string Name = "Songthang__KeySecretFile";

    [ModuleInitializer]
    internal static void Make()
    {
        // Also loaded into a program that a test weakens, and whoever was given one keeps it.
        if (Environment.GetEnvironmentVariable(Name) is not null)
            return;
        var path = Path.Combine(Path.GetTempPath(), $"songthang-key-secret-{Environment.ProcessId}");
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(path, how))
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        Environment.SetEnvironmentVariable(Name, path);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
    }
}
