namespace Songthang.Domain.Assets;

/// <summary>A photo of a pole; the picture itself lies in the photo store.</summary>
public sealed class PolePhoto
{
    PolePhoto() { }

    internal PolePhoto(string key, DateTime at) => (Key, At) = (key, at);

    /// <summary>32 hex digits; key in the photo store and in storage.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The pole.</summary>
    public long PoleId { get; private set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime At { get; private set; }
}
