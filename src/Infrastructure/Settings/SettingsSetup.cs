using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Songthang.Infrastructure.Settings;

/// <summary>Puts the settings together.</summary>
public static class SettingsSetup
{
    /// <summary>
    /// Registers <see cref="CurrentSettings"/> and what follows from it. What changes with the settings is scoped, so that
    /// nothing that lives as long as the program can keep an old one; such ask <see cref="CurrentSettings"/> each time.
    /// </summary>
    public static IServiceCollection AddSettings(this IServiceCollection services) => services
        .AddOptions()
        .AddSingleton(provider =>
        {
            var settings = new CurrentSettings();
            var configured = provider.GetRequiredService<IOptionsFactory<Agency>>().Create(Options.DefaultName);
            settings.Ship(Topics.Agency, CurrentAgency.ToProfile(configured));
            return settings;
        })
        .AddSingleton<IOptions<Agency>, CurrentAgency>()
        .AddScoped(provider => provider.GetRequiredService<CurrentSettings>().ServiceLevel)
        .AddScoped(provider => provider.GetRequiredService<CurrentSettings>().FaultTypes);
}
