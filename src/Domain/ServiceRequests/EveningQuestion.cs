using Songthang.Domain.Geography;
using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>
/// When a requester is asked a second time whether the light works: a lamp can only be judged in the dark, and is mostly
/// repaired by day.
/// </summary>
public static class EveningQuestion
{
    /// <summary>So long after sunset the lights are on.</summary>
    public static readonly TimeSpan AfterSunset = TimeSpan.FromMinutes(30);

    /// <summary>A question that could not be asked within this time, such as while the program stood still, is not asked any more.</summary>
    public static readonly TimeSpan AskedWithin = TimeSpan.FromHours(24);

    static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    // What can be seen by day; an authority's own fault types are taken for lamps.
    static readonly HashSet<string> SeenByDay = new(StringComparer.Ordinal)
    {
        "day_burner", "pole_damaged", "wire_down", "leakage", "cabinet", "flooded", "other",
    };

    /// <summary>The moment (UTC); null when the request is not completed, no lamp is concerned, or it was completed in the dark already.</summary>
    /// <param name="request">A completed request.</param>
    /// <param name="otherwise">Where the sun is looked at when the request has no position.</param>
    public static DateTime? At(ServiceRequest request, Position otherwise)
    {
        if (request.CompletedAt is not { } completed || SeenByDay.Contains(request.FaultCode))
            return null;
        var position = Position.TryCreate(request.Place.Latitude, request.Place.Longitude, out var known) ? known : otherwise;
        return Sun.SetsAt(ThaiDates.BangkokDate(completed), position, Bangkok) + AfterSunset is { } evening && evening > completed
            ? evening
            : null;
    }
}
