using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Api;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Api;

public sealed class ApiTests : IAsyncLifetime
{
    readonly string key = ApiKeySecret.New();
    TestApp app = null!;
    Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        visitor = app.NewVisitor();
        await AddKeyAsync(key, PartnerScopes.Api);
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/v1/requests")]
    [InlineData("/api/v1/requests/{ref}")]
    [InlineData("/api/v1/requests/{ref}/timeline")]
    [InlineData("/api/v1/requests?status=waiting&amphoe=1401&tambon=140101&service=lamp_out&size=1&q=ทดสอบ&pole=12")]
    [InlineData("/api/v1/services")]
    [InlineData("/api/v1/tambons")]
    [InlineData("/api/v1/announcements?tambon=140101&latitude=14.35&longitude=100.56")]
    [InlineData("/api/v1/poles?size=1")]
    [InlineData("/api/v1/work")]
    [InlineData("/api/v1/statistics?period=2570&only=a1401")]
    public async Task What_is_read_is_json_with_a_mark_that_saves_reading_it_again_and_any_site_may_read_it(string address)
    {
        var request = await Given.ARequestAsync(app, it => it.Checked("ไฟดับ"));
        address = address.Replace("{ref}", request.Reference, StringComparison.Ordinal);

        var first = await visitor.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Response.Headers.ETag!);
        using var second = await visitor.Client.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.NotNull(JsonNode.Parse(first.Text));
        Assert.Equal("*", first.Response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.DoesNotContain("0812345678", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ทดสอบ ใจดี", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Secret, first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("14.352123", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_miss_and_repeat_nothing()
    {
        for (var i = 0; i < 5; i++)
            await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: i));
        var seen = new List<string>();

        for (var next = "/api/v1/requests?size=2"; next is not null;)
        {
            var page = JsonNode.Parse((await visitor.GetAsync(next)).Text)!;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["reference"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(5, seen.Distinct().Count());
    }

    [Fact]
    public async Task What_is_handed_in_with_a_key_is_a_request_once_however_often_it_is_sent()
    {
        var first = await SubmitAsync(ApiDocument.Example, "a-1");
        var again = await SubmitAsync(ApiDocument.Example, "a-1");
        var other = await SubmitAsync(ApiDocument.Example.Replace("ดวงติดกัน", "ดวง", StringComparison.Ordinal), "a-1");

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(first.Text, again.Text);
        await IsProblemAsync(other, HttpStatusCode.Conflict);
        Assert.Equal(1, await app.WithDbAsync(db => db.ServiceRequests.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(first.Response.Headers.Location!.ToString())).Status);
    }

    [Fact]
    public async Task A_photo_goes_before_its_report_under_the_same_idempotency_key()
    {
        using var content = new ByteArrayContent(Photos.TestPhotos.Jpeg());
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        var photo = await PostAsync("/api/v1/photos", content, "p-1");
        var id = JsonNode.Parse(photo.Text)!["id"]!.GetValue<string>();
        var body = JsonNode.Parse(ApiDocument.Example)!;
        body["photoIds"] = new JsonArray(id);

        var stolen = await SubmitAsync(body.ToJsonString(), "p-2");
        var sent = await SubmitAsync(body.ToJsonString(), "p-1");

        Assert.Equal(HttpStatusCode.Created, photo.Status);
        await IsProblemAsync(stolen, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(HttpStatusCode.Created, sent.Status);
        Assert.Equal(1, await app.WithDbAsync(db => db.Photos.CountAsync()));
    }

    [Fact]
    public async Task Without_a_key_of_this_scope_nothing_is_taken()
    {
        var open311 = ApiKeySecret.New();
        await AddKeyAsync(open311, PartnerScopes.Open311Write);

        await IsProblemAsync(await SubmitAsync(ApiDocument.Example, "a", ""), HttpStatusCode.Unauthorized);
        await IsProblemAsync(await SubmitAsync(ApiDocument.Example, "a", ApiKeySecret.New()), HttpStatusCode.Unauthorized);
        await IsProblemAsync(await SubmitAsync(ApiDocument.Example, "a", open311), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_has_so_many_calls_a_minute()
    {
        var slow = ApiKeySecret.New();
        await AddKeyAsync(slow, PartnerScopes.Api, perMinute: 1);
        await SubmitAsync(ApiDocument.Example, "a", slow);

        var refused = await SubmitAsync(ApiDocument.Example, "b", slow);

        await IsProblemAsync(refused, HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Every_mistake_is_a_problem_in_the_readers_language()
    {
        var thai = await IsProblemAsync(await visitor.GetAsync("/api/v1/nothing"), HttpStatusCode.NotFound);
        using var inEnglish = new HttpRequestMessage(HttpMethod.Get, "/api/v1/requests/69-00001-0");
        inEnglish.Headers.AcceptLanguage.ParseAdd("en-GB, th;q=0.5");
        using var english = await visitor.Client.SendAsync(inEnglish, TestContext.Current.CancellationToken);
        var invalid = await IsProblemAsync(await SubmitAsync("{\"serviceCode\":\"nonsense\",\"latitude\":99}", "a"), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("ไม่พบข้อมูลนี้", thai["title"]!.GetValue<string>());
        Assert.Contains("no such thing", await english.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["latitude", "name", "phone", "serviceCode"], invalid["errors"]!.AsObject().Select(error => error.Key).Order());
        await IsProblemAsync(await SubmitAsync("{", "a"), HttpStatusCode.BadRequest);
        await IsProblemAsync(await SubmitAsync(ApiDocument.Example, ""), HttpStatusCode.BadRequest);
        await IsProblemAsync(await SubmitAsync($"{{\"symptom\":\"{new string('a', 70_000)}\"}}", "a"), HttpStatusCode.RequestEntityTooLarge);
        await IsProblemAsync(await PostAsync("/api/v1/requests", new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded"), "a"), HttpStatusCode.UnsupportedMediaType);
        await IsProblemAsync(await PostAsync("/api/v1/services", new StringContent("{}"), "a"), HttpStatusCode.MethodNotAllowed);
        await IsProblemAsync(await visitor.GetAsync("/api/v1/requests?size=0"), HttpStatusCode.UnprocessableEntity);
        await IsProblemAsync(await visitor.GetAsync("/api/v1/requests?size=x"), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/api/v1/requests?after=%00&q=%00%ff")]
    [InlineData("/api/v1/requests?q=%F0%9F%98%80&status='%20or%201=1--")]
    [InlineData("/api/v1/requests/%00")]
    [InlineData("/api/v1/requests/..%2f..%2fetc")]
    [InlineData("/api/v1/announcements/99999999999")]
    [InlineData("/api/v1/announcements?latitude=NaN&longitude=1")]
    [InlineData("/api/v1/poles?after=-1")]
    [InlineData("/api/v1/requests?after=9223372036854775807-9223372036854775807")]
    [InlineData("/api/v1/requests?size=1&size=2&q=%27%22%3Cscript%3E")]
    public async Task Hostile_questions_are_answered_and_never_break_anything(string address)
    {
        var answer = await visitor.GetAsync(address);

        Assert.True((int)answer.Status < 500, $"{answer.Status}: {answer.Text}");
    }

    [Fact]
    public async Task The_document_is_openapi_3_1_and_lists_every_call_and_the_page_shows_them()
    {
        var document = JsonNode.Parse((await visitor.GetAsync("/api/v1/openapi.json")).Text)!;
        var listed = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(call => $"{call.Key.ToUpperInvariant()} {path.Key}")).Order().ToList();
        var mapped = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/v1", StringComparison.Ordinal) == true
                && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IExcludeFromDescriptionMetadata>() is null)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method} {endpoint.RoutePattern.RawText!.Replace(":int", "", StringComparison.Ordinal)}")).Order().ToList();
        var page = await visitor.GetAsync("/api");

        Assert.StartsWith("3.1", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(mapped, listed);
        Assert.All(listed, call => Assert.Contains(call, page.Words, StringComparison.Ordinal));
        Assert.Contains("lamp_out", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_may_read_but_not_send()
    {
        var read = await PreflightAsync("GET");
        var send = await PreflightAsync("POST");

        Assert.Equal("*", read.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(send.Headers.Contains("Access-Control-Allow-Origin"));
    }

    async Task<HttpResponseMessage> PreflightAsync(string method)
    {
        using var message = new HttpRequestMessage(HttpMethod.Options, "/api/v1/requests");
        message.Headers.Add("Origin", "https://example.org");
        message.Headers.Add("Access-Control-Request-Method", method);
        return await visitor.Client.SendAsync(message);
    }

    Task<Page> SubmitAsync(string body, string idempotencyKey, string? apiKey = null) =>
        PostAsync("/api/v1/requests", new StringContent(body, Encoding.UTF8, "application/json"), idempotencyKey, apiKey);

    async Task<Page> PostAsync(string address, HttpContent content, string idempotencyKey, string? apiKey = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (idempotencyKey.Length > 0)
            message.Headers.Add("Idempotency-Key", idempotencyKey);
        if ((apiKey ?? key).Length > 0)
            message.Headers.Add("X-Api-Key", apiKey ?? key);
        var response = await visitor.Client.SendAsync(message);
        return new Page(response, await response.Content.ReadAsStringAsync(), new Uri(app.Address, address));
    }

    static Task<JsonNode> IsProblemAsync(Page page, HttpStatusCode status)
    {
        Assert.Equal(status, page.Status);
        Assert.Equal("application/problem+json", page.Response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(page.Text)!;
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        Assert.NotEmpty(problem["code"]!.GetValue<string>());
        return Task.FromResult(problem);
    }

    Task<int> AddKeyAsync(string one, PartnerScopes scopes, int perMinute = 100) => app.WithDbAsync(db =>
    {
        db.ApiKeys.Add(new ApiKey
        {
            Partner = "หน่วยงานทดสอบ",
            Prefix = one[..ApiKeySecret.PrefixLength],
            Hash = ApiKeySecret.Hash(one),
            Scopes = scopes,
            PerMinute = perMinute,
            PerDay = 1000,
            CreatedAt = TestApp.Monday.UtcDateTime,
        });
        return db.SaveChangesAsync();
    });
}
