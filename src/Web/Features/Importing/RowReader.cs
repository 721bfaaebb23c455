using System.Globalization;
using Songthang.Domain.Thai;
using Sylvan.Data.Csv;

namespace Songthang.Web.Features.Importing;

/// <summary>The fields of one line; what cannot be read becomes a problem with line and column.</summary>
sealed class RowReader(CsvDataReader csv, Dictionary<string, int> columns, int line, List<ImportProblem> problems)
{
    public int Line => line;

    public void Wrong(string column, string thai, string english) =>
        problems.Add(new(line, column, new($"“{Shown(column)}” {thai}", $"“{Shown(column)}” {english}.")));

    public string Text(string column) =>
        columns[column] is var index && index < csv.RowFieldCount ? csv.GetString(index).Trim() : "";

    public string Words(string column, int max)
    {
        var words = ThaiText.Clean(Text(column));
        if (ThaiText.Length(words) > max)
            Wrong(column, $"ยาวเกิน {max} ตัวอักษร", $"is longer than {max} characters");
        return words;
    }

    public DateOnly? Date(string column, bool required)
    {
        var text = Text(column);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1990 and < 2200)
            return date;
        if (required || text.Length > 0)
            Wrong(column, "ต้องเป็นวันที่แบบ ค.ศ. เช่น 2026-11-23", "must be a date such as 2026-11-23");
        return null;
    }

    public int Number(string column)
    {
        if (int.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Wrong(column, "ต้องเป็นตัวเลข", "must be a number");
        return 0;
    }

    public double? Degrees(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees))
            return degrees;
        Wrong(column, "ต้องเป็นองศาทศนิยม", "must be decimal degrees");
        return null;
    }

    /// <summary>Contact data is not repeated in a list of problems, which may end up in a log.</summary>
    string Shown(string column) => column.StartsWith("reporter", StringComparison.Ordinal) ? column
        : Text(column) is { Length: > 40 } text ? text[..40] + "…" : Text(column);
}
