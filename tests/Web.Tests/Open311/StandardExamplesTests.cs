using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Open311;

/// <summary>
/// The calls that http://wiki.open311.org/GeoReport_v2 shows as examples, argument by argument. Ours are only the service code, and the
/// telephone number, which is none in the example.
/// </summary>
public class StandardExamplesTests
{
    static readonly (string Name, string Value)[] Example =
    [
        ("jurisdiction_id", "city.gov"), ("service_code", "lamp_out"), ("lat", "37.76524078"), ("long", "-122.4212043"), ("address_string", "1234 5th street"),
        ("email", "smit333@sfgov.example"), ("device_id", "tt222111"), ("account_id", "123456"), ("first_name", "john"), ("last_name", "smith"), ("phone", "0811111111"),
        ("description", "A large sinkhole is destroying the street"), ("media_url", "http://farm3.static.flickr.example/2002/2212426634_5ed477a060.jpg"),
        ("attribute[WHISHETN]", "123456"), ("attribute[SOMETHING][]", "one"), ("attribute[SOMETHING][]", "two"),
    ];

    [Theory]
    [InlineData("xml")]
    [InlineData("json")]
    public async Task The_examples_of_the_standard_are_answered_as_it_says(string format)
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        (_, client.Key) = await Client.KeyAsync(app);

        var (status, sent) = await client.PostAsync($"/open311/v2/requests.{format}", Example);

        Assert.True(status == HttpStatusCode.OK, sent);
        var id = format == "json" ? JsonDocument.Parse(sent).RootElement[0].GetProperty("service_request_id").GetString()! : XDocument.Parse(sent).Descendants("service_request_id").Single().Value;
        // The days of the example are long past.
        var list = "start_date=2026-11-01T00:00:00Z&end_date=2026-11-30T00:00:00Z&status=open&jurisdiction_id=city.gov";
        foreach (var (address, count) in new[]
        {
            ("services.F?jurisdiction_id=city.gov", 13), ("services/lamp_out.F?jurisdiction_id=city.gov", 1), ($"tokens/{id}.F?jurisdiction_id=city.gov", 1),
            ("requests.F?" + list, 1), ($"requests/{id}.F?jurisdiction_id=city.gov", 1), ($"requests.F?service_request_id={id}", 1),
            ("requests.F?start_date=2010-05-24T00:00:00Z&end_date=2010-06-24T00:00:00Z&status=open", 0),
        })
            Assert.Equal((address, count), (address, await CountAsync(client, "/open311/v2/" + address.Replace(".F", "." + format, StringComparison.Ordinal), format)));
    }

    /// <summary>How many things an answer holds.</summary>
    static async Task<int> CountAsync(Client client, string address, string format)
    {
        if (format == "json")
            return await client.JsonAsync(address) is { ValueKind: JsonValueKind.Array } all ? all.GetArrayLength() : 1;
        var root = await client.XmlAsync(address);
        return root.Name.LocalName == "service_definition" ? 1 : root.Elements().Count();
    }
}
