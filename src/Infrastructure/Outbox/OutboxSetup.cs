using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Channels;

namespace Songthang.Infrastructure.Outbox;

/// <summary>Puts the sending of messages together.</summary>
public static class OutboxSetup
{
    /// <summary>Registers <see cref="OutboxSender"/> and what it stands on.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="links">Where letters lead to.</param>
    /// <param name="inboxFolder">Folder of the developer inbox.</param>
    /// <param name="isDemo">Whether the developer inbox may be used.</param>
    public static IServiceCollection AddOutbox(this IServiceCollection services, LetterLinks links, string inboxFolder, bool isDemo)
    {
        services.AddOptions<Mail>().BindConfiguration(Mail.Section).ValidateDataAnnotations()
            .Validate(mail => mail.Host.Length == 0 || EmailAddress.TryParse(mail.From, out _),
                $"{Mail.Section}: with a Host, From must be an email address.")
            .Validate(mail => mail.DutyAddress.Length == 0 || EmailAddress.TryParse(mail.DutyAddress, out _),
                $"{Mail.Section}: DutyAddress must be an email address.")
            .ValidateOnStart();
        services.AddSingleton(links);
        services.AddSingleton(new DeveloperInbox(inboxFolder));
        services.AddSingleton(provider => new PostOffice(
            provider.GetRequiredService<IOptions<Mail>>(), provider.GetRequiredService<IOptions<Agency>>(),
            provider.GetRequiredService<PublicAddress>(), provider.GetRequiredService<DeveloperInbox>(), isDemo));
        services.AddSingleton<LetterWriter>();
        services.AddScoped<StaffPost>();
        services.AddSingleton<OutboxSender>();
        return services;
    }
}
