using System.Text.Json.Nodes;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Administration;

/// <summary>One text, the same in every language.</summary>
sealed class TextField(string name, Phrase label) : Field(name, label)
{
    public InputKind Kind { get; init; } = InputKind.Text;

    public Phrase? Hint { get; init; }

    public int Most { get; init; } = 200;

    /// <summary>What is wrong with a text that is not empty; null when nothing is.</summary>
    public Func<string, Phrase?>? Check { get; init; }

    public override IEnumerable<Input> Inputs => [new(Name, Label, Kind, Hint)];

    public override void Show(JsonNode? value, Values inputs) => inputs[Name] = TextOf(value);

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        var text = inputs[Name];
        if (text.Length > 0 && (Rules.TooLong(text, Most) ?? Check?.Invoke(text)) is { } mistake) wrong(Name, mistake);
        return JsonValue.Create(text);
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) => [(Label, Same(TextOf(value)))];
}

/// <summary>A wording in Thai and English; without an English one the Thai one stands for it.</summary>
sealed class PhraseField(string name, Phrase label) : Field(name, label)
{
    public bool IsLong { get; init; }

    public bool IsNeeded { get; init; } = true;

    public Phrase? Hint { get; init; }

    public int Most { get; init; } = 200;

    public Func<string, Phrase?>? Check { get; init; }

    string Thai => $"{Name}.thai";

    string English => $"{Name}.english";

    public override IEnumerable<Input> Inputs =>
    [
        new(Thai, In("ภาษาไทย", "in Thai"), IsLong ? InputKind.Area : InputKind.Text, Hint, Language: "th"),
        new(English, In("ภาษาอังกฤษ", "in English"), IsLong ? InputKind.Area : InputKind.Text,
            new("เว้นว่างได้ ระบบจะแสดงภาษาไทยแทน", "May be left empty; the Thai text is shown instead."), Language: "en"),
    ];

    public override void Show(JsonNode? value, Values inputs)
    {
        inputs[Thai] = TextOf(value?["thai"]);
        inputs[English] = TextOf(value?["english"]) is var english && english == inputs[Thai] ? "" : english;
    }

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        var (thai, english) = (inputs[Thai], inputs[English]);
        if (thai.Length == 0 && (IsNeeded || english.Length > 0))
            wrong(Thai, new($"กรุณาระบุ{Label.Thai} (ภาษาไทย)", $"Please give the {LowerLabel} in Thai"));
        foreach (var (input, text) in new[] { (Thai, thai), (English, english) })
            if (text.Length > 0 && (Rules.TooLong(text, Most) ?? Check?.Invoke(text)) is { } mistake) wrong(input, mistake);
        return new JsonObject { ["thai"] = thai, ["english"] = english.Length > 0 ? english : thai };
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) =>
        [(In("ไทย", "Thai"), Same(TextOf(value?["thai"]))), (In("อังกฤษ", "English"), Same(TextOf(value?["english"])))];

    string LowerLabel => char.ToLowerInvariant(Label.English[0]) + Label.English[1..];

    Phrase In(string thai, string english) => new($"{Label.Thai} ({thai})", $"{Label.English} ({english})");
}

/// <summary>Several short texts, one on each line.</summary>
sealed class LinesField(string name, Phrase label, Phrase hint) : Field(name, label)
{
    const int MostLines = 500;

    public override IEnumerable<Input> Inputs => [new(Name, Label, InputKind.Area, hint)];

    public override void Show(JsonNode? value, Values inputs) => inputs[Name] = string.Join('\n', Lines(value));

    public override JsonNode? Read(Values inputs, Action<string, Phrase> wrong)
    {
        string[] lines = [.. inputs[Name].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (lines.Length > MostLines)
            wrong(Name, new($"ไม่เกิน {MostLines} บรรทัด", $"At most {MostLines} lines"));
        if (Array.Find(lines, line => Rules.TooLong(line, 200) is not null) is { } tooLong)
            wrong(Name, new($"บรรทัดนี้ยาวเกินไป: {tooLong[..40]}…", $"This line is too long: {tooLong[..40]}…"));
        return new JsonArray([.. lines.Select(line => (JsonNode?)JsonValue.Create(line))]);
    }

    public override IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value) => [(Label, Same(string.Join(" · ", Lines(value))))];

    static IEnumerable<string> Lines(JsonNode? value) => (value as JsonArray ?? []).Select(TextOf);
}
