using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Photos;

namespace Songthang.Infrastructure.Uploads;

/// <summary>Registers what takes, keeps and sweeps photos.</summary>
public static class UploadsSetup
{
    /// <summary>Photos are kept in this folder, which is created if it is missing.</summary>
    public static IServiceCollection AddUploads(this IServiceCollection services, string folder) => services
        .AddSingleton<PhotoWorkshop>()
        .AddSingleton(provider => new PhotoStore(folder, provider.GetRequiredService<ILogger<PhotoStore>>()))
        .AddScoped<UploadDesk>()
        .AddScoped<SweepUploads>()
        .AddScoped<SweepRecords>();
}
