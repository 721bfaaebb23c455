using Songthang.Domain.Assets;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Shared;

/// <summary>What the settings say of a pole's codes.</summary>
public static class PoleNames
{
    /// <summary>What a kind of lamp is called.</summary>
    public static Phrase LampName(this CurrentSettings settings, string code) =>
        settings.Get(Topics.LampKinds).Find(code)?.Name ?? new(code, code);

    /// <summary>Whose it is; the empty code is our own.</summary>
    public static Phrase OwnerName(this CurrentSettings settings, string code) => code.Length == 0
        ? settings.Get(Topics.Agency).ShortName is { Thai.Length: > 0 } ours ? ours : settings.Get(Topics.Agency).Name
        : settings.Get(Topics.Authorities).Find(code)?.Name ?? new(code, code);

    /// <summary>The day by which its lamp is expected to end; null when the installation or the life is unknown.</summary>
    public static DateOnly? ExpectedEnd(this CurrentSettings settings, Pole pole) =>
        LampLife.End(pole.InstalledOn, pole.ExpectedLifeYears, settings.Get(Topics.LampKinds).Find(pole.LampCode)?.LifeYears);
}
