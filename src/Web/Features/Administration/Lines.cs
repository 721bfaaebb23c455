using System.Globalization;
using System.Text.Json.Nodes;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Administration;

/// <summary>The list that a document holds: how its lines are told apart, shown and changed.</summary>
/// <param name="path">Name of the list in the document.</param>
/// <param name="key">Property that tells its lines apart.</param>
/// <param name="fields">What a line has.</param>
/// <param name="title">What a line is called.</param>
public sealed class Lines(string path, string key, IReadOnlyList<Field> fields, Func<JsonObject, Phrase> title)
{
    static readonly ShownField State = new("inUse", new("สถานะ", "State"), value => value == "false" ? Off : On);

    public static Phrase On { get; } = new("เปิดใช้", "In use");

    public static Phrase Off { get; } = new("ปิดใช้แล้ว", "Switched off");

    /// <summary>Beginning of generated codes; null when lines are neither added nor moved nor switched off here.</summary>
    public string? CodePrefix { get; init; }

    /// <summary>A page of its own shows and changes the lines.</summary>
    public bool HasOwnPage { get; init; }

    public Phrase AddWords { get; init; }

    /// <summary>Names of the fields that stand beside the title in the list.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    public IReadOnlyList<Field> Fields => fields;

    public bool IsOpen => CodePrefix is not null;

    public Phrase TitleOf(JsonObject line) => title(line);

    public string KeyOf(JsonObject line) => line[key]?.GetValue<string>() ?? "";

    public static bool IsInUse(JsonObject line) => line["inUse"] is not { } inUse || inUse.GetValue<bool>();

    public JsonArray In(JsonObject document) => document[path] as JsonArray ?? [];

    public IEnumerable<JsonObject> All(JsonObject document) => In(document).OfType<JsonObject>();

    public JsonObject? Find(JsonObject document, string? code) => All(document).FirstOrDefault(line => KeyOf(line) == code);

    /// <summary>What can be told of a line, in the order of the form.</summary>
    public IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonObject line) =>
        fields.SelectMany(field => field.Tell(line[field.Name])).Concat(IsOpen ? State.Tell(line[State.Name]) : []);

    /// <summary>What stands beside the title of a line in the list.</summary>
    public IEnumerable<Phrase> TellBeside(JsonObject line) => fields
        // What is not so needs no words.
        .Where(field => Beside.Contains(field.Name) && (field is not FlagField || line[field.Name]?.GetValue<bool>() == true))
        .SelectMany(field => field.Tell(line[field.Name])).Select(part => part.Words).Where(words => !string.IsNullOrEmpty(words.Thai));

    /// <summary>A new line at the end, with a code that no line ever had: switched-off lines keep theirs.</summary>
    public JsonObject Add(JsonObject document)
    {
        var number = All(document).Count() + 1;
        while (Find(document, Code(number)) is not null) number++;
        var line = new JsonObject { [key] = Code(number), ["inUse"] = true };
        In(document).Add(line);
        return line;

        string Code(int of) => CodePrefix + of.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Moves a line one place up or down; at the end of the list nothing happens.</summary>
    public void Move(JsonObject document, JsonObject line, bool up)
    {
        var list = In(document);
        var from = list.IndexOf(line);
        var to = Math.Clamp(from + (up ? -1 : 1), 0, list.Count - 1);
        list.RemoveAt(from);
        list.Insert(to, line);
    }
}
