using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Disk;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.CommandLine;

namespace Songthang.Web.Tests.Starting;

/// <summary>The keys in the data folder are worth nothing without the secret that lies elsewhere.</summary>
public sealed class KeySecretTests : IDisposable
{
    readonly string directory = Directory.CreateTempSubdirectory("songthang-keys-").FullName;

    string Keys => Path.Combine(directory, "keys");

    /// <summary>A node: what it encrypts is opened by all that share its keys.</summary>
    IDataProtector Node(KeySecret secret)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(secret);
        services.AddDataProtection().SetApplicationName("Songthang").PersistKeysDurably(Keys);
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }

    string SecretFile(string content, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.GroupRead)
    {
        var path = Path.Combine(directory, $"secret-{Guid.NewGuid():N}");
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
        return path;
    }

    List<string> Problems(string? secretFile)
    {
        var configuration = new ConfigurationManager { [KeySecret.Setting] = secretFile };
        return [.. UnsafeStart.Problems(new Startup(directory, "http://localhost:5080", IsDemo: false), configuration)];
    }

    string Stored() => string.Concat(Directory.EnumerateFiles(Keys, "*.xml").Select(File.ReadAllText));

    [Fact]
    public void Keys_of_an_installation_in_clear_are_encrypted_and_shared_by_all_nodes_with_the_secret_and_by_no_other()
    {
        var before = Node(KeySecret.None).Protect("ก่อนมีกุญแจลับ");
        var link = LinkSeal.In(Keys, KeySecret.None).Seal("AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Contains("<masterKey", Stored(), StringComparison.Ordinal);
        var file = SecretFile("0123456789abcdef0123456789abcdef0123456789\n");
        var secret = KeySecret.In(file);

        var (first, second) = (Node(secret), Node(KeySecret.In(file)));

        Assert.Equal("ก่อนมีกุญแจลับ", first.Unprotect(before));
        Assert.DoesNotContain("<masterKey", Stored(), StringComparison.Ordinal);
        Assert.Equal("ทั้งสองเครื่อง", second.Unprotect(first.Protect("ทั้งสองเครื่อง")));
        Assert.Equal(link, LinkSeal.In(Keys, secret).Seal("AAAAAAAAAAAAAAAAAAAAAA"));
        Assert.True(new FileInfo(Path.Combine(Keys, LinkSeal.FileName)).Length > 32);
        Assert.Equal(link, LinkSeal.In(Keys, KeySecret.In(file)).Seal("AAAAAAAAAAAAAAAAAAAAAA"));
        Assert.Empty(Problems(file));
        // Without it, and with another, nothing starts that would make new keys and sign everybody out.
        Assert.Contains(Problems(null), problem => problem.Contains("are encrypted", StringComparison.Ordinal));
        Assert.Contains(Problems(SecretFile(new string('x', 40))), problem => problem.Contains("another secret", StringComparison.Ordinal));
        Assert.Throws<InvalidDataException>(() => LinkSeal.In(Keys, KeySecret.None).Demand());
        Assert.Throws<InvalidDataException>(() => LinkSeal.In(Keys, KeySecret.Of(Encoding.UTF8.GetBytes(new string('x', 40)))).Demand());
    }

    [Fact]
    public void A_secret_that_is_short_or_open_to_every_user_is_refused_in_words()
    {
        Assert.Contains(Problems(SecretFile("short")), problem => problem.Contains("holds 5 bytes", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
            Assert.Contains(Problems(SecretFile(new string('x', 40), UnixFileMode.UserRead | UnixFileMode.OtherRead)), problem => problem.Contains("every user", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
