using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Songthang.Infrastructure;
using Songthang.Web.Shared;

namespace Songthang.Web.Api;

/// <summary>What the document says beyond what the code tells by itself: whose it is, how to show a key, an example to send.</summary>
sealed class ApiDocument(IOptions<Agency> agency) : IOpenApiDocumentTransformer
{
    /// <summary>Name of the document among the program's services.</summary>
    public const string Name = "v1";

    const string Scheme = "ApiKey";

    /// <summary>A report as it can be sent.</summary>
    internal const string Example = """
        {
          "serviceCode": "lamp_out",
          "symptom": "ไฟดับ 3 ดวงติดกัน",
          "noticedAt": "2026-11-22T19:30:00+07:00",
          "tambonCode": "140101",
          "road": "ถนนนเรศวร",
          "latitude": 14.3521,
          "longitude": 100.5619,
          "name": "ตัวอย่าง ใจดี",
          "phone": "0812345678",
          "toldBy": "own-page",
          "language": "th"
        }
        """;

    /// <summary>The document: made from the code at the first call, the same for everyone.</summary>
    public static async Task<IResult> ShowAsync(
        HttpContext context, [FromKeyedServices(Name)] IOpenApiDocumentProvider provider, KeptForAWhile kept, CancellationToken cancellationToken) =>
        ApiAnswer.Bytes(context, await kept.GetAsync("openapi", TimeSpan.FromDays(1), body => body.Length, async stop =>
        {
            using var body = new MemoryStream();
            await (await provider.GetOpenApiDocumentAsync(stop)).SerializeAsJsonAsync(body, OpenApiSpecVersion.OpenApi3_1, stop);
            return body.ToArray();
        }, cancellationToken));

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "Songthang API",
            Version = "1",
            Description = $"Street-light requests of {agency.Value.Name.Phrase.English}. What is read here everyone may see; handing in takes a key.",
            License = new() { Name = "Creative Commons Attribution 4.0", Url = new("https://creativecommons.org/licenses/by/4.0/") },
        };
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "X-Api-Key",
            Description = "Issued by the administrator.",
        };
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Where(pair => pair.Key == HttpMethod.Post).Select(pair => pair.Value))
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            if (operation.OperationId != "SubmitRequest")
                continue;
            foreach (var content in operation.RequestBody?.Content?.Values ?? [])
                content.Example = JsonNode.Parse(Example);
        }

        return Task.CompletedTask;
    }
}
