using System.Globalization;
using Microsoft.Extensions.Primitives;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;

namespace Songthang.Web.Open311;

/// <summary>Arguments of a call; an empty one is an absent one.</summary>
/// <param name="find">Finds the values of a name.</param>
sealed class Arguments(Func<string, StringValues> find)
{
    /// <summary>A text, cleaned; null when absent.</summary>
    public string? Text(string name) => ThaiText.Clean(find(name).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))) is { Length: > 0 } text ? text : null;

    /// <summary>Every value of a name that is given more than once.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. find(name).Select(ThaiText.Clean).Where(text => text.Length > 0)];

    /// <summary>Values between commas; null when absent.</summary>
    public IReadOnlyList<string>? Listed(string name)
    {
        string[] values = [.. Texts(name).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];
        return values.Length == 0 ? null : values;
    }

    /// <summary>A number; null when absent.</summary>
    public double? Number(string name) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : throw Refused.Bad($"{name} must be a number.");

    /// <summary>A whole number from 1; null when absent.</summary>
    public int? Count(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count
        : throw Refused.Bad($"{name} must be a whole number from 1.");

    /// <summary>True or false; false when absent.</summary>
    public bool Flag(string name) => Text(name)?.ToLowerInvariant() switch
    {
        null or "false" or "0" or "no" => false,
        "true" or "1" or "yes" => true,
        _ => throw Refused.Bad($"{name} must be true or false."),
    };

    /// <summary>A position of two arguments; null when both are absent.</summary>
    public Position? Position(string latitude, string longitude)
    {
        var (north, east) = (Number(latitude), Number(longitude));
        if (north is null && east is null)
            return null;
        return Domain.Geography.Position.TryCreate(north, east, out var position) ? position
            : throw Refused.Bad($"{latitude} and {longitude} must be given together, in degrees of WGS84.");
    }

    /// <summary>A moment, UTC; null when absent. Without an offset it is Bangkok's time.</summary>
    /// <param name="name">Of the argument.</param>
    /// <param name="isEnd">Whether a whole second, minute or day stands for its end.</param>
    public DateTime? Moment(string name, bool isEnd = false)
    {
        if (Text(name) is not { } text)
            return null;
        // A plus that was not escaped in the address arrives as a space.
        var moment = Read(text.Length > 6 && text[^6] == ' ' ? $"{text[..^6]}+{text[^5..]}" : text) ?? throw Refused.Bad(
            $"{name} must be a date and time such as 2026-11-28T08:30:00+07:00.");
        return moment.Time.AddMilliseconds(isEnd ? moment.Milliseconds - 1 : 0);
    }

    static (DateTime Time, double Milliseconds)? Read(string text)
    {
        (string Format, double Milliseconds)[] shapes =
        [
            ("yyyy-MM-dd'T'HH:mm:ssK", 1000), ("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", 1), ("yyyy-MM-dd'T'HH:mmK", 60_000),
            ("yyyy-MM-dd HH:mm:ssK", 1000), ("yyyy-MM-dd", 86_400_000),
        ];
        foreach (var (format, milliseconds) in shapes)
        {
            if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time))
                continue;
            // Neither database holds times at the ends of the calendar in every offset.
            if (time.Year is < 1900 or > 9000)
                return null;
            return (time.Kind == DateTimeKind.Utc ? time : ThaiDates.FromBangkok(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)), milliseconds);
        }

        return null;
    }
}
