using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>Checks each request's session, and says to whom the sign-in page is shown.</summary>
public sealed class SessionEvents(KnownSessions sessions, AppDb db, TimeProvider time, ILogger<SessionEvents> log) : CookieAuthenticationEvents
{
    static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(1);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (Shared.Errors.IsShown(context.HttpContext))
        {
            // Who asks was found out before, or cannot be.
            context.RejectPrincipal();
            return;
        }

        var id = context.Principal?.FindFirstValue(Session.IdClaim);
        var who = id is null ? null : await sessions.FindAsync(id, db, context.HttpContext.RequestAborted);
        if (who is null || time.GetUtcNow().UtcDateTime - who.StartedAt >= Session.Longest)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
            return;
        }
        // Name and role as they are now, not as they were at the sign-in.
        context.ReplacePrincipal(Session.PrincipalOf(id!, who));
    }

    /// <summary>Only a person at an officers' page keeps a session alive, and answers that others may cache set no cookie.</summary>
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime >= RenewedAfter
            && StaffPaths.Contain(context.Request.Path)
            && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<NotActivityAttribute>() is null;
        return Task.CompletedTask;
    }

    /// <summary>A page leads to the sign-in and back; a form is kept by <see cref="ExpiredForms"/>; a script is told.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (StaffPaths.IsPage(request) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            context.Response.Redirect(context.Request.PathBase + Links.SignIn
                + QueryString.Create("returnUrl", request.PathBase + request.Path + request.QueryString));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        // Where, as the program writes it: what was asked for may name a request.
        log.LogWarning("Refused: account {AccountId} at {Method} /{Route}", http.User.FindFirstValue(ClaimTypes.NameIdentifier),
            http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/'));
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
