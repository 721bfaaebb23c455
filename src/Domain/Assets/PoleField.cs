using Songthang.Domain.Thai;

namespace Songthang.Domain.Assets;

/// <summary>What the register knows of a pole. Stored by name in the history: a name is for ever.</summary>
public enum PoleField
{
    /// <summary>As painted on the pole.</summary>
    Number,

    /// <summary>Degrees north.</summary>
    Latitude,

    /// <summary>Degrees east.</summary>
    Longitude,

    /// <summary>Road in words.</summary>
    Road,

    /// <summary>Side of the road.</summary>
    Side,

    /// <summary>Kind of luminaire in words.</summary>
    Luminaire,

    /// <summary>Kind of lamp.</summary>
    Lamp,

    /// <summary>Watts of the lamp.</summary>
    Power,

    /// <summary>Control cabinet.</summary>
    Cabinet,

    /// <summary>Circuit of the cabinet.</summary>
    Circuit,

    /// <summary>Day of the installation.</summary>
    InstalledOn,

    /// <summary>Last day of the warranty.</summary>
    WarrantyUntil,

    /// <summary>Years that the lamp is expected to last.</summary>
    ExpectedLife,

    /// <summary>Whose it is.</summary>
    Owner,

    /// <summary>Anything else.</summary>
    Notes,
}

/// <summary>The words of the fields.</summary>
public static class PoleFields
{
    /// <summary>All of them, in the order of forms and files.</summary>
    public static IReadOnlyList<PoleField> All { get; } = Enum.GetValues<PoleField>();

    /// <summary>The word on the screen.</summary>
    public static Phrase Name(this PoleField field) => field switch
    {
        PoleField.Number => new("หมายเลขเสา", "Pole number"),
        PoleField.Latitude => new("ละติจูด", "Latitude"),
        PoleField.Longitude => new("ลองจิจูด", "Longitude"),
        PoleField.Road => new("ถนน", "Road"),
        PoleField.Side => new("ฝั่งถนน", "Side of the road"),
        PoleField.Luminaire => new("ชนิดโคมไฟ", "Luminaire"),
        PoleField.Lamp => new("ชนิดหลอดไฟ", "Lamp"),
        PoleField.Power => new("กำลังไฟ (วัตต์)", "Power (W)"),
        PoleField.Cabinet => new("ตู้ควบคุม", "Control cabinet"),
        PoleField.Circuit => new("วงจร", "Circuit"),
        PoleField.InstalledOn => new("วันที่ติดตั้ง", "Installed on"),
        PoleField.WarrantyUntil => new("รับประกันถึง", "Warranty until"),
        PoleField.ExpectedLife => new("อายุใช้งานที่คาด (ปี)", "Expected life (years)"),
        PoleField.Owner => new("เจ้าของ", "Owner"),
        PoleField.Notes => new("หมายเหตุ", "Notes"),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
