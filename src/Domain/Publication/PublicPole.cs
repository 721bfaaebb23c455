using Songthang.Domain.Assets;

namespace Songthang.Domain.Publication;

/// <summary>
/// The only shape in which the public takes away a pole of the register. What officers note of it stays with them; where
/// it stands everyone sees on the road.
/// </summary>
/// <param name="CodeNumber">Running number of the register's own code.</param>
/// <param name="Number">As painted on the pole; may be empty.</param>
/// <param name="Latitude">Degrees north (WGS 84).</param>
/// <param name="Longitude">Degrees east (WGS 84).</param>
/// <param name="TambonCode">Six digits; empty when it lies in none.</param>
/// <param name="Road">Road in words; may be empty.</param>
/// <param name="Side">Side of the road.</param>
/// <param name="Luminaire">Kind of luminaire in words; may be empty.</param>
/// <param name="LampCode">A code of the settings' lamp kinds, or empty.</param>
/// <param name="PowerWatts">Watts of the lamp; null when unknown.</param>
/// <param name="CabinetCode">Control cabinet; may be empty.</param>
/// <param name="CircuitCode">Circuit of the cabinet; may be empty.</param>
/// <param name="InstalledOn">Day of the installation; null when unknown.</param>
/// <param name="OwnerCode">A code of the settings' other authorities; empty for our own.</param>
/// <param name="RetiredOn">The day from which it is out of use; null while it is in use.</param>
/// <param name="ChangedAt">When anything of it last changed, UTC.</param>
public sealed record PublicPole(
    int CodeNumber, string Number, double Latitude, double Longitude, string TambonCode, string Road, PoleSide Side, string Luminaire,
    string LampCode, int? PowerWatts, string CabinetCode, string CircuitCode, DateOnly? InstalledOn, string OwnerCode, DateOnly? RetiredOn,
    DateTime ChangedAt)
{
    /// <summary>Decimals of its position: about ten centimetres.</summary>
    public const int PositionDecimals = 6;

    /// <summary>The code on its label.</summary>
    public PoleCode Code => PoleCode.Create(CodeNumber);
}
