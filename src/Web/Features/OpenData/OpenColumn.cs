using Songthang.Domain.Thai;

namespace Songthang.Web.Features.OpenData;

/// <summary>What kind of value stands in a column.</summary>
public enum OpenType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Address of a page.</summary>
    Url,

    /// <summary>Whole number.</summary>
    WholeNumber,

    /// <summary>Degrees, WGS 84.</summary>
    Degrees,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,

    /// <summary>Day, ISO 8601.</summary>
    Day,

    /// <summary>Moment, ISO 8601 by Bangkok's clock with its distance from UTC.</summary>
    Moment,
}

/// <summary>
/// A line of the data dictionary. The page, the machine-readable dictionary, the files and their tests all go by it: a column
/// cannot be in a file without standing here.
/// </summary>
/// <param name="Name">Heading of the column, name of the member; never changed.</param>
/// <param name="Type">What kind of value.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Meaning">What it means, with units and codes.</param>
/// <param name="IsRequired">Whether every row has it; else it may be empty (CSV) or null (JSON).</param>
public sealed record OpenColumn(string Name, OpenType Type, Phrase Title, Phrase Meaning, bool IsRequired = false);

/// <summary>A column and where its value comes from.</summary>
/// <param name="About">The line of the dictionary.</param>
/// <param name="Value">The value; null when it is unknown or nobody's to know.</param>
sealed record Filled<T>(OpenColumn About, Func<T, object?> Value);

/// <summary>The words of the kinds of values.</summary>
static class OpenTypes
{
    public static Phrase Name(this OpenType type) => type switch
    {
        OpenType.Text => new("ข้อความ", "Text"),
        OpenType.Url => new("ที่อยู่เว็บ", "Web address"),
        OpenType.WholeNumber => new("จำนวนเต็ม", "Whole number"),
        OpenType.Degrees => new("องศา (WGS 84)", "Degrees (WGS 84)"),
        OpenType.Truth => new("true หรือ false", "true or false"),
        OpenType.Day => new("วันที่ (ค.ศ. ปปปป-ดด-วว)", "Day (yyyy-mm-dd)"),
        OpenType.Moment => new("วันและเวลา (ISO 8601 เวลาไทย)", "Date and time (ISO 8601, Bangkok)"),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
