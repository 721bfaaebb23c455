namespace Songthang.Domain;

/// <summary>Damm's check digit: it catches every single wrong digit and every swap of two neighbours.</summary>
static class CheckDigit
{
    // A totally anti-symmetric quasigroup of order 10 (H. Michael Damm, thesis, Marburg 2004).
    static readonly string[] Damm =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    /// <summary>The check digit of digits 0–9; of digits that end in their own check digit it is zero.</summary>
    public static int Of(string digits) => digits.Aggregate(0, (interim, digit) => Damm[interim][digit - '0'] - '0');
}
