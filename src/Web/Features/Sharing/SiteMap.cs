using System.Globalization;
using System.Text;
using System.Xml;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Sharing;

/// <summary>The addresses of all pages for search engines (sitemaps.org): an index and parts, for one list may hold 50,000 at most.</summary>
sealed class SiteMap(PublicServiceRequests requests, PublicAddress address, EndpointDataSource endpoints, KeptForAWhile kept)
{
    const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public Task<PublicFile> IndexAsync(CancellationToken cancellationToken) => kept.GetAsync(
        "sitemap", TimeSpan.FromMinutes(10), file => file.Body.Length, async stop =>
        {
            var parts = await requests.PartsAsync(stop);
            return Write("sitemapindex", "sitemap", parts
                .Select(part => ($"/sitemaps/reports-{part.Part}.xml", (DateTime?)part.ChangedAt)).Prepend(("/sitemaps/pages.xml", null)));
        }, cancellationToken);

    /// <summary>The pages that this installation has.</summary>
    public PublicFile Pages()
    {
        var known = endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.Ordinal);
        return Write("urlset", "url", SharedPages.All.Where(page => known.Contains(page.Address)).Select(page => (page.Address, (DateTime?)null)));
    }

    /// <summary>A part of the reports; null when it has none.</summary>
    public async Task<PublicFile?> ReportsAsync(long part, CancellationToken cancellationToken)
    {
        if (part > int.MaxValue)
            return null;
        var file = await kept.GetAsync($"sitemap {part}", TimeSpan.FromMinutes(10), made => made.Body.Length, async stop =>
        {
            var reports = await requests.AddressesAsync(part, stop);
            return reports.Count == 0
                ? new PublicFile([], "", null)
                : Write("urlset", "url", reports.Select(report => (Links.PublicReport(report.Reference), (DateTime?)report.ChangedAt)));
        }, cancellationToken);
        return file.Body.Length == 0 ? null : file;
    }

    PublicFile Write(string root, string element, IEnumerable<(string Path, DateTime? ChangedAt)> addresses)
    {
        DateTime? newest = null;
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(root, Schema);
            foreach (var (path, changedAt) in addresses)
            {
                xml.WriteStartElement(element, Schema);
                xml.WriteElementString("loc", Schema, address.Of(path).AbsoluteUri);
                if (changedAt is { } at)
                    xml.WriteElementString("lastmod", Schema, at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                xml.WriteEndElement();
                newest = newest is null || changedAt > newest ? changedAt ?? newest : newest;
            }

            xml.WriteEndElement();
        }

        return new(buffer.ToArray(), "application/xml; charset=utf-8", newest);
    }
}
