using Songthang.Infrastructure.Photos;

namespace Songthang.Web.Shared.Photos;

/// <summary>Photos as papers take them.</summary>
static class PaperPhotos
{
    /// <summary>A photo of the store; null when it is no longer there: the paper is needed anyway.</summary>
    public static async Task<byte[]?> ReadAsync(this PhotoStore photos, string key, bool isSmall, CancellationToken cancellationToken)
    {
        await using var file = isSmall ? photos.OpenThumb(key) : photos.OpenFull(key);
        if (file is null)
            return null;
        using var picture = new MemoryStream();
        await file.CopyToAsync(picture, cancellationToken);
        return picture.ToArray();
    }

    /// <summary>Those of these photos that are still there, in their order.</summary>
    public static async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAllAsync(
        this PhotoStore photos, IEnumerable<string> keys, bool isSmall, CancellationToken cancellationToken)
    {
        var pictures = new List<ReadOnlyMemory<byte>>();
        foreach (var key in keys)
            if (await photos.ReadAsync(key, isSmall, cancellationToken) is { } picture)
                pictures.Add(picture);
        return pictures;
    }
}
