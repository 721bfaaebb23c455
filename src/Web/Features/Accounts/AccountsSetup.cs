using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Accounts.Passkeys;
using Songthang.Web.Features.Accounts.SecondFactors;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>Accounts of the staff and how a browser stays signed in.</summary>
public static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        // Before Identity, which brings its own only where none is registered.
        services.AddScoped<IPasswordHasher<OfficerAccount>, OfficerPasswordHasher>();
        services.AddScoped<IPasswordValidator<OfficerAccount>, PasswordCheck>();
        services.AddIdentityCore<OfficerAccount>(options => options.User.AllowedUserNameCharacters = UserNames.Characters)
            .AddUserStore<OfficerStore>();
        services.AddScoped<IPasskeyHandler<OfficerAccount>, PasskeyHandler<OfficerAccount>>();
        services.AddScoped<PasskeyChallenges>().AddScoped<PasskeyProof>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>(PasskeyRules.Set);
        // PBKDF2 with HMAC-SHA512: what the OWASP Password Storage Cheat Sheet asks for.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);

        services.AddSingleton<FirstSetUp>();
        services.AddSingleton<KnownSessions>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<SignInTickets>();
        services.AddSingleton<FactorSecrets>();
        services.AddSingleton(made => SecondFactorRule.Read(
            made.GetRequiredService<IConfiguration>(), made.GetRequiredService<Startup>().IsDemo));
        services.AddScoped<SignInTries>().AddScoped<StartSession>().AddScoped<SecondFactorProof>().AddScoped<FactorNews>();
        services.AddScoped<SessionEvents>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = KeptAnswers.SessionCookie;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Session.LongestIdle;
            options.LoginPath = Links.SignIn;
            options.ReturnUrlParameter = "returnUrl";
            options.EventsType = typeof(SessionEvents);
        });

        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            // Not Strict: a page opened from a link elsewhere would get another token, and forms in other tabs would die.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<KeptForms>();
        services.Configure<MvcOptions>(options => options.Filters.Add<StaleTokenFilter>());
        return services;
    }
}
