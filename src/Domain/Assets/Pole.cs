using Songthang.Domain.Geography;

namespace Songthang.Domain.Assets;

/// <summary>
/// A lighting pole with its luminaire and lamp, as the register knows it. It is retired, never deleted: requests and repairs
/// keep their pole. The verbs in the other part of this class are the only way to change it.
/// </summary>
public sealed partial class Pole
{
    readonly List<PoleEntry> history = [];
    readonly List<PolePhoto> photos = [];

    Pole() { }

    /// <summary>Key in storage.</summary>
    public long Id { get; private set; }

    /// <summary>Running number of its <see cref="Code"/>, from 1.</summary>
    public int CodeNumber { get; private set; }

    /// <summary>The register's own code, printed on its label.</summary>
    public PoleCode Code => PoleCode.Create(CodeNumber);

    /// <summary>As painted on the pole; may be empty.</summary>
    public string Number { get; private set; } = "";

    /// <summary><see cref="PoleNumber.Key"/> of the number: what names one pole of its owner, and what files are matched by.</summary>
    public string NumberKey { get; private set; } = "";

    /// <summary><see cref="PoleNumber.LooseKey"/> of the number: what requests are matched by, and what is looked up when dashes were left out.</summary>
    public string NumberLooseKey { get; private set; } = "";

    /// <summary><see cref="PoleNumber.Order"/> of the number, for lists.</summary>
    public string NumberOrder { get; private set; } = "";

    /// <summary>Degrees north (WGS 84).</summary>
    public double Latitude { get; private set; }

    /// <summary>Degrees east (WGS 84).</summary>
    public double Longitude { get; private set; }

    /// <summary>Where it stands.</summary>
    public Position Position => Position.Create(Latitude, Longitude);

    /// <summary>Six digits of the subdistrict that the position lies in; empty when it lies in none.</summary>
    public string TambonCode { get; private set; } = "";

    /// <summary>Road in words; may be empty.</summary>
    public string Road { get; private set; } = "";

    /// <summary><see cref="RoadName.Key"/> of the road: what roads are compared by.</summary>
    public string RoadKey { get; private set; } = "";

    /// <summary>Side of the road.</summary>
    public PoleSide Side { get; private set; }

    /// <summary>Kind of luminaire in words; may be empty.</summary>
    public string Luminaire { get; private set; } = "";

    /// <summary>A code of the settings' lamp kinds, or empty.</summary>
    public string LampCode { get; private set; } = "";

    /// <summary>Watts of the lamp; null when unknown.</summary>
    public int? PowerWatts { get; private set; }

    /// <summary>Control cabinet as it is called; may be empty.</summary>
    public string CabinetCode { get; private set; } = "";

    /// <summary>Circuit of that cabinet as it is called; may be empty.</summary>
    public string CircuitCode { get; private set; } = "";

    /// <summary>Day of the installation; null when unknown.</summary>
    public DateOnly? InstalledOn { get; private set; }

    /// <summary>Last day of the warranty; null when there is none or it is unknown.</summary>
    public DateOnly? WarrantyUntil { get; private set; }

    /// <summary>Years that its lamp is expected to last; null for those of the lamp's kind.</summary>
    public int? ExpectedLifeYears { get; private set; }

    /// <summary>A code of the settings' other authorities; empty for our own.</summary>
    public string OwnerCode { get; private set; } = "";

    /// <summary>Anything else, for officers; may be empty.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>When it was taken into the register, UTC.</summary>
    public DateTime RegisteredAt { get; private set; }

    /// <summary>When anything of it last changed, UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>The day from which it is out of use, Bangkok; null while it is in use.</summary>
    public DateOnly? RetiredOn { get; private set; }

    /// <summary>Why it is out of use; empty while it is in use.</summary>
    public string RetiredBecause { get; private set; } = "";

    /// <summary>Raised by every change; two changes of the same version conflict.</summary>
    public int Version { get; private set; }

    /// <summary>What happened to the record, oldest first.</summary>
    public IReadOnlyList<PoleEntry> History => history;

    /// <summary>Its photos, oldest first.</summary>
    public IReadOnlyList<PolePhoto> Photos => photos;

    /// <summary>Everything about it that people say and correct.</summary>
    public PoleFacts Facts => new(
        Number, Position, Road, Side, Luminaire, LampCode, PowerWatts, CabinetCode, CircuitCode, InstalledOn, WarrantyUntil,
        ExpectedLifeYears, OwnerCode, Notes);
}
