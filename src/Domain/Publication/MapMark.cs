using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Publication;

/// <summary>
/// Where a request stands on everyone's map: after the check at its coarse position, before it (or without one) in the middle of
/// its tambon. In whole steps of the coarse position, so that sums of it are exact.
/// </summary>
/// <param name="Latitude">Ten-thousandths of a degree north.</param>
/// <param name="Longitude">Ten-thousandths of a degree east.</param>
/// <param name="IsApproximate">Only the tambon is known.</param>
public readonly record struct MapMark(int Latitude, int Longitude, bool IsApproximate)
{
    /// <summary>Steps of a degree, <see cref="PublicServiceRequest.PositionDecimals"/> decimals.</summary>
    public const int StepsOfDegree = 10_000;

    /// <summary>Where it stands.</summary>
    public Position Position => Position.Create((double)Latitude / StepsOfDegree, (double)Longitude / StepsOfDegree);

    /// <summary>The mark of a request; null when not even its tambon is known.</summary>
    /// <param name="isChecked">Whether an officer checked the details.</param>
    /// <param name="tambonCode">Six digits; empty when unknown.</param>
    /// <param name="latitude">Degrees north, exact or coarse.</param>
    /// <param name="longitude">Degrees east, exact or coarse.</param>
    /// <param name="province">Knows the middle of the tambon.</param>
    public static MapMark? Of(bool isChecked, string tambonCode, double? latitude, double? longitude, Province province)
    {
        if (isChecked && Position.TryCreate(latitude, longitude, out var position))
            return At(position, isApproximate: false);
        return province.Find(tambonCode) is { } tambon ? At(tambon.Centre, isApproximate: true) : null;
    }

    /// <summary>The mark of a request; null when not even its tambon is known.</summary>
    public static MapMark? Of(ServiceRequest request, Province province) =>
        Of(request.CheckedAt is not null, request.Place.TambonCode, request.Place.Latitude, request.Place.Longitude, province);

    static MapMark At(Position position, bool isApproximate) => new(Steps(position.Latitude), Steps(position.Longitude), isApproximate);

    static int Steps(double degrees) => (int)Math.Round(PublicServiceRequest.Coarse(degrees)!.Value * StepsOfDegree);
}

/// <summary>The few kinds of status that marks on a map are told apart by.</summary>
public enum MapKind
{
    /// <summary>รอดำเนินการ.</summary>
    Waiting,

    /// <summary>กำลังดำเนินการ.</summary>
    Working,

    /// <summary>ดำเนินการแล้ว.</summary>
    Done,

    /// <summary>Ended in another way.</summary>
    Other,
}

/// <summary>Which kind a status is.</summary>
public static class MapKinds
{
    /// <summary>The kind of a status.</summary>
    public static MapKind Kind(this ServiceRequestStatus status) => status switch
    {
        ServiceRequestStatus.InProgress => MapKind.Working,
        ServiceRequestStatus.Completed => MapKind.Done,
        _ => status.IsOpen() ? MapKind.Waiting : MapKind.Other,
    };
}
