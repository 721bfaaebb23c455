using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Attachments;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Documents;

/// <summary>
/// The documents of requests, as downloads alone: the requester gets those of the own request, officers all. Whoever
/// may not have a document cannot tell whether it exists.
/// </summary>
static class DocumentEndpoints
{
    const string Name = "{key:regex(^[0-9a-f]{{32}}$)}.pdf";

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"/r/{{secret}}/documents/{Name}", OwnAsync).AllowAnonymous();
        routes.MapGet($"/officer/documents/{Name}", OfficersAsync).RequireAuthorization(Policies.Officers);
    }

    static async Task<IResult> OwnAsync(
        string secret, string key, AppDb db, DocumentStore store, CancellationToken cancellationToken) =>
        Download(store, key, await db.ServiceRequests.Where(request => request.Secret == secret)
            .SelectMany(request => request.Documents).Where(document => document.Key == key)
            .Select(document => document.Name).SingleOrDefaultAsync(cancellationToken));

    static async Task<IResult> OfficersAsync(
        string key, ClaimsPrincipal user, AppDb db, AuditLog audit, DocumentStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await db.ServiceRequests.SelectMany(request => request.Documents, (request, document) => new { request.Reference, document })
            .Where(pair => pair.document.Key == key)
            .Select(pair => new { pair.Reference, pair.document.Name }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return Results.NotFound();
        await audit.SeeAsync(
            AuditAction.DocumentOpened, user.ToActor(), time.GetUtcNow().UtcDateTime, AuditSubject.Request(found.Reference), cancellationToken);
        return Download(store, key, found.Name);
    }

    /// <summary>Named, the browser keeps the file instead of showing it: it never runs in a page of ours.</summary>
    static IResult Download(DocumentStore store, string key, string? name) =>
        name is not null && store.Open(key) is { } document
            ? Results.Stream(document, "application/pdf", name)
            : Results.NotFound();
}
