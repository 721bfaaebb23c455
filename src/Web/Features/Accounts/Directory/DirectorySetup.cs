using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>How the program speaks with the provider: code flow with PKCE, nonce and state, all by the framework's own handler.</summary>
public static class DirectorySetup
{
    public const string Scheme = "directory";

    public static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        services.AddSingleton(made => DirectorySettings.Read(made.GetRequiredService<IConfiguration>()));
        services.AddTransient<OpenIdConnectHandler>();
        services.AddScoped<DirectoryEvents>();
        services.AddSingleton<DirectoryTokens>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<DirectorySettings>(Set);
        return services;
    }

    /// <summary>Adds the way in where one is set: not before, because a handler without an address answers nobody.</summary>
    public static void UseDirectory(this WebApplication app)
    {
        if (app.Services.GetRequiredService<DirectorySettings>().IsOn)
            app.Services.GetRequiredService<IAuthenticationSchemeProvider>().AddScheme(new AuthenticationScheme(Scheme, null, typeof(OpenIdConnectHandler)));
    }

    static void Set(OpenIdConnectOptions options, DirectorySettings settings)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
        // On this very machine there is nobody on the wire.
        options.RequireHttpsMetadata = !(Uri.TryCreate(settings.Authority, UriKind.Absolute, out var address) && address.IsLoopback);
        options.ResponseType = OpenIdConnectResponseType.Code;
        // As an address, so that cookies that other sites' forms do not bring along are enough.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        // Never used, because DirectoryEvents begins the session; without one the handler does not start.
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        // Nothing that it says is thrown away before it was read.
        options.ClaimActions.Clear();
        options.Scope.Clear();
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("openid"))
            options.Scope.Add(scope);
        options.CallbackPath = Links.DirectoryReturn;
        options.SignedOutCallbackPath = Links.DirectorySignedOut;
        options.SignedOutRedirectUri = Links.SignIn;
        options.RemoteSignOutPath = default;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The prefix __Host- wants it.
            cookie.Path = "/";
        }
        // Times that the provider writes are those of the world.
        options.TimeProvider = TimeProvider.System;
        options.EventsType = typeof(DirectoryEvents);
    }
}
