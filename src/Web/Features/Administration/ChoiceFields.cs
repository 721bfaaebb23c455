using System.Text.Json.Nodes;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Administration;

/// <summary>Yes or no.</summary>
sealed class FlagField(string name, Phrase label, Phrase yes, Phrase no) : Field(name, label)
{
    public Phrase? Hint { get; init; }

    public override IEnumerable<Input> Inputs => [new(Name, Label, InputKind.Flag, Hint)];

    public override void Show(JsonNode? value, Values inputs) => inputs[Name] = IsYes(value) ? "true" : "";

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong) => JsonValue.Create(inputs.Many(Name).Contains("true"));

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) =>
        [(Label, value is null ? default : IsYes(value) ? yes : no)];

    static bool IsYes(JsonNode? value) => value?.GetValueKind() == System.Text.Json.JsonValueKind.True;
}

/// <summary>One of several.</summary>
sealed class ChoiceField(string name, Phrase label, IReadOnlyList<Choice> choices) : Field(name, label)
{
    public override IEnumerable<Input> Inputs => [new(Name, Label, InputKind.Select, Choices: choices)];

    public override void Show(JsonNode? value, Values inputs) => inputs[Name] = TextOf(value);

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        if (!choices.Any(choice => choice.Value == inputs[Name]))
            wrong(Name, new($"กรุณาเลือก{Label.Thai}", "Please choose one"));
        return JsonValue.Create(inputs[Name]);
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) => [(Label, Words(TextOf(value)))];

    Phrase Words(string chosen) => choices.FirstOrDefault(choice => choice.Value == chosen)?.Words ?? Same(chosen);
}

/// <summary>Any of several, in the order of the choices; at least one.</summary>
sealed class ChecksField(string name, Phrase label, IReadOnlyList<Choice> choices) : Field(name, label)
{
    public override IEnumerable<Input> Inputs => [new(Name, Label, InputKind.Checks, Choices: choices)];

    public override void Show(JsonNode? value, Values inputs) => inputs.Tick(Name, Chosen(value));

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        string[] chosen = [.. choices.Select(choice => choice.Value).Where(inputs.Many(Name).Contains)];
        if (chosen.Length == 0) wrong(Name, new("กรุณาเลือกอย่างน้อยหนึ่งรายการ", "Please choose at least one"));
        return new JsonArray([.. chosen.Select(one => (JsonNode?)JsonValue.Create(one))]);
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value)
    {
        var chosen = Chosen(value).ToList();
        var words = choices.Where(choice => chosen.Contains(choice.Value)).Select(choice => choice.Words).ToList();
        return [(Label, new(string.Join(", ", words.Select(word => word.Thai)), string.Join(", ", words.Select(word => word.English))))];
    }

    static IEnumerable<string> Chosen(JsonNode? value) => (value as JsonArray ?? []).Select(TextOf);
}

/// <summary>Subdistricts, by themselves or a whole amphoe at once.</summary>
sealed class TambonsField(string name, Phrase label, Songthang.Domain.Geography.Province province) : Field(name, label)
{
    public override IEnumerable<Input> Inputs => [new(Name, Label, InputKind.Tambons)];

    public override void Show(JsonNode? value, Values inputs) => inputs.Tick(Name, Codes(value));

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        var ticked = inputs.Many(Name).ToHashSet(StringComparer.Ordinal);
        return new JsonArray([.. province.Tambons
            .Where(tambon => ticked.Contains(tambon.Code) || ticked.Contains(tambon.Amphoe.Code))
            .Select(tambon => (JsonNode?)JsonValue.Create(tambon.Code))]);
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value)
    {
        var codes = Codes(value).ToHashSet(StringComparer.Ordinal);
        return [(Label, new(In("th"), In("en")))];

        string In(string language) => string.Join(", ", province.Amphoes.Select(amphoe => (Amphoe: amphoe, All: province.TambonsOf(amphoe.Code)))
            .SelectMany(of => of.All.All(tambon => codes.Contains(tambon.Code))
                ? [new Phrase($"อ.{of.Amphoe.ThaiName} ทั้งอำเภอ", $"all of {of.Amphoe.EnglishName}").In(language)]
                : of.All.Where(tambon => codes.Contains(tambon.Code)).Select(tambon => tambon.FullName(language))));
    }

    static IEnumerable<string> Codes(JsonNode? value) => (value as JsonArray ?? []).Select(TextOf);
}
