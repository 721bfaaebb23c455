using Songthang.Domain.Geography;
using Songthang.Domain.Publication;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What a rectangle of the public map shows.</summary>
/// <param name="Groups">Requests of one cell each, drawn as one mark, from north to south.</param>
/// <param name="Reports">Requests that stand alone.</param>
/// <param name="Total">Those of the groups and of the reports together.</param>
/// <param name="IsMore">There may be more: not all were looked through, or not all are counted yet.</param>
public sealed record MapView(IReadOnlyList<MapGroup> Groups, IReadOnlyList<MapReport> Reports, int Total, bool IsMore);

/// <summary>Requests that are drawn as one mark.</summary>
/// <param name="Cell">The cell that they share.</param>
/// <param name="Latitude">Their mean, degrees north.</param>
/// <param name="Longitude">Their mean, degrees east.</param>
/// <param name="Count">How many.</param>
/// <param name="Waiting">How many of them wait.</param>
/// <param name="Working">How many are being worked on.</param>
/// <param name="Done">How many are repaired.</param>
/// <param name="Other">How many ended in another way.</param>
public sealed record MapGroup(
    MapCell Cell, double Latitude, double Longitude, int Count, int Waiting, int Working, int Done, int Other);

/// <summary>A request that is drawn as a mark of its own.</summary>
/// <param name="Request">What everyone may see of it.</param>
/// <param name="Mark">Where it is drawn.</param>
public sealed record MapReport(PublicServiceRequest Request, MapMark Mark);

/// <summary>Requests of one status and one cell, or a single one, before they are grouped.</summary>
/// <param name="Cell">The cell, of the map's zoom or a deeper one.</param>
/// <param name="Kind">The kind of their status.</param>
/// <param name="Count">How many.</param>
/// <param name="Latitudes">Sum of <see cref="MapMark.Latitude"/>.</param>
/// <param name="Longitudes">Sum of <see cref="MapMark.Longitude"/>.</param>
/// <param name="References">Sum of <see cref="Domain.ServiceRequests.Reference.Key"/>: of a single one it names it.</param>
sealed record MapDot(MapCell Cell, MapKind Kind, int Count, long Latitudes, long Longitudes, long References)
{
    /// <summary>All that stand in one cell of a zoom, as one for each kind.</summary>
    public static IEnumerable<IGrouping<MapCell, MapDot>> In(IEnumerable<MapDot> dots, int zoom) =>
        dots.GroupBy(dot => dot.Cell.At(zoom)).Where(same => same.Sum(dot => dot.Count) > 0).OrderBy(same => same.Key.Row).ThenBy(same => same.Key.Column);

    /// <summary>The dots of a cell as a group.</summary>
    public static MapGroup Group(IGrouping<MapCell, MapDot> dots)
    {
        var count = dots.Sum(dot => dot.Count);
        return new(dots.Key, Mean(dots.Sum(dot => dot.Latitudes), count), Mean(dots.Sum(dot => dot.Longitudes), count), count,
            Of(MapKind.Waiting), Of(MapKind.Working), Of(MapKind.Done), Of(MapKind.Other));

        int Of(MapKind kind) => dots.Where(dot => dot.Kind == kind).Sum(dot => dot.Count);
    }

    static double Mean(long sum, int count) => Math.Round((double)sum / count / MapMark.StepsOfDegree, PublicServiceRequest.PositionDecimals + 1);
}
