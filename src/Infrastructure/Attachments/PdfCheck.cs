using System.Buffers.Text;
using System.IO.Compression;
using Songthang.Domain;

namespace Songthang.Infrastructure.Attachments;

/// <summary>
/// Whether bytes are a whole PDF that does nothing but show pages (ISO 32000-1). Strict on purpose: a file that viewers
/// would have to repair first is refused, and so is whatever carries a script, another file or a lock.
/// </summary>
/// <remarks>
/// What is forbidden is looked for everywhere, also inside streams, whatever the file says about where its objects lie:
/// a reader that believes other offsets than this one finds nothing that was not looked at. Only object streams can
/// hide names, by compression; they are opened.
/// </remarks>
public static class PdfCheck
{
    // Object streams hold small objects: real files stay far below.
    const int MostInflated = 64 * 1024 * 1024, MostObjectStreams = 5000;

    const int TailLength = 2048, LongestDictionary = 4096;

    static readonly string[] Active =
    [
        "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "FileAttachment", "AFRelationship", "RichMedia", "XFA",
        "SubmitForm", "ImportData", "GoToE", "Rendition",
    ];

    /// <summary>Throws unless the bytes are a PDF that can be taken.</summary>
    /// <exception cref="RuleBroken"><c>document.not-a-pdf</c>, <c>document.damaged</c>, <c>document.encrypted</c> or <c>document.active</c>.</exception>
    public static void Require(byte[] pdf)
    {
        if (!HasHeader(pdf))
            throw DocumentRefused.NotAPdf();
        RequireTail(pdf);
        var seen = new Seen();
        Look(pdf, seen);
        var inside = new Seen();
        var left = MostInflated;
        foreach (var at in seen.ObjectStreams)
            left -= LookInside(pdf, at, left, inside);
        // An object stream holds no streams (7.5.7): one that seems to is made to deceive.
        if (inside.ObjectStreams.Count > 0 || !(seen.HasRoot && (seen.HasPages || inside.HasPages)))
            throw DocumentRefused.Damaged();
    }

    /// <summary><c>%PDF-1.7</c> at the very beginning: no other kind of file begins like that.</summary>
    static bool HasHeader(ReadOnlySpan<byte> pdf) => pdf.Length > 64 && pdf.StartsWith("%PDF-"u8)
        && pdf[5] is (byte)'1' or (byte)'2' && pdf[6] == '.' && char.IsAsciiDigit((char)pdf[7]);

    /// <summary>The end names the place of the cross-references, and there they begin; nothing comes after it.</summary>
    static void RequireTail(ReadOnlySpan<byte> pdf)
    {
        var whole = pdf.TrimEnd("\0\t\n\f\r "u8);
        var tail = whole[Math.Max(0, whole.Length - TailLength)..];
        var start = tail.LastIndexOf("startxref"u8);
        if (!tail.EndsWith("%%EOF"u8) || start < 0)
            throw DocumentRefused.Damaged();
        var number = tail[(start + 9)..].TrimStart("\t\n\f\r "u8);
        if (!Utf8Parser.TryParse(number, out int offset, out _) || offset <= 0 || offset >= pdf.Length - 20)
            throw DocumentRefused.Damaged();
        var there = pdf[offset..].TrimStart("\t\n\f\r "u8);
        if (!there.StartsWith("xref"u8) && !IsObject(there))
            throw DocumentRefused.Damaged();
    }

    /// <summary><c>12 0 obj</c>.</summary>
    static bool IsObject(ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out int _, out var length))
            return false;
        text = text[length..].TrimStart((byte)' ');
        return Utf8Parser.TryParse(text, out int _, out length) && text[length..].TrimStart((byte)' ').StartsWith("obj"u8);
    }

    /// <summary>Looks at every name, also where it only looks like one: what is long enough is there by no chance.</summary>
    static void Look(ReadOnlySpan<byte> bytes, Seen seen)
    {
        Span<byte> name = stackalloc byte[PdfName.Longest];
        for (var at = bytes.IndexOf((byte)'/'); at >= 0;)
        {
            var length = PdfName.Read(bytes[(at + 1)..], name, out var decoded);
            seen.Name(name[..decoded], at);
            at += 1 + length;
            var next = bytes[at..].IndexOf((byte)'/');
            at = next < 0 ? -1 : at + next;
        }
    }

    /// <summary>Looks at the names inside the object stream whose dictionary says so at this place.</summary>
    /// <returns>How many bytes it holds.</returns>
    static int LookInside(byte[] pdf, int at, int most, Seen inside)
    {
        var from = Math.Max(0, at - LongestDictionary);
        var before = pdf.AsSpan(from, at - from).LastIndexOf("obj"u8);
        var after = pdf.AsSpan(at, Math.Min(LongestDictionary, pdf.Length - at)).IndexOf("stream"u8);
        if (before < 0 || after < 0)
            throw DocumentRefused.Damaged();
        var dictionary = new Seen { IsDictionary = true };
        Look(pdf.AsSpan((from + before)..(at + after)), dictionary);
        if (dictionary.IsUnreadable)
            throw DocumentRefused.Damaged();
        // Without a filter its names stand in the file as they are, and were seen.
        if (!dictionary.IsFlate)
            return 0;
        var start = at + after + "stream".Length;
        while (start < pdf.Length && pdf[start] is (byte)'\r' or (byte)'\n')
            start++;
        var names = Inflate(pdf, start, most);
        Look(names, inside);
        return names.Length;
    }

    static byte[] Inflate(byte[] pdf, int start, int most)
    {
        try
        {
            using var inflating = new ZLibStream(new MemoryStream(pdf, start, pdf.Length - start), CompressionMode.Decompress);
            using var inside = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int read; (read = inflating.Read(buffer)) > 0;)
            {
                if (inside.Length + read > most)
                    throw DocumentRefused.Damaged();
                inside.Write(buffer, 0, read);
            }

            return inside.ToArray();
        }
        // What asks for a dictionary of its own is no Flate of PDF (7.4.4) either.
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            throw DocumentRefused.Damaged();
        }
    }

    /// <summary>What the names of a file say.</summary>
    sealed class Seen
    {
        /// <summary>Whether these are the names of one object stream's dictionary, where only its filters matter.</summary>
        public bool IsDictionary { get; init; }

        public List<int> ObjectStreams { get; } = [];
        public bool HasRoot { get; private set; }
        public bool HasPages { get; private set; }
        public bool IsFlate { get; private set; }

        /// <summary>Filters that no program uses here, and that would hide what is inside.</summary>
        public bool IsUnreadable { get; private set; }

        public void Name(ReadOnlySpan<byte> name, int at)
        {
            if (IsDictionary)
            {
                Filter(name);
                return;
            }

            HasRoot |= name.SequenceEqual("Root"u8);
            HasPages |= name.SequenceEqual("Pages"u8) || name.SequenceEqual("Page"u8);
            if (name.SequenceEqual("Encrypt"u8))
                throw DocumentRefused.Encrypted();
            if (name.SequenceEqual("ObjStm"u8))
                ObjectStreams.Add(at);
            if (ObjectStreams.Count > MostObjectStreams)
                throw DocumentRefused.Damaged();
            foreach (var forbidden in Active)
                if (name.Length == forbidden.Length && System.Text.Ascii.Equals(name, forbidden))
                    throw DocumentRefused.Active();
        }

        void Filter(ReadOnlySpan<byte> name)
        {
            if (name.SequenceEqual("FlateDecode"u8) || name.SequenceEqual("Fl"u8))
                IsFlate = true;
            else if (name.EndsWith("Decode"u8) || name.SequenceEqual("Crypt"u8) || name.SequenceEqual("Predictor"u8) || name.SequenceEqual("F"u8))
                IsUnreadable = true;
        }
    }
}
