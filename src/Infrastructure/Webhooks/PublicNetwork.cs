using System.Net;
using System.Net.Sockets;

namespace Songthang.Infrastructure.Webhooks;

/// <summary>
/// Which addresses belong to the open internet (IANA's special-purpose registries, RFC 6890 and those after it). Whatever
/// carries an IPv4 address inside it is judged by that one too.
/// </summary>
public static class PublicNetwork
{
    static readonly IPNetwork[] Special4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    // Only what the registries hand out as global unicast is open at all; of that these are not.
    static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    static readonly IPNetwork[] Special6 = Networks(
        "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    /// <summary>Whether the address may be called.</summary>
    public static bool Holds(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Holds(address.MapToIPv4());
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(Special4, network => network.Contains(address)),
            // NAT64 (64:ff9b::/96, 64:ff9b:1::/48), compatible and mapped forms lie outside of 2000::/3; 6to4 and Teredo are special in it.
            AddressFamily.InterNetworkV6 => address.ScopeId == 0 && Global6.Contains(address) && !Array.Exists(Special6, network => network.Contains(address)),
            _ => false,
        };
    }

    static IPNetwork[] Networks(params string[] networks) => Array.ConvertAll(networks, IPNetwork.Parse);
}
