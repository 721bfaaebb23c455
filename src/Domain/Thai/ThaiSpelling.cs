using System.Text;

namespace Songthang.Domain.Thai;

/// <summary>
/// Second step of <see cref="ThaiText.Clean"/>: Thai that is typed in different orders but looks the same gets one
/// spelling. NFC does not do this, because the vowels above a consonant have combining class 0 in Unicode.
/// </summary>
static class ThaiSpelling
{
    /// <summary>Most combining marks on one character. Thai needs two (ที่), Vietnamese and phonetic script three.</summary>
    const int MostMarks = 3;

    const int SaraAa = 'า', SaraAm = 'ำ', SaraE = 'เ', SaraAe = 'แ', Nikhahit = 0xE4D;

    /// <param name="text">Well-formed, in NFC, with bounded runs of combining marks.</param>
    internal static string Order(string text)
    {
        var result = new StringBuilder(text.Length);
        var (before, current) = (new Cluster(), new Cluster());
        foreach (var rune in text.EnumerateRunes())
        {
            if (InvisibleCharacters.IsMark(rune))
            {
                current.Marks.Add(rune);
                continue;
            }
            (before, current) = Close(result, before, current);
            current.Start(rune);
        }
        (before, _) = Close(result, before, current);
        before.Write(result);
        return result.ToString();
    }

    // Returns the last cluster, still open for what the next one does to it, and an empty one to fill.
    static (Cluster Before, Cluster Empty) Close(StringBuilder result, Cluster before, Cluster current)
    {
        current.DropForeignMarks();
        if (current.Is(SaraAa) && before.Has(Nikhahit)) current.Base = new(SaraAm);
        if (current.Is(SaraAm))
        {
            if (before.IsThaiConsonant) before.TakeMarksOf(current);
            before.Marks.RemoveAll(mark => mark.Value == Nikhahit);
        }
        if (current.Is(SaraE) && before.Is(SaraE) && before.Marks.Count == 0)
        {
            before.Base = new(SaraAe);
            before.TakeMarksOf(current);
            return (before, current);
        }
        before.Write(result);
        return (current, before);
    }

    /// <summary>One character with the combining marks on it; without a base at the start of a text.</summary>
    sealed class Cluster
    {
        internal Rune? Base { get; set; }

        internal List<Rune> Marks { get; } = [];

        internal bool IsThaiConsonant => Base is { Value: >= 'ก' and <= 'ฮ' };

        internal bool Is(int letter) => Base?.Value == letter;

        internal bool Has(int mark) => Marks.Exists(own => own.Value == mark);

        internal void Start(Rune rune)
        {
            Base = rune;
            Marks.Clear();
        }

        internal void TakeMarksOf(Cluster other)
        {
            Marks.AddRange(other.Marks);
            other.Marks.Clear();
        }

        // Latin, Arabic or other marks on Thai are noise, and with them no single order would be stable under NFC.
        internal void DropForeignMarks()
        {
            if ((Base is { } letter && IsThai(letter)) || Marks.Exists(IsThai)) Marks.RemoveAll(mark => !IsThai(mark));
        }

        internal void Write(StringBuilder result)
        {
            if (Base is { } letter) InvisibleCharacters.Append(result, letter);
            var marks = Marks.Count > 1 && IsThai(Marks[0]) ? Marks.OrderBy(Rank) : Marks.AsEnumerable();
            foreach (var mark in marks.Take(MostMarks)) InvisibleCharacters.Append(result, mark);
            Base = null;
            Marks.Clear();
        }

        static bool IsThai(Rune rune) => rune.Value is >= 0xE00 and <= 0xE7F;

        // From the consonant outwards; those that have a combining class (9, 103, 107) stand in its order, so that
        // the result is still NFC.
        static int Rank(Rune mark) => mark.Value switch
        {
            0xE3A => 0, // phinthu
            0xE38 or 0xE39 => 1, // vowels below
            Nikhahit => 3,
            >= 0xE48 and <= 0xE4B => 4, // tone marks
            0xE4C or 0xE4E => 5, // thanthakhat, yamakkan
            _ => 2, // vowels above
        };
    }
}
