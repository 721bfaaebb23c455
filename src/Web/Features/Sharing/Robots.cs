using System.Text;
using Songthang.Infrastructure;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Sharing;

/// <summary>What search engines are asked to leave alone (RFC 9309); what is secret is kept by other means.</summary>
static class Robots
{
    static readonly string[] Left = ["/officer", "/crew", "/r/", "/follow/", "/uploads", "/dev/", "/language/", "/error", "/embed$", "/reports?", "/track?"];

    public static PublicFile File(PublicAddress address) => new(Encoding.UTF8.GetBytes(string.Join('\n',
        [
            "User-agent: *", .. Left.Select(path => $"Disallow: {path}"), "",
            $"Sitemap: {address.Of("/sitemap.xml")}", "",
        ])), "text/plain; charset=utf-8", null);
}
