using System.Globalization;

namespace Songthang.Infrastructure.Attachments;

/// <summary>A name of a PDF as it is written, with <c>#4A</c> for any letter (ISO 32000-1, 7.3.5).</summary>
static class PdfName
{
    /// <summary>Longest name, bytes; what is longer is no name that is looked for.</summary>
    public const int Longest = 127;

    /// <summary>Reads a name behind its slash.</summary>
    /// <param name="bytes">What follows the slash.</param>
    /// <param name="name">Takes the decoded name, <see cref="Longest"/> bytes at most.</param>
    /// <param name="decoded">How long the decoded name is.</param>
    /// <returns>How many bytes were read.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, Span<byte> name, out int decoded)
    {
        decoded = 0;
        var at = 0;
        while (at < bytes.Length && decoded < Longest && IsRegular(bytes[at]))
        {
            if (bytes[at] == '#' && at + 2 < bytes.Length
                && byte.TryParse(bytes[(at + 1)..(at + 3)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter))
            {
                name[decoded++] = letter;
                at += 3;
            }
            else
            {
                name[decoded++] = bytes[at++];
            }
        }

        return at;
    }

    static bool IsRegular(byte sign) => sign is > 32 and not
        ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}
