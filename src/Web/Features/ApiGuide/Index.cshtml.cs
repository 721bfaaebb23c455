using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.ApiGuide;

/// <summary>One call of the API.</summary>
public sealed record ApiCall(
    string Id, string Method, string Path, string Summary, bool NeedsKey, IReadOnlyList<(string Name, string Where, string Words)> Parameters,
    string? Example, IReadOnlyList<string> Answers);

/// <summary>The API's document, readable by people: made from the document itself, so that they never differ.</summary>
public sealed class IndexModel([FromKeyedServices("v1")] IOpenApiDocumentProvider provider, KeptForAWhile kept) : PageModel
{
    // About so many bytes, which nobody counts.
    const long Room = 500_000;

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<ApiCall> Calls { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var document = await kept.GetAsync("api-guide", TimeSpan.FromDays(1), _ => Room, provider.GetOpenApiDocumentAsync, cancellationToken);
        Calls = [.. document.Paths.SelectMany(path => (path.Value.Operations ?? []).Select(operation => Read(path.Key, operation.Key.Method, operation.Value)))];
    }

    static ApiCall Read(string path, string method, OpenApiOperation operation) => new(
        operation.OperationId ?? path, method, path, operation.Summary ?? path, operation.Security is { Count: > 0 },
        [.. (operation.Parameters ?? []).Select(parameter => (parameter.Name ?? "", parameter.In?.ToString().ToLowerInvariant() ?? "", parameter.Description ?? ""))],
        operation.RequestBody?.Content?.Values.FirstOrDefault()?.Example?.ToJsonString(Readable),
        [.. (operation.Responses ?? []).Keys]);
}
