using Microsoft.Extensions.Options;
using Songthang.Infrastructure;

namespace Songthang.Web.Open311;

/// <summary>Where the service is and what it speaks (Open311 service discovery).</summary>
static class DiscoveryEndpoint
{
    /// <summary>When what is offered here last changed.</summary>
    static readonly Moment Changeset = new(new DateTime(2026, 11, 28, 0, 0, 0, DateTimeKind.Utc));

    public static IResult Show(IOptions<Agency> agency, PublicAddress address, Startup startup)
    {
        var profile = agency.Value;
        var contact = string.Join(" ", new[] { profile.Name.Phrase.Thai, profile.Address.Phrase.Thai, profile.Phone, profile.Web }.Where(part => part.Length > 0));
        return new Answer("discovery", new Record(
            new("changeset", Changeset),
            new("contact", contact),
            new("key_service", $"{contact} ({address.Of("/open-data").AbsoluteUri})"),
            new("endpoints", new Listing("endpoint",
            [
                new Record(
                    new("specification", "http://wiki.open311.org/GeoReport_v2"),
                    new("url", address.Of("/open311/v2").AbsoluteUri),
                    new("changeset", Changeset),
                    new("type", startup.IsDemo ? "test" : "production"),
                    new("formats", new Listing("format", ["text/xml", "application/json"]))),
            ]))));
    }
}
