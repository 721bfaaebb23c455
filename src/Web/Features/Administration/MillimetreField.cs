using System.Globalization;
using System.Text.Json.Nodes;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Administration;

/// <summary>A length on paper with at most two decimals.</summary>
sealed class MillimetreField(string name, Phrase label, decimal least, decimal most) : Field(name, label)
{
    public override IEnumerable<Input> Inputs => [new(Name, Label, InputKind.Text, new(
        string.Create(CultureInfo.InvariantCulture, $"{least:0.##} ถึง {most:0.##}"), string.Create(CultureInfo.InvariantCulture, $"{least:0.##} to {most:0.##}")))];

    public override void Show(JsonNode? value, Values inputs) => inputs[Name] = value is null ? "" : Written(value);

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        var typed = ThaiDigits.ToArabic(inputs[Name]).Trim();
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length)
            && length >= least && length <= most && decimal.Round(length, 2) == length)
        {
            return JsonValue.Create(length);
        }

        wrong(Name, new(
            string.Create(CultureInfo.InvariantCulture, $"กรุณาระบุ {least:0.##} ถึง {most:0.##} มม. ทศนิยมไม่เกิน 2 ตำแหน่ง"),
            string.Create(CultureInfo.InvariantCulture, $"Please enter {least:0.##} to {most:0.##} mm with at most two decimals")));
        return JsonValue.Create(least);
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) =>
        [(Label, value is null ? default : new($"{Written(value)} มม.", $"{Written(value)} mm"))];

    static string Written(JsonNode value) => value.GetValue<decimal>().ToString("0.##", CultureInfo.InvariantCulture);
}
