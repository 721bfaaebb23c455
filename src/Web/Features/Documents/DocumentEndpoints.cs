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
        // Whoever has the ticket has asked above; nobody's session comes near the file.
        routes.MapGet("/documents/{ticket}", WithTicketAsync).AllowAnonymous();
    }

    static async Task<IResult> OwnAsync(
        string secret, string key, HttpResponse response, AppDb db, DocumentStore store, VirusScanner scanner, CancellationToken cancellationToken) =>
        await DownloadAsync(response, store, scanner, key, await db.ServiceRequests.Where(request => request.Secret == secret)
            .SelectMany(request => request.Documents).Where(document => document.Key == key)
            .Select(document => document.Name).SingleOrDefaultAsync(cancellationToken), cancellationToken);

    static async Task<IResult> OfficersAsync(
        string key, ClaimsPrincipal user, AppDb db, AuditLog audit, DocumentTicket tickets, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await db.ServiceRequests.SelectMany(request => request.Documents, (request, document) => new { request.Reference, document })
            .Where(pair => pair.document.Key == key)
            .Select(pair => new { pair.Reference, pair.document.Name }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return Results.NotFound();
        var now = time.GetUtcNow().UtcDateTime;
        await audit.SeeAsync(AuditAction.DocumentOpened, user.ToActor(), now, AuditSubject.Request(found.Reference), cancellationToken);
        return Results.LocalRedirect($"~/documents/{tickets.Give(key, found.Name, now)}");
    }

    static async Task<IResult> WithTicketAsync(
        string ticket, HttpResponse response, DocumentTicket tickets, DocumentStore store, VirusScanner scanner, TimeProvider time, CancellationToken cancellationToken) =>
        tickets.Read(ticket, time.GetUtcNow().UtcDateTime) is var (key, name)
            ? await DownloadAsync(response, store, scanner, key, name, cancellationToken) : Results.NotFound();

    /// <summary>
    /// Named, the browser keeps the file instead of showing it: it never runs in a page of ours. Where there is a virus scanner it looks
    /// at the file each time, with what it knows by then; while it is away nobody gets the file.
    /// </summary>
    static async Task<IResult> DownloadAsync(
        HttpResponse response, DocumentStore store, VirusScanner scanner, string key, string? name, CancellationToken cancellationToken)
    {
        if (name is null || store.Open(key) is not { } document)
            return Results.NotFound();
        var outcome = await scanner.ScanAsync(document, cancellationToken);
        if (outcome is ScanOutcome.Infected or ScanOutcome.Away)
        {
            await document.DisposeAsync();
            return outcome is ScanOutcome.Away ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.NotFound();
        }

        document.Position = 0;
        response.Headers.CacheControl = "no-store";
        return Results.Stream(document, "application/pdf", name);
    }
}
