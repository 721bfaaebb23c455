using System.Text;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>Finds out in which letters a text file is written, by all of its bytes.</summary>
static class LetterCheck
{
    const int AtOnce = 64 * 1024;

    public static PoleFileLetters Of(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[AtOnce];
        var read = file.Read(buffer);
        // UTF-16 is known by its mark alone.
        if (read >= 2 && (buffer[0], buffer[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
            return PoleFileLetters.Unicode;

        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var letters = new char[AtOnce + 1];
        var (isUtf8, isThai) = (true, true);
        for (; read > 0; read = file.Read(buffer))
        {
            if (buffer.AsSpan(0, read).Contains((byte)0))
                return PoleFileLetters.Unknown;
            isUtf8 = isUtf8 && IsUtf8(utf8, buffer.AsSpan(0, read), letters, isLast: false);
            isThai = isThai && IsThai(buffer.AsSpan(0, read));
        }

        isUtf8 = isUtf8 && IsUtf8(utf8, [], letters, isLast: true);
        return isUtf8 ? PoleFileLetters.Unicode : isThai ? PoleFileLetters.Windows874 : PoleFileLetters.Unknown;
    }

    static bool IsUtf8(Decoder utf8, ReadOnlySpan<byte> bytes, char[] letters, bool isLast)
    {
        try
        {
            utf8.GetChars(bytes, letters, isLast);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Only the bytes that Windows-874 gives a meaning to.</summary>
    static bool IsThai(ReadOnlySpan<byte> bytes)
    {
        foreach (var letter in bytes)
        {
            if (letter is not (< 0x81 or 0x85 or >= 0x91 and <= 0x97 or >= 0xA0 and <= 0xDA or >= 0xDF and <= 0xFB))
                return false;
        }

        return true;
    }
}
