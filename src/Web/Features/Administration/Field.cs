using System.Text.Json.Nodes;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Administration;

/// <summary>
/// One property of a document: how it is asked for in a form and how a change of it is told. The same description serves
/// both, so that nothing can be changed that the history does not name.
/// </summary>
/// <param name="name">Name of the property in the JSON document.</param>
/// <param name="label">What people call it.</param>
public abstract class Field(string name, Phrase label)
{
    public string Name => name;

    public Phrase Label => label;

    /// <summary>The controls; none for what a page of its own changes.</summary>
    public abstract IEnumerable<Input> Inputs { get; }

    /// <summary>Fills the controls.</summary>
    public abstract void Show(JsonNode? value, Values inputs);

    /// <summary>Reads the controls; tells for each mistake the name of its control.</summary>
    public abstract JsonNode? Read(Values inputs, Action<string, Phrase> wrong);

    /// <summary>The value in words, for the history; in parts where each has a label of its own.</summary>
    public abstract IEnumerable<(Phrase Label, Phrase Words)> Tell(JsonNode? value);

    /// <summary>What is the same in every language.</summary>
    protected static Phrase Same(string text) => new(text, text);

    protected static string TextOf(JsonNode? value) => value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.String
        ? value.GetValue<string>()
        : value?.ToJsonString() ?? "";
}
