using Songthang.Infrastructure.Spam;

namespace Songthang.Web.Features.Reporting;

/// <summary>What keeps machines out of the inbox.</summary>
static class SpamSetup
{
    public static IServiceCollection AddSpamChecks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SpamLimits>().Bind(configuration.GetSection(SpamLimits.Section))
            .Validate(limits => limits.IsSound, $"{SpamLimits.Section}: every limit must be above 0, ProofRounds at most 1000000.").ValidateOnStart();
        return services.AddSingleton<FormTime>().AddSingleton<ProofOfWork>().AddScoped<Buckets>();
    }
}
