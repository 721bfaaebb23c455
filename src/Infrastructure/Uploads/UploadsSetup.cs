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
    public static IServiceCollection AddUploads(this IServiceCollection services, string photos, string documents) => services
        .AddSingleton<PhotoWorkshop>()
        .AddSingleton(_ => new DocumentStore(documents))
        .AddScoped<DocumentDesk>()
        .AddScoped<SweepDocuments>()
        .AddSingleton(provider => new PhotoStore(photos, provider.GetRequiredService<ILogger<PhotoStore>>()))
        .AddScoped<UploadDesk>()
        .AddScoped<SweepUploads>()
        .AddScoped<SweepRecords>();
}
