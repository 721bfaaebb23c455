using Songthang.Domain.Thai;

namespace Songthang.Domain.Assets;

/// <summary>On which side of its road a pole stands, seen in the direction of the road's kilometres. Stored by name.</summary>
public enum PoleSide
{
    /// <summary>Nobody has said.</summary>
    Unknown,

    /// <summary>ซ้ายทาง.</summary>
    Left,

    /// <summary>ขวาทาง.</summary>
    Right,

    /// <summary>เกาะกลาง.</summary>
    Median,
}

/// <summary>The words of the sides.</summary>
public static class PoleSides
{
    /// <summary>The word on the screen.</summary>
    public static Phrase Name(this PoleSide side) => side switch
    {
        PoleSide.Unknown => new("ไม่ระบุ", "Not said"),
        PoleSide.Left => new("ซ้ายทาง", "Left"),
        PoleSide.Right => new("ขวาทาง", "Right"),
        PoleSide.Median => new("เกาะกลาง", "Median"),
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };
}
