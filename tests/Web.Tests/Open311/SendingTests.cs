using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Open311;

public class SendingTests
{
    [Fact]
    public async Task A_request_keeps_everything_that_the_client_said()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        (var keyId, client.Key) = await Client.KeyAsync(app);

        var id = await client.SendAsync(
            ("jurisdiction_id", "anything"), ("description", "ไฟดับ"), ("attribute[fault_details]", "ดับสองดวง"), ("attribute[pole_number]", "A-12"),
            ("attribute[noticed_datetime]", "2026-11-22T19:30:00+07:00"), ("address_string", "ตรงข้ามวัด"), ("first_name", "สมชาย"), ("last_name", "ใจดี"),
            ("phone", "+66 81 234 5678"), ("email", "somchai@example.org"), ("device_id", "phone-1"), ("account_id", "user-7"),
            ("media_url", "https://elsewhere.example/a.jpg"), ("media_url", "https://elsewhere.example/b.jpg"));

        var (request, partner) = await app.WithDbAsync(async db => (
            await db.ServiceRequests.AsNoTracking().SingleAsync(r => r.Reference == id), await db.PartnerReports.AsNoTracking().SingleAsync()));
        Assert.Equal(IntakeChannel.Open311, request.Channel);
        Assert.Equal("ไฟดับ\nดับสองดวง", request.Symptom);
        Assert.Equal(new DateTime(2026, 11, 22, 12, 30, 0, DateTimeKind.Utc), request.NoticedAt);
        Assert.Equal(new Place("", "", "ตรงข้ามวัด", "", "A-12", 14.352123, 100.561987), request.Place);
        Assert.Equal(new Requester("สมชาย ใจดี", "0812345678", "somchai@example.org", ToldBy.Email, "th"), request.Requester);
        Assert.Equal((keyId, "user-7", "phone-1", "https://elsewhere.example/a.jpg\nhttps://elsewhere.example/b.jpg"),
            (partner.ApiKeyId, partner.AccountId, partner.DeviceId, partner.MediaUrl));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task The_answer_holds_the_id_and_what_to_expect(string format)
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        (_, client.Key) = await Client.KeyAsync(app);

        var (status, text) = await client.PostAsync($"/open311/v2/requests.{format}", ("service_code", "wire_down"), ("address_string", "หน้าตลาด"), ("lat", ""), ("long", ""));

        Assert.Equal(HttpStatusCode.OK, status);
        var reference = (await app.WithDbAsync(db => db.ServiceRequests.AsNoTracking().SingleAsync())).Reference;
        if (format == "json")
        {
            var one = Assert.Single(JsonDocument.Parse(text).RootElement.EnumerateArray());
            Assert.Equal(["service_request_id", "service_notice"], one.EnumerateObject().Select(property => property.Name));
            Assert.Equal(reference, one.GetProperty("service_request_id").GetString());
            Assert.Contains("1129", one.GetProperty("service_notice").GetString(), StringComparison.Ordinal);
        }
        else
        {
            var one = System.Xml.Linq.XDocument.Parse(text).Root!.Element("request")!;
            Assert.Equal(["service_request_id", "service_notice", "account_id"], one.Elements().Select(element => element.Name.LocalName));
            Assert.Equal(reference, one.Element("service_request_id")!.Value);
        }
    }

    [Fact]
    public async Task The_same_request_sent_twice_even_at_once_is_one()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        (_, client.Key) = await Client.KeyAsync(app);

        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.SendAsync(("account_id", "7"), ("description", "ดับ"))));
        app.Time.Advance(TimeSpan.FromMinutes(50));
        var later = await client.SendAsync(("account_id", "7"), ("description", "ดับ"));
        var other = await client.SendAsync(("account_id", "8"), ("description", "ดับ"));
        app.Time.Advance(TimeSpan.FromHours(3));
        var anew = await client.SendAsync(("account_id", "7"), ("description", "ดับ"));

        Assert.Single(ids.Append(later).Distinct());
        Assert.Equal(3, new[] { later, other, anew }.Distinct().Count());
        Assert.Equal(3, await app.WithDbAsync(db => db.ServiceRequests.CountAsync()));
    }

    [Fact]
    public async Task Photos_come_as_files_of_any_field_or_as_base64_and_are_made_anew()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var (_, key) = await Client.KeyAsync(app);
        var photo = TestPhotos.Jpeg();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(key), "api_key" }, { new StringContent("lamp_out"), "service_code" },
            { new StringContent("14.35"), "lat" }, { new StringContent("100.56"), "long" },
            { new StringContent("data:image/jpeg;base64," + Convert.ToBase64String(photo)), "media" },
        };
        foreach (var field in new[] { "photo1", "whatever" })
        {
            var part = new ByteArrayContent(photo);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse("application/octet-stream");
            form.Add(part, field, field + ".bin");
        }

        var response = await client.Http.PostAsync("/open311/v2/requests.json", form);

        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var photos = await app.WithDbAsync(db => db.Photos.AsNoTracking().ToListAsync());
        Assert.Equal(3, photos.Count);
        Assert.All(photos, kept => Assert.False(kept.IsPublic));
        Assert.Equal(0, await app.WithDbAsync(db => db.Uploads.CountAsync()));
    }

    [Theory]
    [InlineData("", "lat=14&long=100", 400)]
    [InlineData("nothing", "lat=14&long=100", 404)]
    [InlineData("lamp_out", "", 400)]
    [InlineData("lamp_out", "lat=14", 400)]
    [InlineData("lamp_out", "lat=north&long=100", 400)]
    [InlineData("lamp_out", "lat=140&long=100", 400)]
    [InlineData("lamp_out", "lat=14&long=100&email=nobody", 400)]
    [InlineData("lamp_out", "lat=14&long=100&phone=12", 400)]
    [InlineData("lamp_out", "lat=14&long=100&media=***", 400)]
    [InlineData("lamp_out", "lat=14&long=100&media=aGVsbG8=", 400)]
    [InlineData("lamp_out", "lat=14&long=100&attribute[noticed_datetime]=soon", 400)]
    [InlineData("lamp_out", "lat=14&long=100&attribute[noticed_datetime]=2027-01-01T00:00:00Z", 400)]
    [InlineData("lamp_out", "address_id=0123456789012345678901234567890123456789012345678901234567890123456789", 400)]
    public async Task What_makes_no_sense_is_refused_and_nothing_is_kept(string service, string fields, int status)
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var (_, key) = await Client.KeyAsync(app);
        using var content = new StringContent($"api_key={key}&service_code={service}&{fields}", Encoding.UTF8, "application/x-www-form-urlencoded");

        var response = await client.Http.PostAsync("/open311/v2/requests.json", content);

        Assert.Equal(status, (int)response.StatusCode);
        ErrorShape.Is(response, await response.Content.ReadAsStringAsync());
        Assert.Equal(0, await app.WithDbAsync(db => db.ServiceRequests.CountAsync()));
    }

    [Theory]
    [InlineData("application/json", "{\"service_code\": ")]
    [InlineData("text/xml", "<request><service_code>")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"lat\"\r\n\r\n14")]
    public async Task A_body_that_cannot_be_read_is_refused_in_the_standards_shape(string type, string body)
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var response = await client.Http.PostAsync("/open311/v2/requests.xml", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        ErrorShape.Is(response, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_a_key_that_may_do_it_nothing_is_taken()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var (id, revoked) = await Client.KeyAsync(app);
        await app.WithAsync<Web.Features.ApiKeys.RevokeApiKey, bool>(async revoke =>
        {
            await revoke.RunAsync(id, Given.Officer, TestApp.Monday.UtcDateTime, CancellationToken.None);
            return true;
        });
        var (_, reader) = await Client.KeyAsync(app, PartnerScopes.Api);

        foreach (var key in new[] { "", "guess", "st_" + new string('0', 40), revoked, reader })
        {
            client.Key = key;
            var (status, text) = await client.PostAsync("/open311/v2/requests.json", ("service_code", "lamp_out"), ("lat", "14"), ("long", "100"));
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Equal("403", JsonDocument.Parse(text).RootElement[0].GetProperty("code").GetString());
        }

        Assert.Equal(0, await app.WithDbAsync(db => db.ServiceRequests.CountAsync()));
    }

    [Fact]
    public async Task A_key_is_held_to_its_limits_by_minute_and_by_day_and_is_counted()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        (var id, client.Key) = await Client.KeyAsync(app, perMinute: 2, perDay: 3);
        async Task<HttpStatusCode> Try(int number) => (await client.PostAsync("/open311/v2/requests.json",
            ("service_code", "lamp_out"), ("lat", "14"), ("long", "100"), ("description", number.ToString(CultureInfo.InvariantCulture)))).Status;

        HttpStatusCode[] inTheMinute = [await Try(1), await Try(2), await Try(3)];
        app.Time.Advance(TimeSpan.FromMinutes(1));
        HttpStatusCode[] inTheNext = [await Try(4), await Try(5)];
        app.Time.Advance(TimeSpan.FromDays(1));
        var tomorrow = await Try(6);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], inTheMinute);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], inTheNext);
        Assert.Equal(HttpStatusCode.OK, tomorrow);
        Assert.Equal([3, 1], await app.WithDbAsync(db => db.ApiKeyDays.Where(day => day.ApiKeyId == id).OrderBy(day => day.Day).Select(day => day.Calls).ToListAsync()));
    }
}
