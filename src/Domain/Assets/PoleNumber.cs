using System.Text;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Assets;

/// <summary>The number that is painted on a pole, such as <c>อบจ.อย. 15-58</c>: free text, written by everybody a little differently.</summary>
public static class PoleNumber
{
    /// <summary>Most characters that people see.</summary>
    public const int MaxLength = 60;

    const string Owner = "อบจ";

    // Longer than any road's or pole's running number.
    const int DigitsToSort = 6;

    const char Between = '-';

    /// <summary>
    /// The number as it is compared: lower case, Thai digits as 0–9, without อบจ. and the letters of the province behind it, and
    /// whatever stands between two numbers as one dash. <c>อบจ.อย. ๑๕-๕๘</c>, <c>อบจอย 15/58</c> and <c>15 58</c> are one number;
    /// <c>1-11</c> and <c>11-1</c> are two. <c>อย.4017/35</c>, which begins with a road's, stays another than <c>4017/35</c>.
    /// </summary>
    public static string Key(string? number)
    {
        var key = new StringBuilder();
        var isApart = false;
        foreach (var sign in ThaiText.Fold(number))
        {
            if (!char.IsLetterOrDigit(sign))
            {
                isApart = true;
                continue;
            }

            // Between letters signs say nothing (ก.ฟ.ภ.), and between a letter and a digit nothing new.
            if (isApart && key.Length > 0 && char.IsDigit(key[^1]) && char.IsDigit(sign))
                key.Append(Between);
            key.Append(sign);
            isApart = false;
        }

        return WithoutOwner(key.ToString());
    }

    /// <summary>
    /// The same without the dashes, as who leaves them out writes it: <c>1558</c> for <c>15-58</c>. Numbers that agree in it may be
    /// one, see <see cref="MayBeOne"/>; requests are looked up by it.
    /// </summary>
    public static string LooseKey(string? number) => Loose(Key(number));

    /// <summary>
    /// Whether two people may have written the same number: nothing but signs that one of them left out tells them apart.
    /// <c>1558</c> may be <c>15-58</c>; <c>1-11</c> is never <c>11-1</c>.
    /// </summary>
    public static bool MayBeOne(string? one, string? other)
    {
        var (key, otherKey) = (Key(one), Key(other));
        if (key == otherKey)
            return true;
        if (Loose(key) != Loose(otherKey))
            return false;
        var (dashes, otherDashes) = (Dashes(key), Dashes(otherKey));
        return dashes.IsSubsetOf(otherDashes) || otherDashes.IsSubsetOf(dashes);
    }

    /// <summary>
    /// What whoever typed this may have meant when nothing goes by it: the same key without the Thai letters before the first
    /// digit. Null when there is no other.
    /// </summary>
    public static string? WithoutLetters(string? number)
    {
        var key = Key(number);
        var digits = key.AsSpan().IndexOfAnyInRange('0', '9');
        return digits > 0 && key.AsSpan(0, digits).IndexOfAnyExceptInRange('\u0E00', '\u0E7F') < 0 ? key[digits..] : null;
    }

    static string Loose(string key) => key.Replace(Between.ToString(), "", StringComparison.Ordinal);

    /// <summary>Behind how many signs of the loose key the dashes stand.</summary>
    static HashSet<int> Dashes(string key)
    {
        var found = new HashSet<int>();
        for (var at = 0; at < key.Length; at++)
        {
            if (key[at] == Between)
                found.Add(at - found.Count);
        }

        return found;
    }

    /// <summary>What lists sort by: numbers in it by their size, so that 15-9 comes before 15-58.</summary>
    public static string Order(string? number)
    {
        var order = new StringBuilder();
        var digits = new StringBuilder();
        foreach (var c in WithoutOwner(string.Concat(ThaiText.Fold(number).Where(sign => !char.IsWhiteSpace(sign) && sign != '.'))) + " ")
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
                continue;
            }

            if (digits.Length > 0)
                order.Append(digits.ToString().TrimStart('0').PadLeft(DigitsToSort, '0'));
            digits.Clear();
            order.Append(c);
        }

        return order.ToString().TrimEnd();
    }

    /// <summary>The text, already folded and without dots, behind อบจ. and the letters of a province.</summary>
    internal static string WithoutOwner(string folded)
    {
        if (!folded.StartsWith(Owner, StringComparison.Ordinal))
            return folded;
        var rest = folded.AsSpan(Owner.Length);
        var end = rest.IndexOfAnyExceptInRange('\u0E00', '\u0E7F');
        // Nothing but Thai letters is a name, not a number behind an owner's letters.
        return end < 0 ? folded : rest[end..].ToString();
    }
}
