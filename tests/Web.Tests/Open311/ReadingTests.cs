using System.Net;
using System.Text.Json;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Open311;

public class ReadingTests
{
    [Fact]
    public async Task Discovery_says_where_the_service_is_in_both_formats()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);

        var json = await client.JsonAsync("/open311/discovery.json");
        var xml = await client.XmlAsync("/open311/discovery.xml");

        var endpoint = Assert.Single(json.GetProperty("endpoints").EnumerateArray());
        Assert.EndsWith("/open311/v2", endpoint.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("http://wiki.open311.org/GeoReport_v2", endpoint.GetProperty("specification").GetString());
        Assert.Equal(["text/xml", "application/json"], endpoint.GetProperty("formats").EnumerateArray().Select(format => format.GetString()));
        Assert.Equal("discovery", xml.Name.LocalName);
        Assert.Equal(["text/xml", "application/json"], xml.Element("endpoints")!.Element("endpoint")!.Element("formats")!.Elements("format").Select(format => format.Value));
        Assert.Equal("production", xml.Element("endpoints")!.Element("endpoint")!.Element("type")!.Value);
    }

    [Fact]
    public async Task Services_and_their_attributes_are_told_in_both_formats()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);

        var services = await client.JsonAsync("/open311/v2/services.json?jurisdiction_id=anything");
        var definition = await client.JsonAsync("/open311/v2/services/lamp_out.json");
        var xml = await client.XmlAsync("/open311/v2/services.xml");
        var xmlDefinition = await client.XmlAsync("/open311/v2/services/lamp_out.xml/");

        Assert.Equal(13, services.GetArrayLength());
        var first = services[0];
        Assert.Equal("lamp_out", first.GetProperty("service_code").GetString());
        Assert.Equal("ไฟดับ 1 ดวง", first.GetProperty("service_name").GetString());
        Assert.Equal(JsonValueKind.True, first.GetProperty("metadata").ValueKind);
        Assert.Equal("realtime", first.GetProperty("type").GetString());
        Assert.Equal("services", xml.Name.LocalName);
        Assert.Equal(["service_code", "service_name", "description", "metadata", "type", "keywords", "group"],
            xml.Elements("service").First().Elements().Select(element => element.Name.LocalName));
        Assert.Equal("lamp_out", definition.GetProperty("service_code").GetString());
        Assert.Equal(["fault_details", "pole_number", "noticed_datetime"], definition.GetProperty("attributes").EnumerateArray().Select(a => a.GetProperty("code").GetString()));
        Assert.Equal("service_definition", xmlDefinition.Name.LocalName);
        Assert.Equal(["true", "pole_number", "string", "false", "", "2"], xmlDefinition.Element("attributes")!.Elements("attribute").Skip(1).First().Elements().Take(6).Select(element => element.Value));
        Assert.Equal("One lamp out", (await client.JsonAsync("/open311/v2/services.json?locale=en"))[0].GetProperty("service_name").GetString());
    }

    [Fact]
    public async Task Json_is_a_bare_array_also_for_one_and_leaves_empty_fields_out()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:PublicUrl"] = "https://lights.example.go.th" });
        using var client = new Client(app);
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 2).Checked("ไฟดับหน้าตลาด").Accepted());

        var one = Assert.Single((await client.JsonAsync($"/open311/v2/requests/{request.Reference}.json")).EnumerateArray());

        Assert.Equal(["service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible",
            "requested_datetime", "updated_datetime", "expected_datetime", "address", "address_id", "zipcode", "lat", "long"],
            one.EnumerateObject().Select(property => property.Name));
        Assert.Equal(request.Reference, one.GetProperty("service_request_id").GetString());
        Assert.Equal("open", one.GetProperty("status").GetString());
        Assert.Equal("lamp_out", one.GetProperty("service_code").GetString());
        Assert.Equal("ไฟดับหน้าตลาด", one.GetProperty("description").GetString());
        Assert.Equal("2026-11-21T10:00:00+07:00", one.GetProperty("requested_datetime").GetString());
        Assert.Equal("2026-11-21T10:00:00+07:00", one.GetProperty("updated_datetime").GetString());
        Assert.Equal("TEST-12", one.GetProperty("address_id").GetString());
        Assert.Equal("13000", one.GetProperty("zipcode").GetString());
        // The public position has four decimals, printed as six.
        Assert.Equal("14.352100", one.GetProperty("lat").GetRawText());
        Assert.Equal("100.562000", one.GetProperty("long").GetRawText());
        Assert.Contains("ถนนทดสอบ", one.GetProperty("address").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Xml_has_the_elements_of_the_standard_in_its_order_even_when_they_are_empty()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var request = await Given.ARequestAsync(app, it => it.Checked("ดับ").Accepted().Completed("เปลี่ยนหลอดแล้ว"));

        var xml = await client.XmlAsync($"/open311/v2/requests/{request.Reference}.xml");

        Assert.Equal("service_requests", xml.Name.LocalName);
        var one = Assert.Single(xml.Elements());
        Assert.Equal("request", one.Name.LocalName);
        Assert.Equal(["service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible",
            "service_notice", "requested_datetime", "updated_datetime", "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url"],
            one.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("closed", one.Element("status")!.Value);
        Assert.Equal("เปลี่ยนหลอดแล้ว", one.Element("status_notes")!.Value);
        Assert.Equal("", one.Element("expected_datetime")!.Value);
        Assert.Equal("14.352100", one.Element("lat")!.Value);
    }

    [Theory]
    [InlineData("/open311/v2/services.json", null, true)]
    [InlineData("/open311/v2/services.xml", "application/json", false)]
    [InlineData("/open311/v2/services?format=json", "text/xml", true)]
    [InlineData("/open311/v2/services", "application/json", true)]
    [InlineData("/open311/v2/services/", "text/html,application/xhtml+xml;q=0.9,*/*", false)]
    [InlineData("/open311/v2/services", null, false)]
    [InlineData("/open311/v2/services.json/", null, true)]
    public async Task Format_is_asked_for_by_ending_argument_or_header(string address, string? accept, bool isJson)
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);

        var (response, text) = await client.GetAsync(address, accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(isJson ? "application/json" : "text/xml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(isJson ? '[' : '<', text[0]);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("status=open", "a b")]
    [InlineData("status=closed", "c")]
    [InlineData("status=open,closed", "a b c")]
    [InlineData("status=in_progress", "b")]
    [InlineData("service_code=flicker", "b")]
    [InlineData("service_code=flicker,lamp_out", "a b c")]
    [InlineData("service_code=nothing", "")]
    [InlineData("status=&service_code=&start_date=&page=&bbox=", "a b c")]
    [InlineData("start_date=2026-11-20T00:00:00Z", "b c")]
    [InlineData("end_date=2026-11-20T00:00:00Z", "a")]
    [InlineData("start_date=2026-11-20&end_date=2026-11-21", "b")]
    [InlineData("start_date=2026-11-21T10:00:00%2B07:00&end_date=2026-11-21T10:00:00+07:00", "b")]
    [InlineData("lat=14.3521&long=100.5620&radius=50", "a c")]
    [InlineData("lat=14.3521&long=100.5620", "a c")]
    [InlineData("bbox=100.6,14.4,100.8,14.6", "b")]
    [InlineData("page=1&page_size=2", "a b")]
    [InlineData("page=2&page_size=2", "c")]
    [InlineData("page=3&page_size=2", "")]
    [InlineData("updated_after=2026-11-22T00:00:00Z", "c")]
    [InlineData("updated_before=2026-11-22T00:00:00Z", "a b")]
    [InlineData("jurisdiction_id=city.example&status=closed", "c")]
    public async Task Arguments_narrow_the_list_the_same_in_json_and_xml(string arguments, string expected)
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var a = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 10).Checked());
        var b = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 2).Of("flicker")
            .Sent(s => s with { Place = s.Place with { Latitude = 14.5, Longitude = 100.7 } }).Accepted().Started());
        var c = await Given.ARequestAsync(app, it => it.Checked().Declined());
        var names = new Dictionary<string, string> { [a.Reference] = "a", [b.Reference] = "b", [c.Reference] = "c" };

        var json = await client.JsonAsync($"/open311/v2/requests.json?{arguments}");
        var xml = await client.XmlAsync($"/open311/v2/requests.xml?{arguments}");

        Assert.Equal(expected, string.Join(' ', json.EnumerateArray().Select(one => names[one.GetProperty("service_request_id").GetString()!]).Order()));
        Assert.Equal(expected, string.Join(' ', xml.Elements("request").Select(one => names[one.Element("service_request_id")!.Value]).Order()));
    }

    [Fact]
    public async Task Ids_override_all_else_and_unknown_ones_are_not_there()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var old = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 200));
        var young = await Given.ARequestAsync(app);

        var both = await client.JsonAsync($"/open311/v2/requests.json?service_request_id={old.Reference},{young.Reference},69-99999-9&status=closed&start_date=2020-01-01");
        var token = await client.JsonAsync($"/open311/v2/tokens/{old.Reference}.json");

        Assert.Equal(2, both.GetArrayLength());
        Assert.Equal(old.Reference, token[0].GetProperty("service_request_id").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/open311/v2/tokens/69-99999-9.json")).Response.StatusCode);
    }

    [Fact]
    public async Task A_longer_span_is_clamped_and_the_header_says_so()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var old = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 200));
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 30));

        var (response, text) = await client.GetAsync("/open311/v2/requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-11-23T03:00:00Z");
        var plain = await client.GetAsync("/open311/v2/requests.json");

        Assert.DoesNotContain(old.Reference, text, StringComparison.Ordinal);
        Assert.Single(JsonDocument.Parse(text).RootElement.EnumerateArray());
        Assert.StartsWith("start_date 2026-08-25", Assert.Single(response.Headers.GetValues("X-Open311-Clamped")), StringComparison.Ordinal);
        Assert.False(plain.Response.Headers.Contains("X-Open311-Clamped"));
        Assert.Single(JsonDocument.Parse(plain.Text).RootElement.EnumerateArray());
    }

    [Fact]
    public async Task Extensions_add_the_detailed_status_and_the_photos_that_everyone_may_see()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:PublicUrl"] = "https://lights.example.go.th" });
        using var client = new Client(app);
        var request = await Given.ARequestAsync(app, it => it.WithPhotos("0123456789abcdef0123456789abcdef", "00000000000000000000000000000001")
            .Checked(null, "0123456789abcdef0123456789abcdef").Accepted().Started());

        var json = (await client.JsonAsync($"/open311/v2/requests/{request.Reference}.json?extensions=true"))[0];
        var xml = (await client.XmlAsync($"/open311/v2/requests/{request.Reference}.xml?extensions=true")).Element("request")!;

        var extended = json.GetProperty("extended_attributes");
        Assert.Equal("in_progress", extended.GetProperty("detailed_status").GetString());
        Assert.True(extended.GetProperty("details_checked").GetBoolean());
        var address = "https://lights.example.go.th/photos/0123456789abcdef0123456789abcdef/full.jpg";
        Assert.Equal(address, Assert.Single(extended.GetProperty("media_urls").EnumerateArray()).GetString());
        Assert.Equal(address, json.GetProperty("media_url").GetString());
        Assert.Equal("in_progress", xml.Element("extended_attributes")!.Element("detailed_status")!.Value);
        Assert.DoesNotContain("00000000000000000000000000000001", json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_checked_has_neither_words_nor_position()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var request = await Given.ARequestAsync(app);

        var one = (await client.JsonAsync($"/open311/v2/requests/{request.Reference}.json"))[0];
        var near = await client.JsonAsync("/open311/v2/requests.json?lat=14.352123&long=100.561987&radius=50000");

        Assert.False(one.TryGetProperty("description", out _));
        Assert.False(one.TryGetProperty("lat", out _));
        Assert.False(one.TryGetProperty("address_id", out _));
        Assert.Equal(ServiceRequestStatus.Submitted, request.Status);
        Assert.Empty(near.EnumerateArray());
    }

    [Theory]
    [InlineData("/open311/v2/requests.json?status=perhaps", 400)]
    [InlineData("/open311/v2/requests.xml?start_date=yesterday", 400)]
    [InlineData("/open311/v2/requests.json?start_date=2026-11-02&end_date=2026-11-01", 400)]
    [InlineData("/open311/v2/requests.json?lat=14", 400)]
    [InlineData("/open311/v2/requests.json?lat=14&long=100&radius=-1", 400)]
    [InlineData("/open311/v2/requests.json?radius=5", 400)]
    [InlineData("/open311/v2/requests.xml?bbox=1,2,3", 400)]
    [InlineData("/open311/v2/requests.json?page=0", 400)]
    [InlineData("/open311/v2/requests.json?page_size=many", 400)]
    [InlineData("/open311/v2/requests.json?page=9999999&page_size=1000", 400)]
    [InlineData("/open311/v2/requests.json?cursor=1.2.3", 400)]
    [InlineData("/open311/v2/requests.xml?extensions=perhaps", 400)]
    [InlineData("/open311/v2/requests/69-99999-9.json", 404)]
    [InlineData("/open311/v2/requests/nothing.xml", 404)]
    [InlineData("/open311/v2/services/nothing.json", 404)]
    [InlineData("/open311/v2/nothing.json", 404)]
    [InlineData("/open311/v1/requests.xml", 404)]
    [InlineData("/open311", 404)]
    public async Task Errors_have_the_shape_of_the_standard(string address, int status)
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);

        var (response, text) = await client.GetAsync(address);

        Assert.Equal(status, (int)response.StatusCode);
        ErrorShape.Is(response, text);
    }

    [Fact]
    public async Task Other_sites_may_read_and_not_write()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        using var ask = new HttpRequestMessage(HttpMethod.Options, "/open311/v2/requests.json");

        var preflight = await client.Http.SendAsync(ask);
        using var content = new FormUrlEncodedContent([]);
        var write = await client.Http.PostAsync("/open311/v2/requests.json", content);

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("GET, HEAD", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Methods")));
        Assert.False(write.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Too_many_calls_are_refused_in_the_standards_shape()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:RateLimits:Harvest:Permits"] = "1" });
        using var client = new Client(app);

        await client.GetAsync("/open311/v2/services.json");
        var (response, text) = await client.GetAsync("/open311/v2/services.json");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.True(response.Headers.Contains("Retry-After"));
        ErrorShape.Is(response, text);
    }
}
