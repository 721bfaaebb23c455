using System.Globalization;
using System.Security.Cryptography;
using Songthang.Domain.Geography;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Shared.Maps;

/// <summary>
/// What <c>?v=</c> of the map's ground names: it changes with the data and with the program that writes them, so that a browser
/// may keep for good what it once got.
/// </summary>
/// <param name="boundaries">Borders that hold now.</param>
/// <param name="roads">Roads that hold now.</param>
/// <param name="settings">What owners of roads are called.</param>
public sealed class GroundVersions(CurrentBoundaries boundaries, CurrentRoads roads, CurrentSettings settings)
{
    static readonly string Program = Convert.ToHexStringLower(SHA256.HashData(
        [.. new[] { typeof(Province), typeof(CurrentRoads), typeof(GroundVersions) }.SelectMany(type => type.Assembly.ManifestModule.ModuleVersionId.ToByteArray())]).AsSpan(0, 4));

    /// <summary>Names and borders of amphoe and tambon.</summary>
    public string Areas => string.Create(CultureInfo.InvariantCulture, $"{boundaries.Number}-{Program}");

    /// <summary>Roads with their owners.</summary>
    public string Roads => string.Create(
        CultureInfo.InvariantCulture, $"{roads.Number}-{settings.NumberOf(Topics.Authorities)}-{settings.NumberOf(Topics.Agency)}-{Program}");
}
