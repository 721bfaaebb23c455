using System.Globalization;
using Songthang.Domain.Figures;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.Thai;

namespace Songthang.Web.Shared.Figures;

/// <summary>How figures are written on the screen.</summary>
public static class FigureWords
{
    /// <summary>What stands where there is nothing to tell.</summary>
    public const string None = "–";

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Share(double? share) => share is { } part ? string.Create(CultureInfo.InvariantCulture, $"{part * 100:0}%") : None;

    public static string Mean(double? mean) => mean?.ToString("0.0", CultureInfo.InvariantCulture) ?? None;

    public static string Baht(decimal baht) => baht.ToString("N2", CultureInfo.InvariantCulture);

    public static string Time(int? minutes, KindOfTime kind) => minutes is { } taken ? Say.T(TimeTaken.InWords(taken, kind)) : None;

    /// <summary><c>พ.ย. 69</c>, in English <c>Nov 2026</c>; of a month such as <c>202611</c>.</summary>
    public static string Month(int month) =>
        string.Join(' ', ThaiDates.ShortDate(new DateOnly(month / 100, month % 100, 1), Say.Language).Split(' ').Skip(1));

    /// <summary>A number in an attribute of a drawing.</summary>
    public static string At(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
