using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>What becomes of somebody who comes back from the provider. The provider's token is read once and not kept.</summary>
public sealed class DirectoryEvents(
    EnterByDirectory enter, LinkDirectory link, LinkedAccounts accounts, EndSession endSession, ConfirmedIdentity confirmed, KnownDevices devices, DirectorySettings settings,
    TimeProvider time, ILogger<DirectoryEvents> log)
    : OpenIdConnectEvents
{
    /// <summary>Whose session wants to be linked or confirmed, and what for.</summary>
    public const string LinkItem = "link", ConfirmItem = "confirm";

    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    public override async Task RedirectToIdentityProvider(RedirectContext context)
    {
        var provider = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        if (!settings.IsIssuer(provider.Issuer))
        {
            log.LogError("The directory calls itself {Issuer}, which is not what is set", provider.Issuer);
            context.HandleResponse();
            context.Response.Redirect(context.Request.PathBase + Links.DirectoryRefused + "?why=provider");
            return;
        }
        if (context.Properties.Items.ContainsKey(ConfirmItem))
        {
            context.ProtocolMessage.Prompt = "login";
            context.ProtocolMessage.MaxAge = "0";
        }
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (!settings.IsIssuer(context.SecurityToken.Issuer)) context.Fail("Another issuer than is set.");
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var said = SaidByDirectory.Of(context.Principal!, settings);
        var items = context.Properties!.Items;
        // The answer is handled before anybody asked who is signed in here.
        var here = (await http.AuthenticateAsync()).Principal;
        if (here is not null) http.User = here;
        var session = here?.FindFirstValue(Session.IdClaim);
        if (items.TryGetValue(LinkItem, out var linking))
            await LinkAsync(http, said, linking == session && session is not null);
        else if (items.TryGetValue(ConfirmItem, out var confirming))
            await ConfirmAsync(http, said, confirming == session ? session : null, context.ReturnUri);
        else
            await EnterAsync(http, said, session, context.ReturnUri);
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        log.LogWarning("The directory let nobody in: {Reason}", context.Failure?.GetType().Name);
        context.HandleResponse();
        context.Response.Redirect(context.Request.PathBase + Links.DirectoryRefused + "?why=" + (context.Failure is AuthenticationFailureException
            && context.Request.Query["error"] == "access_denied" ? "cancelled" : "provider"));
        return Task.CompletedTask;
    }

    async Task EnterAsync(HttpContext http, SaidByDirectory said, string? before, string? returnUrl)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var answer = await enter.RunAsync(said, devices.From(http), now, http.RequestAborted);
        if (answer.Ticket is { } ticket)
        {
            SignInTickets.Carry(http, ticket);
            http.Response.Redirect(http.Request.PathBase + Links.SignInCode + QueryString.Create("returnUrl", returnUrl ?? ""));
            return;
        }
        if (answer.Principal is not { } who)
        {
            http.Response.Redirect(http.Request.PathBase + Links.DirectoryRefused + "?why=unknown");
            return;
        }
        if (before is not null) await endSession.RunAsync(before, http.User.ToActor(), now, http.RequestAborted);
        await http.SignInAsync(who);
        devices.Remember(http, who.ToActor().OfficerId!.Value);
        http.Response.Redirect(http.Request.PathBase + SignInPage.HomeOf(who, Links.IsLocal(returnUrl) ? returnUrl : null));
    }

    async Task LinkAsync(HttpContext http, SaidByDirectory said, bool isOwn)
    {
        var isLinked = isOwn && await link.RunAsync(said, http.User.ToActor(), time.GetUtcNow().UtcDateTime, http.RequestAborted);
        http.Response.Redirect(http.Request.PathBase + (isLinked ? Links.Account : Links.DirectoryRefused + "?why=link"));
    }

    async Task ConfirmAsync(HttpContext http, SaidByDirectory said, string? session, string? returnUrl)
    {
        var by = session is null ? null : await accounts.FindAsync(said, http.RequestAborted);
        if (by is null || by.Id != http.User.ToActor().OfficerId || said.At is not { } at || TimeProvider.System.GetUtcNow() - at > Fresh)
        {
            http.Response.Redirect(http.Request.PathBase + Links.DirectoryRefused + "?why=confirm");
            return;
        }
        await confirmed.KeepAsync(session!, http.User.ToActor(), time.GetUtcNow().UtcDateTime, http.RequestAborted);
        http.Response.Redirect(http.Request.PathBase + (Links.IsLocal(returnUrl) ? returnUrl : Links.Account));
    }
}
