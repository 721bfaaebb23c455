using Songthang.Infrastructure;
using Songthang.Infrastructure.Outbox;
using Songthang.Web.Features.PoleImporting;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Making;

namespace Songthang.Web.Background;

/// <summary>What the program does by itself.</summary>
static class BackgroundSetup
{
    public static IServiceCollection AddBackground(this IServiceCollection services, Startup startup)
    {
        services.AddSingleton(provider => new PublicAddress(
            provider.GetRequiredService<IConfiguration>()[PublicAddress.Key] is { Length: > 0 } configured ? configured : OwnAddress(startup)));
        services.AddOutbox(new LetterLinks(OwnPage, Links.OfficerRequest, FollowedRequest), startup.DataPath("inbox"), startup.IsDemo);
        services.AddSingleton(new PaperFiles(startup.DataPath("forms"))).AddSingleton<PaperQueue>();
        services.AddSingleton(new PoleImportDesk(startup.DataPath("imports")));
        services.AddHostedService<SettingsWorker>();
        services.AddHostedService<PoleImportWorker>();
        services.AddHostedService<PaperFilesWorker>();
        services.AddHostedService<DerivedColumnsWorker>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<LapseQuestionsWorker>();
        services.AddHostedService<WarningsWorker>();
        services.AddHostedService<VerificationWorker>();
        services.AddHostedService<EveningQuestionsWorker>();
        services.AddHostedService<OutagesWorker>();
        services.AddHostedService<SumsWorker>();
        services.AddHostedService<WebhooksWorker>();
        services.AddHostedService<BackupsWorker>();
        services.AddHostedService<GaugesWorker>();
        services.AddHostedService<RetentionWorker>();
        return services;
    }

    // A link that was sealed with a key that is gone cannot be written: then letters lead to where reference and telephone number do.
    static string OwnPage(string secret) => secret.Length > 0 ? Links.OwnPage(secret) : Links.Track;

    static string FollowedRequest(string secret) => secret.Length > 0 ? Links.FollowedRequest(secret) : Links.Track;

    /// <summary>Where the program listens, if that is one address that a browser on this machine can open.</summary>
    static string OwnAddress(Startup startup) =>
        Uri.TryCreate(startup.Urls.Split(';')[0], UriKind.Absolute, out var address) && address is { IsLoopback: true, Port: > 0 }
            ? address.GetLeftPart(UriPartial.Authority)
            : PublicAddress.Default;
}
