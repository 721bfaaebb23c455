using Songthang.Domain.Geography;

namespace Songthang.Domain.ServiceRequests;

/// <summary>Why two requests may be about one fault.</summary>
public enum SameFaultReason
{
    /// <summary>Within <see cref="SameFault.NearMetres"/>.</summary>
    Near,

    /// <summary>The same number on the pole.</summary>
    Pole,

    /// <summary>The same subdistrict, road and kind of fault.</summary>
    Road,
}

/// <summary>Two requests that may be about one fault.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Metres">How far apart, null when a position is unknown.</param>
public sealed record SameFaultMatch(SameFaultReason Reason, double? Metres);

/// <summary>Whether two requests may be about one fault: only a suggestion, people decide.</summary>
public static class SameFault
{
    /// <summary>As far as two positions of one pole lie apart: poles stand 30 to 40 m apart, phones are off by as much.</summary>
    public const double NearMetres = 75;

    /// <summary>Beyond this distance even the same pole number means another pole: such numbers repeat from road to road.</summary>
    public const double SamePoleMetres = 500;

    // A lamp that flickers today is out tomorrow, and one lamp out may be a stretch.
    static readonly string[] Dark = ["lamp_out", "section_out", "flicker"];

    /// <summary>What an officer looks through: near, or the same pole, or the same road with the same kind of fault.</summary>
    public static SameFaultMatch? Of(string faultCode, Place place, string otherFaultCode, Place other)
    {
        var metres = Distance(place, other);
        if (metres <= NearMetres)
            return new(SameFaultReason.Near, metres);
        if (IsSamePole(place, other, metres))
            return new(SameFaultReason.Pole, metres);
        var sameRoad = place.TambonCode.Length > 0 && place.TambonCode == other.TambonCode
            && place.RoadKey.Length > 0 && place.RoadKey == other.RoadKey && IsAkin(faultCode, otherFaultCode);
        return sameRoad ? new(SameFaultReason.Road, metres) : null;
    }

    /// <summary>Whether the faults are of one kind; an unknown one (empty) may be any.</summary>
    public static bool IsAkin(string faultCode, string otherFaultCode) =>
        faultCode.Length == 0 || faultCode == otherFaultCode || Dark.Contains(faultCode) && Dark.Contains(otherFaultCode);

    /// <summary>Metres between two places; null when one has no position.</summary>
    public static double? Distance(Place place, Place other) =>
        Position.TryCreate(place.Latitude, place.Longitude, out var here) && Position.TryCreate(other.Latitude, other.Longitude, out var there)
            ? here.MetresTo(there)
            : null;

    /// <summary>Whether a request with the number of a pole is about the pole at this place, and not about one of the same number elsewhere.</summary>
    public static bool IsOn(Place pole, Place other)
    {
        if (IsOtherNumber(pole, other))
            return false;
        var metres = Distance(pole, other);
        // Near its pole, a wrongly chosen subdistrict is a slip.
        return metres <= SamePoleMetres || metres is null && IsSameTambon(pole, other);
    }

    static bool IsSamePole(Place place, Place other, double? metres) =>
        place.PoleKey.Length > 0 && place.PoleKey == other.PoleKey && !IsOtherNumber(place, other) && !(metres > SamePoleMetres)
        && IsSameTambon(place, other);

    /// <summary>Whether two numbers are alike only as long as their dashes are left out. What is written quite differently may be the code on the label.</summary>
    static bool IsOtherNumber(Place place, Place other) =>
        place.PoleKey == other.PoleKey && !Assets.PoleNumber.MayBeOne(place.PoleNumber, other.PoleNumber);

    static bool IsSameTambon(Place place, Place other) =>
        place.TambonCode.Length == 0 || other.TambonCode.Length == 0 || place.TambonCode == other.TambonCode;
}
