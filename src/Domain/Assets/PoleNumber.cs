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

    /// <summary>
    /// The number as it is compared: letters and digits alone, lower case, Thai digits as 0–9, without อบจ. and the letters
    /// of the province behind it. <c>อบจ.อย. ๑๕-๕๘</c>, <c>อบจอย 15/58</c> and <c>15-58</c> are one number; <c>อย.4017/35</c>,
    /// which begins with a road's, stays another than <c>4017/35</c>.
    /// </summary>
    public static string Key(string? number) => WithoutOwner(string.Concat(ThaiText.Fold(number).Where(char.IsLetterOrDigit)));

    /// <summary>
    /// Other keys that whoever typed this may have meant: the same without the Thai letters before the first digit. For looking
    /// up, after <see cref="Key"/> found nothing; null when there is no other.
    /// </summary>
    public static string? LooseKey(string? number)
    {
        var key = Key(number);
        var digits = key.AsSpan().IndexOfAnyInRange('0', '9');
        return digits > 0 && key.AsSpan(0, digits).IndexOfAnyExceptInRange('\u0E00', '\u0E7F') < 0 ? key[digits..] : null;
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
