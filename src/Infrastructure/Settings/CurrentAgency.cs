using Microsoft.Extensions.Options;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Settings;

/// <summary>The authority as it is now: what the configuration says, and over it what an administrator set in the program.</summary>
/// <param name="configured">Makes what the configuration says.</param>
/// <param name="settings">What was set.</param>
sealed class CurrentAgency(IOptionsFactory<Agency> configured, CurrentSettings settings) : IOptions<Agency>
{
    readonly Lazy<Agency> shipped = new(() => configured.Create(Options.DefaultName));

    volatile Held? held;

    public Agency Value
    {
        get
        {
            var profile = settings.Get(Topics.Agency);
            var now = held;
            if (now is null || !ReferenceEquals(now.Profile, profile))
                held = now = new Held(profile, With(shipped.Value, profile));
            return now.Agency;
        }
    }

    /// <summary>What a profile says before anybody changes it.</summary>
    public static AgencyProfile ToProfile(Agency agency) => new(
        agency.ServiceName.Phrase, agency.Name.Phrase, agency.ShortName.Phrase, agency.Division.Phrase, agency.Address.Phrase,
        agency.Phone, agency.Web, agency.EService, agency.EServiceName.Phrase);

    static Agency With(Agency agency, AgencyProfile profile) => agency with
    {
        ServiceName = Words(profile.ServiceName),
        Name = Words(profile.Name),
        ShortName = Words(profile.ShortName),
        Division = Words(profile.Division),
        Address = Words(profile.Address),
        Phone = profile.Phone,
        Web = profile.Web,
        EService = profile.EService,
        EServiceName = Words(profile.EServiceName),
        Logo = profile.Logo,
    };

    static Agency.Words Words(Phrase phrase) => new() { Thai = phrase.Thai ?? "", English = phrase.English ?? "" };

    sealed record Held(AgencyProfile Profile, Agency Agency);
}
