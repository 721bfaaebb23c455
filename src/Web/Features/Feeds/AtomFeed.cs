using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Feeds;

/// <summary>Reports as a feed: Atom (RFC 4287), page by page (RFC 5005), with the place as GeoRSS. In Thai, as most of it is.</summary>
sealed class AtomFeed(PublicServiceRequests requests, Province province, FaultTypes faults, IOptions<Agency> agency, PublicAddress address)
{
    const int Size = 50;
    const string Atom = "http://www.w3.org/2005/Atom", GeoRss = "http://www.georss.org/georss";

    // A feed has always a moment of change; one that tells nothing yet has this.
    static readonly DateTime Beginning = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public async Task<PublicFile> ReadAsync(FeedScope scope, PageStart? start, CancellationToken cancellationToken)
    {
        var page = await requests.PageAsync(scope.Filter, start, Size, cancellationToken);
        var shown = page.Requests.Where(request => scope.RoadKey.Length == 0 || RoadName.Key(request.Place.Road) == scope.RoadKey).ToList();
        var updated = shown.Count == 0 ? Beginning : shown.Max(request => request.UpdatedAt);
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "georss", null, GeoRss);
            xml.WriteAttributeString("xml", "lang", null, "th");
            Write(xml, "id", Whole(scope.Address));
            Write(xml, "title", $"{agency.Value.ServiceName.Thai}: {scope.Title.Thai}");
            Write(xml, "updated", Moment(updated));
            WriteLink(xml, "self", "application/atom+xml", start is null ? scope.Address : Paged(scope.Address, start));
            WriteLink(xml, "alternate", "text/html", scope.Page);
            WriteLink(xml, "first", "application/atom+xml", scope.Address);
            if (page.Older is { } older)
                WriteLink(xml, "next", "application/atom+xml", Paged(scope.Address, older));
            xml.WriteStartElement("author", Atom);
            Write(xml, "name", agency.Value.Name.Thai);
            Write(xml, "uri", Whole(Links.Home));
            xml.WriteEndElement();
            Write(xml, "generator", "Songthang");
            foreach (var request in shown)
                WriteEntry(xml, request);
            xml.WriteEndElement();
        }

        return new(buffer.ToArray(), "application/atom+xml; charset=utf-8", updated);
    }

    void WriteEntry(XmlWriter xml, PublicServiceRequest request)
    {
        var fault = faults.NameOf(request.FaultCode).Thai;
        var status = PublicStatus.Of(request.Status).Name.Thai;
        var place = request.Place.InWords(province, "th");
        var page = Whole(Links.PublicReport(request.Reference));
        xml.WriteStartElement("entry", Atom);
        Write(xml, "id", page);
        Write(xml, "title", $"{fault}{(place.Length > 0 ? $" {place}" : "")} ({status})");
        Write(xml, "published", Moment(request.SubmittedAt));
        Write(xml, "updated", Moment(request.UpdatedAt));
        WriteLink(xml, "alternate", "text/html", Links.PublicReport(request.Reference));
        WriteCategory(xml, "fault", request.FaultCode, fault);
        WriteCategory(xml, "status", PublicStatus.Of(request.Status).Slug, status);
        Write(xml, "summary", string.Join('\n', new[]
        {
            $"เลขที่เรื่อง {request.Reference} สถานะ {status}", request.Symptom,
            place.Length > 0 ? $"สถานที่ {place}" : "เจ้าหน้าที่กำลังตรวจสอบสถานที่",
            request.Place.Landmark.Length > 0 ? $"จุดสังเกต {request.Place.Landmark}" : "",
        }.Where(line => line.Length > 0)));
        if (request.Place is { Latitude: { } north, Longitude: { } east })
            xml.WriteElementString("georss", "point", GeoRss, string.Create(CultureInfo.InvariantCulture, $"{north} {east}"));
        xml.WriteEndElement();
    }

    void WriteCategory(XmlWriter xml, string scheme, string term, string label)
    {
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("scheme", $"{Whole(Links.OpenData)}#{scheme}");
        xml.WriteAttributeString("term", term);
        xml.WriteAttributeString("label", label);
        xml.WriteEndElement();
    }

    void WriteLink(XmlWriter xml, string relation, string type, string path)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", Whole(path));
        xml.WriteEndElement();
    }

    static void Write(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, text);

    static string Paged(string path, PageStart start) => $"{path}?after={start.Key}";

    static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    string Whole(string path) => address.Of(path).AbsoluteUri;
}
