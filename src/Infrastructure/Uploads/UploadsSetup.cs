using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Songthang.Infrastructure.Attachments;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Photos;

namespace Songthang.Infrastructure.Uploads;

/// <summary>Registers what takes, keeps and sweeps photos and documents.</summary>
public static class UploadsSetup
{
    /// <summary>Photos and documents are kept in these folders, which are created if they are missing.</summary>
    public static IServiceCollection AddUploads(this IServiceCollection services, string photos, string documents)
    {
        services.AddOptions<UploadQuota>().BindConfiguration(UploadQuota.Section)
            .Validate(quota => quota.IsSound, $"{UploadQuota.Section}: at least 1 file and 15 megabytes.").ValidateOnStart();
        services.AddOptions<VirusScannerOptions>().BindConfiguration(VirusScannerOptions.Section)
            .Validate(options => options.IsSound, $"{VirusScannerOptions.Section}: Address is unix:/path or host:port, TimeoutSeconds 1 to 120.").ValidateOnStart();
        return services.AddDesks(photos, documents);
    }

    static IServiceCollection AddDesks(this IServiceCollection services, string photos, string documents) => services
        .AddScoped<UploadSender>()
        .AddScoped<UploadCounter>()
        .AddSingleton<VirusScanner>()
        .AddSingleton<PhotoWorkshop>()
        .AddSingleton(_ => new DocumentStore(documents))
        .AddScoped<DocumentDesk>()
        .AddScoped<SweepDocuments>()
        .AddSingleton(provider => new PhotoStore(photos, provider.GetRequiredService<ILogger<PhotoStore>>()))
        .AddScoped<UploadDesk>()
        .AddScoped<SweepUploads>()
        .AddScoped<SweepRecords>();
}
