using Microsoft.AspNetCore.DataProtection;
using Songthang.Infrastructure.Disk;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;
using Songthang.Infrastructure.Webhooks;
using Songthang.Web.Api;
using Songthang.Web.Background;
using Songthang.Web.CommandLine;
using Songthang.Web.Features.Accounts;
using Songthang.Web.Features.Accounts.Confirming;
using Songthang.Web.Features.Accounts.Directory;
using Songthang.Web.Features.Administration;
using Songthang.Web.Features.DeveloperInbox;
using Songthang.Web.Features.Documents;
using Songthang.Web.Features.Feeds;
using Songthang.Web.Features.Inbox;
using Songthang.Web.Features.OpenData;
using Songthang.Web.Features.Photos;
using Songthang.Web.Features.PublicMap;
using Songthang.Web.Features.Reporting;
using Songthang.Web.Features.SecurityContact;
using Songthang.Web.Features.Sharing;
using Songthang.Web.Features.Uploads;
using Songthang.Web.Open311;
using Songthang.Web.Shared;

namespace Songthang.Web;

/// <summary>The only place that knows every door: it puts the program together.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => Commands.RunAsync(args, CreateApp);

    /// <summary>The program, ready to run. Tests change services through <paramref name="adjust"/>.</summary>
    public static WebApplication CreateApp(Startup startup, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(startup.Urls);
        // Text needs no more; pages that take photos say so themselves.
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = 1024 * 1024;
            // 500 chosen requests in an address.
            options.Limits.MaxRequestLineSize = 16 * 1024;
            // What answers is nobody's business.
            options.AddServerHeader = false;
        });
        // Styles and scripts are found from the build's output too, not only in Development.
        builder.WebHost.UseStaticWebAssets();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        builder.Logging.AddLogs();
        AddServices(builder, startup);
        adjust?.Invoke(builder);
        // Last, because which database it is must be known here, and a test says it by a setting.
        builder.Services.AddDatabase(builder.Configuration.GetConnectionString("Songthang")
            ?? $"Data Source={startup.DataPath("songthang.db")}");
        var app = builder.Build();
        // The tables take as long to read as the pages, on another core. A fault is not lost: whoever asks for the tables next meets it again.
        _ = Task.Run(() => Database.ReadTables(app.Services));
        app.UseDirectory();
        Map(app);
        return app;
    }

    static void AddServices(WebApplicationBuilder builder, Startup startup)
    {
        var services = builder.Services;
        // Database, photos and keys are nobody else's business on the machine.
        DurableFolder.Make(startup.DataDirectory);
        services.AddSingleton(startup);
        services.AddSingleton(TimeProvider.System);
        services.AddUploads(startup.DataPath("photos"), startup.DataPath("documents"));
        services.AddHostedService<SweepUploadsWorker>();
        services.AddSingleton(made => KeySecret.In(made.GetRequiredService<IConfiguration>()[KeySecret.Setting]));
        services.AddSingleton(made => LinkSeal.In(startup.DataPath("keys"), made.GetRequiredService<KeySecret>()));
        services.AddDataProtection()
            .SetApplicationName("Songthang")
            .PersistKeysDurably(startup.DataPath("keys"));
        services.AddUseCases();
        services.AddSingleton<DocumentTicket>();
        services.AddPolicies();
        services.AddAccounts();
        services.AddDirectory();
        services.AddInbox();
        services.AddOpenData(builder.Configuration);
        services.AddFeeds();
        services.AddSharing();
        services.AddSecurityTxt(builder.Configuration);
        services.AddOpen311();
        services.AddPages(builder.Configuration);
        services.AddErrors();
        services.AddCompression();
        services.AddKeptAnswers();
        services.AddHealth();
        services.AddTelemetry(builder.Configuration);
        // A web server with TLS stands before us, on the same machine unless others are named; nobody else's word about addresses is taken.
        services.AddTrustedProxies(builder.Configuration);
        services.AddRateLimits(builder.Configuration);
        services.AddSpamChecks(builder.Configuration);
        services.AddDeveloperInbox(startup);
        services.AddApi();
        services.AddBackground(startup);
        services.AddWebhooks(new WebhookShape(ApiRequest.Of), startup.IsDemo);
    }

    static void Map(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHostCookies();
        app.UseLanguages();
        app.UseSecurityHeaders();
        app.UseKeptAnswers();
        app.UseErrors();
        app.UseOpen311();
        app.UseApi();
        app.UseCompression();
        app.UseExpiredForms();
        app.UseRouting();
        app.UseRateLimits();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseUploadSenders();
        app.UseRefusals();
        app.UseOwnAccountFirst();
        app.UseConfirmFirst();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapLanguages();
        app.MapUploads();
        app.MapPhotos();
        app.MapDocuments();
        app.MapLogo();
        app.MapBell();
        app.MapInboxMap();
        app.MapHere();
        app.MapOpenData();
        app.MapFeeds();
        app.MapSharing();
        app.MapSecurityTxt();
        app.MapPublicMap();
        app.MapOpen311();
        app.MapApi();
        app.MapRazorPages().WithStaticAssets();
        app.MapNotFound();
    }
}
