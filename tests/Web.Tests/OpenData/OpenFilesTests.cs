using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Inbox;
using Songthang.Web.Tests.Standards;
using Sylvan.Data.Csv;

namespace Songthang.Web.Tests.OpenData;

public sealed class OpenFilesTests : IAsyncLifetime
{
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    TestApp app = null!;
    HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        client = new HttpClient { BaseAddress = app.Address };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("requests")]
    [InlineData("poles")]
    public async Task Every_format_has_the_rows_and_the_columns_of_the_dictionary(string set)
    {
        await FillAsync();
        using var dictionary = JsonDocument.Parse(await client.GetStringAsync($"/open-data/{set}.csv-metadata.json", Now));
        var columns = dictionary.RootElement.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();
        var names = columns.ConvertAll(column => column.GetProperty("name").GetString()!);

        var csv = await ReadCsvAsync($"/open-data/{set}.csv");
        using var json = JsonDocument.Parse(await client.GetStringAsync($"/open-data/{set}.json", Now));
        using var map = JsonDocument.Parse(await client.GetStringAsync($"/open-data/{set}.geojson", Now));

        Assert.Equal(names, csv.Headings);
        Assert.Empty(TableRules.Broken(dictionary.RootElement, csv.Headings, csv.Rows));
        Assert.Empty(GeoJsonRules.Broken(map.RootElement));
        var rows = json.RootElement.EnumerateArray().ToList();
        var features = map.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(csv.Rows.Count, rows.Count);
        Assert.Equal(csv.Rows.Count, features.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            Assert.Equal(names, rows[i].EnumerateObject().Select(member => member.Name));
            Assert.Equal(csv.Rows[i], rows[i].EnumerateObject().Select(member => AsText(member.Value)));
            Assert.All(columns, column => AssertFits(column, rows[i].GetProperty(column.GetProperty("name").GetString()!)));
            Assert.Equal(csv.Rows[i][0], features[i].GetProperty("id").GetString());
        }

        // Said in both languages, each of them.
        Assert.All(columns, column => Assert.Equal(["th", "en"],
            column.GetProperty("dc:description").EnumerateArray().Select(text => text.GetProperty("@language").GetString()!)));
    }

    [Theory]
    [InlineData("requests", 4)]
    [InlineData("poles", 6)]
    public async Task Maps_follow_RFC_7946(string set, int decimals)
    {
        await FillAsync();

        var answer = await client.GetAsync($"/open-data/{set}.geojson", Now);

        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
        using var map = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Now));
        Assert.Equal(["type", "features"], map.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("FeatureCollection", map.RootElement.GetProperty("type").GetString());
        foreach (var feature in map.RootElement.GetProperty("features").EnumerateArray())
        {
            Assert.Equal(["type", "id", "geometry", "properties"], feature.EnumerateObject().Select(member => member.Name));
            Assert.Equal("Feature", feature.GetProperty("type").GetString());
            Assert.Equal(JsonValueKind.Object, feature.GetProperty("properties").ValueKind);
            if (feature.GetProperty("geometry") is not { ValueKind: JsonValueKind.Object } geometry)
                continue;
            Assert.Equal("Point", geometry.GetProperty("type").GetString());
            var place = geometry.GetProperty("coordinates").EnumerateArray().Select(number => number.GetDecimal()).ToList();
            Assert.Equal(2, place.Count);
            // Longitude first: nothing in Thailand has it the other way round.
            Assert.InRange(place[0], 97, 106);
            Assert.InRange(place[1], 5, 21);
            Assert.All(place, degrees => Assert.Equal(Math.Round(degrees, decimals), degrees));
        }
    }

    [Fact]
    public async Task Words_and_place_come_after_the_check_and_nobody_is_named()
    {
        await Given.ARequestAsync(app, it => it.From("ทดสอบ ใจดี", "0812345678").Of("lamp_out", "ไฟดับหน้าบ้านเลขที่ 9"));
        await Given.ARequestAsync(app, it => it.From("ทดสอบ ใจดี", "0812345678").Of("lamp_out", "ไฟดับหน้าบ้านเลขที่ 9").Checked("ไฟดับ"));

        var csv = await ReadCsvAsync("/open-data/requests.csv");
        string Of(int row, string column) => csv.Rows[row][csv.Headings.IndexOf(column)];

        Assert.Equal(["", "", "", "", ""], new[] { "details", "road", "landmark", "pole_number", "latitude" }.Select(column => Of(0, column)));
        Assert.Equal(["ไฟดับ", "ถนนทดสอบ", "14.3521", "100.562"], new[] { "details", "road", "latitude", "longitude" }.Select(column => Of(1, column)));
        Assert.Equal("ประตูชัย", Of(0, "tambon_th"));
        var all = await client.GetStringAsync("/open-data/requests.json", Now);
        Assert.All(["ใจดี", "0812345678", "บ้านเลขที่"], word => Assert.DoesNotContain(word, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_year_and_a_range_hold_the_days_that_Bangkok_counts()
    {
        // The last minute of 2568 in Bangkok is still the old year there, and the next one the new.
        var turn = new DateTime(2025, 12, 31, 17, 0, 0, DateTimeKind.Utc);
        foreach (var at in new[] { turn.AddMinutes(-1), turn })
            await Given.ARequestAsync(app, it => it.SubmittedAgo(minutes: (int)(TestApp.Monday.UtcDateTime - at).TotalMinutes));
        async Task<int> CountAsync(string address) => (await ReadCsvAsync(address)).Rows.Count;

        Assert.Equal(1, await CountAsync("/open-data/requests-2568.csv"));
        Assert.Equal(1, await CountAsync("/open-data/requests-2569.csv"));
        Assert.Equal(0, await CountAsync("/open-data/requests-2560.csv"));
        Assert.Equal(1, await CountAsync("/open-data/requests.csv?from=2026-01-01"));
        Assert.Equal(1, await CountAsync("/open-data/requests.csv?to=2025-12-31"));
        Assert.Equal(0, await CountAsync("/open-data/requests-2569.csv?to=2025-12-31"));
        Assert.Equal(2, await CountAsync("/open-data/requests.csv?from=2025-12-31&to=2026-01-01"));
    }

    [Theory]
    [InlineData("?from=yesterday")]
    [InlineData("?from=2026-13-01")]
    [InlineData("?from=2569-01-01&to=2026-01-01")]
    public async Task A_range_that_is_none_is_said_to_be_so(string range)
    {
        var answer = await client.GetAsync("/open-data/requests.json" + range, Now);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Who_has_the_newest_file_is_told_so_until_something_changes()
    {
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 1));
        var first = await client.GetAsync("/open-data/requests.geojson", Now);
        async Task<HttpResponseMessage> AgainAsync(Action<HttpRequestHeaders> ask, HttpMethod? method = null)
        {
            using var message = new HttpRequestMessage(method ?? HttpMethod.Get, "/open-data/requests.geojson");
            ask(message.Headers);
            return await client.SendAsync(message, Now);
        }

        Assert.Equal(HttpStatusCode.NotModified, (await AgainAsync(headers => headers.IfNoneMatch.Add(first.Headers.ETag!))).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await AgainAsync(headers => headers.IfModifiedSince = first.Content.Headers.LastModified)).StatusCode);
        var head = await AgainAsync(_ => { }, HttpMethod.Head);
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());

        app.Time.Advance(TimeSpan.FromMinutes(2));
        await Given.LaterAsync(app, request, it => it.Checked());

        Assert.Equal(HttpStatusCode.OK, (await AgainAsync(headers => headers.IfNoneMatch.Add(first.Headers.ETag!))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AgainAsync(headers => headers.IfModifiedSince = first.Content.Headers.LastModified)).StatusCode);
    }

    [Fact]
    public async Task A_file_is_packed_for_who_can_unpack_it()
    {
        await FillAsync();
        using var message = new HttpRequestMessage(HttpMethod.Get, "/open-data/requests.csv");
        message.Headers.AcceptEncoding.ParseAdd("gzip");

        var answer = await client.SendAsync(message, Now);

        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(Now), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(await client.GetStringAsync("/open-data/requests.csv", Now), await reader.ReadToEndAsync(Now));
    }

    [Fact]
    public async Task Many_rows_come_whole_and_take_no_more_memory()
    {
        const int many = 20_000;
        await Given.ARequestAsync(app, it => it.Checked("ไฟดับ"));
        await Many.CopiesAsync(app, many);
        await client.GetStringAsync("/open-data/requests-2560.json", Now);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var answer = await client.GetAsync("/open-data/requests.json", HttpCompletionOption.ResponseHeadersRead, Now);
        await using var stream = await answer.Content.ReadAsStreamAsync(Now);
        var references = new HashSet<string>(StringComparer.Ordinal);
        var (count, most) = (0, 0L);
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, JsonSerializerOptions.Default, Now))
        {
            references.Add(row.GetProperty("reference").GetString()!);
            if (++count % 4_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal((many + 1, many + 1), (count, references.Count));
        // The whole file is 16 MB; the references that this test itself keeps are 2 MB.
        Assert.InRange(most, long.MinValue, 12 * 1024 * 1024);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("geojson")]
    public async Task A_file_that_cannot_be_finished_breaks_off(string format)
    {
        await Given.ARequestAsync(app);
        await Many.CopiesAsync(app, 3_000);
        // What nobody can read stands at the very end, when most of the file has left.
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE service_requests SET status = 'Unreadable' WHERE id = (SELECT MAX(id) FROM service_requests)", Now));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetStringAsync($"/open-data/requests.{format}", Now));
    }

    async Task FillAsync()
    {
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Of("lamp_out", "ไฟดับ").Checked("ไฟดับ \"ทั้งคืน\",\nสองดวง").Accepted().Started().Completed());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 400));
        var main = await Given.ARequestAsync(app, it => it.Checked("=1+1"));
        await Given.ARequestAsync(app, it => it.Checked().MergedInto(main));
        await app.WithDbAsync(db =>
        {
            db.Poles.Add(Given.APole(1, "อบจ.1/2", 14.351_234_56, 100.561_234_56, known: facts => facts with
            { PowerWatts = 120, LampCode = "led", CabinetCode = "ต1", CircuitCode = "1", InstalledOn = new DateOnly(2024, 5, 6), Notes = "ลับ" }));
            db.Poles.Add(Given.APole(2, "", 14.36, 100.57));
            return db.SaveChangesAsync(Now);
        });
    }

    async Task<(List<string> Headings, List<string[]> Rows)> ReadCsvAsync(string address)
    {
        using var text = new StringReader((await client.GetStringAsync(address, Now)).TrimStart('\uFEFF'));
        await using var reader = await CsvDataReader.CreateAsync(text);
        var headings = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<string[]>();
        while (await reader.ReadAsync(Now))
            rows.Add([.. headings.Select((_, i) => reader.GetString(i))]);
        return (headings, rows);
    }

    /// <summary>As the CSV has it; a text that would be a formula has a mark before it there.</summary>
    static string AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString() is ['=', ..] formula ? $"'{formula}" : value.GetString()!,
        _ => value.GetRawText(),
    };

    static void AssertFits(JsonElement column, JsonElement value)
    {
        var required = column.TryGetProperty("required", out var must) && must.GetBoolean();
        if (value.ValueKind == JsonValueKind.Null)
        {
            Assert.False(required, column.GetProperty("name").GetString());
            return;
        }

        var type = column.GetProperty("datatype");
        switch (type.ValueKind == JsonValueKind.String ? type.GetString() : type.GetProperty("base").GetString())
        {
            case "string": Assert.NotEqual("", value.GetString()); break;
            case "anyURI": Assert.True(Uri.IsWellFormedUriString(value.GetString(), UriKind.Absolute)); break;
            case "integer": Assert.True(value.TryGetInt64(out _)); break;
            case "double": Assert.True(value.TryGetDouble(out _)); break;
            case "boolean": Assert.Contains(value.ValueKind, new[] { JsonValueKind.True, JsonValueKind.False }); break;
            case "date": Assert.True(DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)); break;
            case "dateTime":
                Assert.True(DateTimeOffset.TryParseExact(value.GetString(), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
                break;
            default: Assert.Fail($"{type} is no type of the dictionary."); break;
        }
    }
}
