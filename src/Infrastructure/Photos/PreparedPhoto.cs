namespace Songthang.Infrastructure.Photos;

/// <summary>
/// A photo as it may be shown: turned upright, sRGB, opaque, at most <see cref="PhotoWorkshop.FullSide"/> pixels
/// long, encoded anew as JPEG and free of everything the camera wrote into the file.
/// </summary>
/// <param name="Full">The JPEG for looking closely.</param>
/// <param name="Thumb">The JPEG for lists, at most <see cref="PhotoWorkshop.ThumbSide"/> pixels long.</param>
/// <param name="Width">Width of <paramref name="Full"/> in pixels.</param>
/// <param name="Height">Height of <paramref name="Full"/> in pixels.</param>
public sealed record PreparedPhoto(ReadOnlyMemory<byte> Full, ReadOnlyMemory<byte> Thumb, int Width, int Height);
