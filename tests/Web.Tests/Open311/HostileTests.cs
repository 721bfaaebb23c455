using System.Text;
using CsCheck;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Open311;

public class HostileTests
{
    static readonly string[] Names =
    [
        "service_request_id", "service_code", "status", "start_date", "end_date", "page", "page_size", "extensions", "updated_after", "updated_before",
        "lat", "long", "radius", "bbox", "cursor", "format", "lang", "jurisdiction_id", "description", "email", "phone", "first_name", "media", "media_url",
        "address_string", "address_id", "account_id", "device_id", "attribute[pole_number]", "attribute[noticed_datetime]", "update_id", "title", "attribute[",
    ];

    static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    static readonly Gen<string> Value = Gen.OneOf(
        Gen.String[0, 30],
        OneOf("", " ", "0", "-1", "NaN", "1e999", "14.35", "100.56", "lamp_out", "open", "closed,open", "69-00001-8", "true", "2026-11-23T00:00:00Z",
            "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00", "1.638994176000000000.1", "2.9223372036854775807.9223372036854775807", "1,2,3,4", "-180,-90,180,90",
            "'; DROP TABLE service_requests; --", "<x>&amp;]]>", "\0\u0001\uFFFE\u202E", "\uD800", "../../etc/passwd", "%00", new string('ก', 9000), "ไฟดับ"),
        Gen.Double.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Long.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    static readonly Gen<string> Fields = Gen.Select(OneOf(Names), Value, (name, value) => $"{Uri.EscapeDataString(name)}={Escaped(value)}")
        .Array[0, 7].Select(pairs => string.Join('&', pairs));

    [Fact]
    public async Task No_question_however_hostile_is_answered_with_a_fault_of_ours()
    {
        await using var app = await TestApp.StartAsync(settings: Client.Unhurried);
        using var client = new Client(app);
        await Given.ARequestAsync(app, it => it.Checked("ดับ"));
        var addresses = OneOf("requests", "requests.json", "requests.xml", "requests/69-00001-8.json", "services.json", "services/lamp_out", "tokens/x.xml",
            "servicerequestupdates.json", "servicerequestupdates", "discovery.json");

        await Gen.Select(addresses, Fields).SampleAsync(async (address, fields) =>
        {
            if (fields.Length > 8000)
                return;
            var (response, text) = await client.GetAsync($"/open311/v2/{address}?{fields}");
            Expect(response, text, fields);
        }, iter: 300, threads: 2);
    }

    [Fact]
    public async Task Nothing_that_is_sent_however_hostile_is_answered_with_a_fault_of_ours()
    {
        await using var app = await TestApp.StartAsync(settings: Client.Unhurried);
        using var client = new Client(app);
        var (_, key) = await Client.KeyAsync(app, perMinute: 6000, perDay: 1_000_000);
        var addresses = OneOf("requests.json", "requests.xml", "servicerequestupdates.json", "requests/x.json", "services.xml");
        var types = OneOf("application/x-www-form-urlencoded", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "application/json", "text/xml", "");

        await Gen.Select(addresses, types, Fields).SampleAsync(async (address, type, fields) =>
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"api_key={key}&service_code=lamp_out&{fields}"));
            if (type.Length > 0)
                content.Headers.TryAddWithoutValidation("Content-Type", type);
            var response = await client.Http.PostAsync($"/open311/v2/{address}", content);
            Expect(response, await response.Content.ReadAsStringAsync(), fields);
        }, iter: 200, threads: 2);
    }

    static void Expect(HttpResponseMessage response, string text, string sent)
    {
        Assert.True((int)response.StatusCode < 500, $"{response.StatusCode} to {sent}: {text}");
        if ((int)response.StatusCode >= 400)
            ErrorShape.Is(response, text);
    }

    static string Escaped(string value) => Uri.EscapeDataString(new string([.. value.Where(sign => !char.IsSurrogate(sign))]));
}
