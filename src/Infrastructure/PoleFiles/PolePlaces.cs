using Songthang.Domain.Geography;
using Songthang.Infrastructure.Geodata;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>Where poles stand: by the borders once they are loaded, before that by the nearest centre.</summary>
/// <param name="boundaries">The borders as they hold now.</param>
/// <param name="province">Its subdistricts.</param>
public sealed class PolePlaces(CurrentBoundaries boundaries, Province province)
{
    /// <summary>Code of the tambon of a position; empty outside of all.</summary>
    public string TambonCodeOf(Position position) => boundaries.Map.IsEmpty
        ? province.TambonCodeOf(position)
        : boundaries.Map.TambonAt(position) ?? "";
}
