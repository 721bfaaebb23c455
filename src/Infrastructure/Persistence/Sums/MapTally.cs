using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>As what a request is counted on the public map. Read off the request alone, so that the sums can be proved by counting anew.</summary>
/// <param name="Latitude">As <see cref="MapMark.Latitude"/>.</param>
/// <param name="Longitude">As <see cref="MapMark.Longitude"/>.</param>
/// <param name="TambonCode">Six digits; empty when unknown.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="Status">Where it stands.</param>
public sealed record MapTally(int Latitude, int Longitude, string TambonCode, string FaultCode, ServiceRequestStatus Status)
{
    /// <summary>
    /// The zooms that sums are kept for. A zoom between them reads the cells of the next one, at most four for each of its own;
    /// one below the first has the whole province in a few cells.
    /// </summary>
    public static IReadOnlyList<int> Zooms { get; } = [10, 12, 14, 16];

    /// <summary>Stands for the fault where all are counted together: that is what most people look at.</summary>
    public const string EveryFault = "";

    /// <summary>The <see cref="CodeOf"/> of a request that stands nowhere on the map.</summary>
    public const string Nowhere = "-";

    /// <summary>The tally of a request; null when it stands nowhere.</summary>
    public static MapTally? Of(ServiceRequest request, Province province) => MapMark.Of(request, province) is { } mark
        ? new(mark.Latitude, mark.Longitude, request.Place.TambonCode, request.FaultCode, request.Status)
        : null;

    /// <summary>As it is kept beside the request.</summary>
    public static string CodeOf(MapTally? tally) => tally is null ? Nowhere : string.Create(
        CultureInfo.InvariantCulture, $"{tally.Latitude}|{tally.Longitude}|{tally.TambonCode}|{tally.FaultCode}|{tally.Status}");

    /// <summary>Reads a <see cref="CodeOf"/>; null for that of a request that stands nowhere or was not counted yet.</summary>
    /// <exception cref="FormatException">It is no such code.</exception>
    public static MapTally? Read(string code)
    {
        if (code is "" or Nowhere)
            return null;
        return code.Split('|') is [var latitude, var longitude, var tambon, var fault, var status]
            ? new(int.Parse(latitude, CultureInfo.InvariantCulture), int.Parse(longitude, CultureInfo.InvariantCulture), tambon, fault, Enum.Parse<ServiceRequestStatus>(status))
            : throw new FormatException("This is no tally of a request on the map.");
    }

    /// <summary>The cell that it stands in.</summary>
    public MapCell Cell(int zoom) => MapCell.Of(new MapMark(Latitude, Longitude, IsApproximate: false).Position, zoom);
}
