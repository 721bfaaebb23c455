namespace Songthang.Domain.Geography;

/// <summary>Guesses the subdistrict of a position while no boundaries are known.</summary>
public static class NearestTambon
{
    /// <summary>Code of the tambon whose centre is nearest; empty for a position outside the province.</summary>
    public static string TambonCodeOf(this Province province, Position position) =>
        province.Contains(position) ? province.Tambons.MinBy(tambon => tambon.Centre.MetresTo(position))?.Code ?? "" : "";
}
