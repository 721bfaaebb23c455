using System.Net;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Disk;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Accounts.Directory;
using Songthang.Web.Features.Accounts.SecondFactors;
using Songthang.Web.Shared;

namespace Songthang.Web.CommandLine;

/// <summary>What the program refuses to be started with, because people would type names, telephone numbers and passwords into it.</summary>
static class UnsafeStart
{
    const string PlainDatabaseKey = "Songthang:PlainDatabase";

    /// <summary>What is wrong, a sentence each; none when it may start.</summary>
    public static IEnumerable<string> Problems(Startup startup, IConfiguration configuration)
    {
        var outside = Addresses(startup, configuration).Where(address => !IsNear(address)).ToList();
        if (startup.IsDemo && outside.Count > 0)
        {
            yield return $"The demo has passwords that everybody knows and shows its mail to everybody: it does not listen on {outside[0]}. "
                + "Leave out --demo, or listen on the loopback address.";
        }

        if (outside.Find(address => address.Scheme != "https") is { } plain && !TrustedProxies.Any(configuration))
        {
            yield return $"Passwords and personal data would go over the wire in clear on {plain}. Listen on the loopback address behind a web "
                + $"server with TLS, name that server in {TrustedProxies.Key} when it is another machine, or listen on https.";
        }

        if (configuration.GetConnectionString("Songthang") is { } database && Database.InClearTo(database) is { } server && !configuration.GetValue<bool>(PlainDatabaseKey))
        {
            yield return $"Personal data would go over the wire in clear to the database on {server}. Add SSL Mode=VerifyFull to "
                + $"ConnectionStrings:Songthang, or set {PlainDatabaseKey} when a wire of its own or a tunnel leads there.";
        }

        if (!SecondFactorRule.IsKnown(configuration[SecondFactorRule.Key]))
            yield return $"{SecondFactorRule.Key} is {configuration[SecondFactorRule.Key]}: it must be administrators, everyone or nobody.";

        foreach (var problem in DirectorySettings.Problems(configuration))
            yield return problem;

        if (KeyProblem(startup, configuration) is { } keys)
            yield return keys;

        if (!startup.IsDemo && configuration[PublicAddress.Key] is { Length: > 0 } url
            && Uri.TryCreate(url, UriKind.Absolute, out var link) && link is { Scheme: "http", IsLoopback: false })
        {
            yield return $"{PublicAddress.Key} is {url}: the links in messages are keys to people's reports and must begin with https.";
        }
    }

    /// <summary>The keys in the data folder are encrypted with a secret that lies elsewhere, once the service has an address that people know.</summary>
    static string? KeyProblem(Startup startup, IConfiguration configuration)
    {
        KeySecret secret;
        try
        {
            secret = KeySecret.In(configuration[KeySecret.Setting]);
        }
        catch (InvalidDataException problem)
        {
            return problem.Message;
        }

        return SealedKeys.Problem(startup.DataPath("keys"), secret)
            ?? (!startup.IsDemo && !secret.IsOn && Uri.TryCreate(configuration[PublicAddress.Key], UriKind.Absolute, out var url) && !url.IsLoopback
                ? $"The keys in {startup.DataPath("keys")} would lie there in clear: make a secret outside of the data folder (head -c 32 /dev/urandom | base64), "
                    + $"readable by the service alone, and name its file in {KeySecret.Setting}."
                : null);
    }

    static IEnumerable<BindingAddress> Addresses(Startup startup, IConfiguration configuration) => startup.Urls
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>())
        .Select(BindingAddress.Parse);

    /// <summary>Whether only the machine itself reaches it.</summary>
    static bool IsNear(BindingAddress address) => address.IsUnixPipe || address.IsNamedPipe
        || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
