using System.Globalization;
using System.Text.Json.Nodes;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Administration;

/// <summary>A whole number between bounds.</summary>
sealed class NumberField(string name, Phrase label, int least, int most, Func<int, Phrase> words) : Field(name, label)
{
    public Phrase? Hint { get; init; }

    public override IEnumerable<Input> Inputs => [new(Name, Label, InputKind.Number, Hint ?? new($"{least} ถึง {most}", $"{least} to {most}"))];

    public override void Show(JsonNode? value, Values inputs) => inputs[Name] = TextOf(value);

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        var number = Rules.Number(inputs[Name]);
        if (number is null || number < least || number > most)
            wrong(Name, new($"กรุณาระบุตัวเลข {least} ถึง {most}", $"Please enter a number from {least} to {most}"));
        return JsonValue.Create(number ?? least);
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) => [(Label, value is null ? default : words(value.GetValue<int>()))];
}

/// <summary>A price in baht with at most two decimals; nothing typed is a price that is not known.</summary>
sealed class PriceField(string name, Phrase label, int most) : Field(name, label)
{
    public override IEnumerable<Input> Inputs => [new(Name, Label, InputKind.Text, new(
        "เว้นว่างไว้ได้ถ้าไม่ทราบ เช่น 1250 หรือ 89.50", "May be left empty when it is not known; for example 1250 or 89.50"))];

    public override void Show(JsonNode? value, Values inputs) =>
        inputs[Name] = Price(value) is > 0 and var price ? price.ToString("0.##", CultureInfo.InvariantCulture) : "";

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        var typed = ThaiDigits.ToArabic(inputs[Name]).Replace(",", "", StringComparison.Ordinal).Trim();
        if (typed.Length == 0)
            return JsonValue.Create(0m);
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
            && price >= 0 && price <= most && decimal.Round(price, 2) == price)
        {
            return JsonValue.Create(price);
        }

        wrong(Name, new($"กรุณาระบุราคา 0 ถึง {most:N0} บาท ทศนิยมไม่เกิน 2 ตำแหน่ง", $"Please enter a price from 0 to {most:N0} baht with at most two decimals"));
        return JsonValue.Create(0m);
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) => [(Label, Price(value) is > 0 and var price
        ? new(string.Create(CultureInfo.InvariantCulture, $"{price:0.##} บาท"), string.Create(CultureInfo.InvariantCulture, $"{price:0.##} baht"))
        : new("ไม่ทราบ", "Not known"))];

    static decimal Price(JsonNode? value) => value is null ? 0 : value.GetValue<decimal>();
}

/// <summary>A degree of a position (WGS 84) with decimals, from minus <paramref name="most"/> to <paramref name="most"/>.</summary>
sealed class DegreeField(string name, Phrase label, int most, string example) : Field(name, label)
{
    public override IEnumerable<Input> Inputs => [new(Name, Label, InputKind.Text, new($"องศา เช่น {example}", $"Degrees, such as {example}"))];

    public override void Show(JsonNode? value, Values inputs) => inputs[Name] = TextOf(value);

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        var isNumber = double.TryParse(ThaiDigits.ToArabic(inputs[Name]).Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var degrees);
        if (isNumber && Math.Abs(degrees) <= most)
            return JsonValue.Create(degrees);
        wrong(Name, new($"กรุณาระบุองศา เช่น {example}", $"Please enter degrees, such as {example}"));
        return JsonValue.Create(0d);
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) => [(Label, Same(TextOf(value)))];
}

/// <summary>A time of day.</summary>
sealed class TimeField(string name, Phrase label) : Field(name, label)
{
    public override IEnumerable<Input> Inputs => [new(Name, Label, InputKind.Time)];

    public override void Show(JsonNode? value, Values inputs) => inputs[Name] = TextOf(value) is { Length: >= 5 } time ? time[..5] : "";

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        var typed = ThaiDigits.ToArabic(inputs[Name]).Replace('.', ':');
        if (!TimeOnly.TryParseExact(typed, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            wrong(Name, new("กรุณาระบุเวลา เช่น 08.30", "Please enter a time, such as 08:30"));
        return JsonValue.Create(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) =>
        [(Label, TextOf(value) is { Length: >= 5 } time ? new($"{time[..5].Replace(':', '.')} น.", time[..5]) : default)];
}

/// <summary>Minutes, typed as a number and a unit.</summary>
sealed class DurationField(string name, Phrase label) : Field(name, label)
{
    const int MostDays = 366, Hour = 60, Day = 24 * Hour;

    static readonly Choice[] Units =
    [
        new("1", new("นาที", "minutes")),
        new(Hour.ToString(CultureInfo.InvariantCulture), new("ชั่วโมง", "hours")),
        new(Day.ToString(CultureInfo.InvariantCulture), new("วัน (24 ชั่วโมง)", "days (24 hours)")),
    ];

    string Amount => $"{Name}.amount";

    string Unit => $"{Name}.unit";

    public override IEnumerable<Input> Inputs =>
        [new(Amount, Label, InputKind.Number), new(Unit, new("หน่วยเวลา", "Unit of time"), InputKind.Select, Choices: Units)];

    public override void Show(JsonNode? value, Values inputs)
    {
        var minutes = value?.GetValue<int>() ?? 1;
        var unit = minutes % Day == 0 ? Day : minutes % Hour == 0 ? Hour : 1;
        inputs[Amount] = (minutes / unit).ToString(CultureInfo.InvariantCulture);
        inputs[Unit] = unit.ToString(CultureInfo.InvariantCulture);
    }

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        var unit = Array.Exists(Units, one => one.Value == inputs[Unit]) ? int.Parse(inputs[Unit], CultureInfo.InvariantCulture) : 0;
        if (unit == 0) wrong(Unit, new("กรุณาเลือกหน่วยเวลา", "Please choose the unit"));
        var minutes = (long)(Rules.Number(inputs[Amount]) ?? 0) * Math.Max(1, unit);
        if (minutes is > 0 and <= MostDays * Day) return JsonValue.Create((int)minutes);
        wrong(Amount, new($"กรุณาระบุเวลามากกว่า 0 และไม่เกิน {MostDays} วัน", $"Please enter a time above 0 and at most {MostDays} days"));
        return JsonValue.Create(1);
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) =>
        [(Label, value is null ? default : LengthOfTime.Minutes(value.GetValue<int>()))];
}

/// <summary>What a page of its own changes; the history tells it in its own words.</summary>
sealed class ShownField(string name, Phrase label, Func<string, Phrase> words) : Field(name, label)
{
    public override IEnumerable<Input> Inputs => [];

    public override void Show(JsonNode? value, Values inputs)
    {
        // Nothing to type here.
    }

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong) =>
        throw new NotSupportedException("It has no inputs: the document keeps what it has.");

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) => [(Label, words(TextOf(value)))];
}
