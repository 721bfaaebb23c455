using System.Text;
using Songthang.Domain;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Webhooks;

/// <summary>The address that a partner gave: what can be said of it before it is called. Where it leads is looked at when it is.</summary>
public static class WebhookAddress
{
    // What else listens on a machine is nobody's web server.
    static readonly int[] Ports = [443, 8443];

    /// <summary>The address in its one spelling.</summary>
    /// <param name="typed">As the partner gave it.</param>
    /// <param name="allowPrivate">See <see cref="WebhookOptions.AllowPrivateAddresses"/>.</param>
    /// <exception cref="RuleBroken"><c>webhook.url</c>.</exception>
    public static Uri Read(string typed, bool allowPrivate)
    {
        if (typed.Length <= WebhookSubscription.MaxUrl && Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var url) && IsFit(url, allowPrivate))
            return url;
        throw new RuleBroken("webhook.url", new(
            "กรุณาระบุที่อยู่ https:// บนอินเทอร์เน็ต ไม่มีชื่อผู้ใช้หรือ # และใช้พอร์ต 443 หรือ 8443",
            "Please give an https:// address on the internet, without a user name or #, on port 443 or 8443."));
    }

    static bool IsFit(Uri url, bool allowPrivate) => url.UserInfo.Length == 0 && url.Fragment.Length == 0 && HostOf(url) is { Length: > 0 } host
        && (allowPrivate
            ? url.Scheme is "https" or "http"
            : url.Scheme == "https" && Ports.Contains(url.Port) && IsPublicHost(host));

    /// <summary>The host as it is asked for by name, signs that look like digits as digits; null when no name can be spelt like that, which only asking tells.</summary>
    static string? HostOf(Uri url)
    {
        try
        {
            return url.IdnHost.Normalize(NormalizationForm.FormKC);
        }
        catch (Exception fault) when (fault is UriFormatException or ArgumentException)
        {
            return null;
        }
    }

    static bool IsPublicHost(string name)
    {
        // A final dot changes nothing.
        var host = name.TrimEnd('.');
        if (System.Net.IPAddress.TryParse(host, out var address))
            return PublicNetwork.Holds(address);
        return host.Contains('.', StringComparison.Ordinal) && !host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            && host[(host.LastIndexOf('.') + 1)..].Any(char.IsAsciiLetter);
    }
}
