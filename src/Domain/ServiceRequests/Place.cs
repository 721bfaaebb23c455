using Songthang.Domain.Geography;

namespace Songthang.Domain.ServiceRequests;

/// <summary>Where the lamp is: words, codes, position; whatever the citizen could give.</summary>
/// <param name="TambonCode">Six digits, such as <c>140101</c>; empty when unknown.</param>
/// <param name="Road">Road in words (public after checking).</param>
/// <param name="Landmark">What stands near, in words (public after checking).</param>
/// <param name="Moo">Village number in words or digits, empty when unknown.</param>
/// <param name="PoleNumber">As written on the pole; free text, at most 60 characters.</param>
/// <param name="Latitude">WGS 84 degrees, null when unknown.</param>
/// <param name="Longitude">WGS 84 degrees, null when unknown.</param>
public sealed record Place(
    string TambonCode, string Road, string Landmark, string Moo, string PoleNumber, double? Latitude, double? Longitude)
{
    /// <summary>Four digits of the amphoe, such as <c>1401</c>; empty when unknown.</summary>
    public string AmphoeCode => TambonCode.Length == 6 ? TambonCode[..4] : "";

    /// <summary>The road as it is compared: without the word for road, spaces and signs.</summary>
    public string RoadKey => RoadName.Key(Road);

    /// <summary>
    /// The pole number as it is looked up, <see cref="Assets.PoleNumber.LooseKey"/>: people leave signs out. Whether two of them mean
    /// one pole is asked of <see cref="Assets.PoleNumber.MayBeOne"/>.
    /// </summary>
    public string PoleKey => Assets.PoleNumber.LooseKey(PoleNumber);
}

/// <summary>By which way the report came in (Traffy and paper keep the same distinction).</summary>
public enum IntakeChannel
{
    /// <summary>The report page.</summary>
    Web,

    /// <summary>A LINE chat.</summary>
    Line,

    /// <summary>A phone call that an officer took down.</summary>
    Phone,

    /// <summary>At the counter of the office.</summary>
    Counter,

    /// <summary>Another program through Open311.</summary>
    Open311,
}

/// <summary>What a photo shows.</summary>
public enum PhotoKind
{
    /// <summary>Sent with the report.</summary>
    Report,

    /// <summary>Sent with an answer to a question.</summary>
    Answer,

    /// <summary>Sent with the wish that a repair be looked at again.</summary>
    Reopening,

    /// <summary>Sent with a message of either side.</summary>
    Message,

    /// <summary>Taken before the repair.</summary>
    Before,

    /// <summary>Taken after the repair.</summary>
    After,
}

/// <summary>A photo that belongs to a request; the picture itself lies in the photo store.</summary>
public sealed class Photo
{
    Photo() { }

    /// <summary>A photo of this kind under this key of the photo store.</summary>
    internal Photo(string key, PhotoKind kind, DateTime at)
    {
        Key = key;
        Kind = kind;
        At = at;
        // What the authority itself photographed is its own to show; what a citizen sent may show faces and number plates.
        IsPublic = kind is PhotoKind.Before or PhotoKind.After;
    }

    /// <summary>32 hex digits; key in the photo store and in storage.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The request it belongs to.</summary>
    public long ServiceRequestId { get; private set; }

    /// <summary>What it shows.</summary>
    public PhotoKind Kind { get; private set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whether everyone may see it: an officer approved it (PDPA: faces, number plates).</summary>
    public bool IsPublic { get; internal set; }
}
