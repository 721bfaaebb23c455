using Microsoft.Extensions.DependencyInjection;

namespace Songthang.Infrastructure.Webhooks;

/// <summary>Puts the telling of partners together.</summary>
public static class WebhooksSetup
{
    /// <summary>Registers <see cref="WebhookSender"/> and what it stands on.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="shape">How a request is written for programs.</param>
    /// <param name="isDemo">Whether addresses inside the own network may be allowed.</param>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, WebhookShape shape, bool isDemo)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section)
            .Validate(options => isDemo || !options.AllowPrivateAddresses, $"{WebhookOptions.Section}: AllowPrivateAddresses is for the demo alone.")
            .Validate(options => options.TimeoutSeconds is >= 1 and <= 60, $"{WebhookOptions.Section}: TimeoutSeconds must be 1 to 60.")
            .ValidateOnStart();
        return services.AddSingleton(shape).AddSingleton<WebhookClient>().AddSingleton<WebhookSecret>().AddSingleton<WebhookOutcome>()
            .AddSingleton<WebhookSender>().AddScoped<SweepDeliveries>();
    }
}
