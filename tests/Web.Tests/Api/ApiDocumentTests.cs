using System.Net;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.OpenApi;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Api;

/// <summary>The OpenAPI document, read by those who know nothing of the code that it is made from.</summary>
public sealed class ApiDocumentTests(ApiDocumentTests.Written document) : IClassFixture<ApiDocumentTests.Written>
{
    [Fact]
    public void A_reader_of_openapi_finds_nothing_wrong_with_it()
    {
        var read = OpenApiDocument.Parse(document.Text, "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        // Every call has a name of its own, and says what it answers and what it takes.
        var calls = read.Document!.Paths.Values.SelectMany(path => path.Operations!).Select(pair => pair.Value).ToList();
        Assert.Equal(calls.Count, calls.Select(call => call.OperationId).Distinct().Count());
        Assert.All(calls, call => Assert.NotEmpty(call.Summary!));
        Assert.All(calls, call => Assert.Contains(call.Responses!, answer => answer.Key[0] == '2' && answer.Value.Content!.Count > 0));
        Assert.All(calls.SelectMany(call => call.Parameters ?? []), parameter => Assert.False(parameter.Description is null && parameter.In == ParameterLocation.Query, parameter.Name));
    }

    [Fact]
    public void It_is_what_the_schema_of_openapi_3_1_says_and_its_own_schemas_are_schemas()
    {
        var schema = JsonSchema.FromFile(Path.Combine(AppContext.BaseDirectory, "Api", "openapi-3.1", "schema.json"));
        var whole = JsonNode.Parse(document.Text)!;

        AssertValid(schema, whole);
        Assert.All(whole["components"]!["schemas"]!.AsObject(), own => AssertValid(MetaSchemas.Draft202012, own.Value!));
        // The schema is not one that lets everything pass.
        whole["paths"]!["/api/v1/requests"]!["get"]!["responses"]!["200"]!.AsObject().Remove("description");
        Assert.False(schema.Evaluate(whole).IsValid);
    }

    [Fact]
    public void It_is_read_anew_only_when_it_has_changed() => Assert.Equal(HttpStatusCode.NotModified, document.Again);

    static void AssertValid(JsonSchema schema, JsonNode node)
    {
        var found = schema.Evaluate(node, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(found.IsValid, string.Join('\n', found.Details.Where(one => one is { IsValid: false, Errors: not null })
            .Select(one => $"{one.InstanceLocation}: {string.Join(", ", one.Errors!.Values)}")));
    }

    /// <summary>The document, as one call was answered with it.</summary>
    public sealed class Written : IAsyncLifetime
    {
        public string Text { get; private set; } = "";

        public HttpStatusCode Again { get; private set; }

        public async ValueTask InitializeAsync()
        {
            await using var app = await TestApp.StartAsync();
            using var visitor = app.NewVisitor();
            var answer = await visitor.GetAsync("/api/v1/openapi.json");
            Text = answer.Text;
            using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/openapi.json");
            again.Headers.IfNoneMatch.Add(answer.Response.Headers.ETag!);
            Again = (await visitor.Client.SendAsync(again)).StatusCode;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
