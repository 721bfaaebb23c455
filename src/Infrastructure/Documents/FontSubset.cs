using System.Runtime.InteropServices;
using SkiaSharp;

namespace Songthang.Infrastructure.Documents;

/// <summary>
/// A typeface with only the glyphs that a document uses, under the numbers they have in the whole one. A form takes
/// 20 kB instead of 90, and less time. HarfBuzz can do it; its .NET wrapper does not show that.
/// </summary>
static partial class FontSubset
{
    const uint KeepGlyphNumbersAndTheBoxForMissingOnes = 0x2 | 0x40;
    const int DroppedTables = 3;

    public static SKTypeface Of(Typeface typeface, IEnumerable<TextInk> inks)
    {
        var input = NewInput();
        try
        {
            SetFlags(input, KeepGlyphNumbersAndTheBoxForMissingOnes);
            var glyphs = GlyphSet(input);
            var characters = CharacterSet(input);
            Add(characters, ' ');
            foreach (var ink in inks)
            {
                for (var i = ink.From; i < ink.To; i++)
                    Add(glyphs, ink.Text.Glyphs[i].Id);
                // What says in the file which character a glyph is.
                foreach (var rune in ink.Text.Text.EnumerateRunes())
                    Add(characters, (uint)rune.Value);
            }

            // The text is shaped already.
            foreach (var table in (ReadOnlySpan<string>)["GSUB", "GPOS", "GDEF"])
                Add(Set(input, DroppedTables), Tag(table));
            return Make(typeface, input);
        }
        finally
        {
            Free(input);
        }
    }

    static SKTypeface Make(Typeface typeface, nint input)
    {
        var face = Subset(typeface.Face.Handle, input);
        if (face == 0)
            throw new InvalidOperationException("HarfBuzz could not make a smaller font.");
        var blob = Blob(face);
        try
        {
            var data = Data(blob, out var length);
            return SKTypeface.FromData(SKData.CreateCopy(data, (int)length))
                ?? throw new InvalidOperationException("The smaller font is no font.");
        }
        finally
        {
            FreeBlob(blob);
            FreeFace(face);
        }
    }

    static uint Tag(string name) => ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];

    const string Library = "libHarfBuzzSharp";

    [DllImport(Library, EntryPoint = "hb_subset_input_create_or_fail")]
    static extern nint NewInput();

    [DllImport(Library, EntryPoint = "hb_subset_input_destroy")]
    static extern void Free(nint input);

    [DllImport(Library, EntryPoint = "hb_subset_input_set_flags")]
    static extern void SetFlags(nint input, uint flags);

    [DllImport(Library, EntryPoint = "hb_subset_input_glyph_set")]
    static extern nint GlyphSet(nint input);

    [DllImport(Library, EntryPoint = "hb_subset_input_unicode_set")]
    static extern nint CharacterSet(nint input);

    [DllImport(Library, EntryPoint = "hb_subset_input_set")]
    static extern nint Set(nint input, int which);

    [DllImport(Library, EntryPoint = "hb_set_add")]
    static extern void Add(nint set, uint value);

    [DllImport(Library, EntryPoint = "hb_subset_or_fail")]
    static extern nint Subset(nint face, nint input);

    [DllImport(Library, EntryPoint = "hb_face_reference_blob")]
    static extern nint Blob(nint face);

    [DllImport(Library, EntryPoint = "hb_blob_get_data")]
    static extern nint Data(nint blob, out uint length);

    [DllImport(Library, EntryPoint = "hb_blob_destroy")]
    static extern void FreeBlob(nint blob);

    [DllImport(Library, EntryPoint = "hb_face_destroy")]
    static extern void FreeFace(nint face);
}
