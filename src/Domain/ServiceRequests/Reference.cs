using System.Globalization;
using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>
/// The number by which people name a service request, <c>69-00123-4</c>: two digits of the Buddhist year, the running
/// number of that year (five digits, more when needed) and a check digit. The default value is no reference: its
/// year and number are 0, its texts empty.
/// </summary>
/// <remarks>
/// The check digit (Damm's algorithm, over year and number as written) catches every single wrong digit and every
/// swap of two neighbours, so a slip on the telephone finds no stranger's request. It is no secret: what a reference
/// alone opens is only what the public may see.
/// </remarks>
public readonly record struct Reference
{
    /// <summary>The greatest running number of a year.</summary>
    public const int GreatestNumber = 9_999_999;

    // Two digits name the year: enough until 2599 (2056 CE).
    const int FirstYear = 2500, LastYear = 2599, ShortestNumber = 5, LongestNumber = 7;

    Reference(int year, int number) => (Year, Number) = (year, number);

    /// <summary>The year of the Buddhist Era, such as 2569.</summary>
    public int Year { get; }

    /// <summary>The running number of the year, from 1.</summary>
    public int Number { get; }

    /// <summary>The number of the request on the paper form, without check digit: <c>123/2569</c>.</summary>
    public string PaperNumber => Number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Number}/{Year}");

    /// <summary>Year and number as one number: sums of it say which request is left when there is only one.</summary>
    public long Key => (long)Year * (GreatestNumber + 1) + Number;

    /// <summary>The reference of a <see cref="Key"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static Reference OfKey(long key) => Create((int)(key / (GreatestNumber + 1)), (int)(key % (GreatestNumber + 1)));

    /// <summary>The reference of a year's running number.</summary>
    /// <param name="buddhistYear">2500 to 2599, in Bangkok when the request was received.</param>
    /// <param name="number">1 to 9,999,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is out of range.</exception>
    public static Reference Create(int buddhistYear, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buddhistYear, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(buddhistYear, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, GreatestNumber);
        return new(buddhistYear, number);
    }

    /// <summary>
    /// Reads a reference as people type it: with Thai digits, spaces, other dashes or none, invisible characters
    /// from copying. False when anything else is in it or the check digit is wrong.
    /// </summary>
    public static bool TryParse(string? text, out Reference reference)
    {
        reference = default;
        if (TypedDigits.Read(text) is not { Length: >= 3 + ShortestNumber and <= 3 + LongestNumber } digits) return false;
        var number = int.Parse(digits.AsSpan(2..^1), NumberStyles.None, CultureInfo.InvariantCulture);
        if (number == 0 || CheckDigit.Of(digits) != 0) return false;

        var read = new Reference(FirstYear + int.Parse(digits.AsSpan(..2), NumberStyles.None, CultureInfo.InvariantCulture), number);
        // A number filled up with too many zeros has another check digit than ours and is nobody's.
        if (read.Payload.Length + 1 != digits.Length) return false;
        reference = read;
        return true;
    }

    /// <summary>The reference as it is shown and stored: <c>69-00123-4</c>.</summary>
    public override string ToString() => Number == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{Payload[..2]}-{Payload[2..]}-{CheckDigit.Of(Payload)}");

    string Payload => string.Create(CultureInfo.InvariantCulture, $"{Year - FirstYear:00}{Number:00000}");
}
