using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Songthang.Web.Shared;

/// <summary>The web servers before us whose word about the visitor's address and https is taken; those on the same machine always.</summary>
public static class TrustedProxies
{
    /// <summary>Configuration key: addresses or networks such as <c>10.0.0.7 10.1.0.0/24</c>, separated by spaces.</summary>
    public const string Key = "Songthang:TrustedProxies";

    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var networks = Networks(configuration).ToList();
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in networks)
                options.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>Whether one on another machine is named.</summary>
    public static bool Any(IConfiguration configuration) => Networks(configuration).Any();

    static IEnumerable<IPNetwork> Networks(IConfiguration configuration) =>
        (configuration[Key] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Network);

    static IPNetwork Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new InvalidOperationException($"{Key}: '{text}' is neither an address nor a network such as 10.1.0.0/24.");
    }
}
