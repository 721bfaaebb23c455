using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Administration;

/// <summary>What stands in the inputs of a form, by the names of the inputs.</summary>
public sealed class Values
{
    readonly Dictionary<string, IReadOnlyList<string>> inputs = new(StringComparer.Ordinal);

    /// <summary>The input's text; empty when there is none.</summary>
    public string this[string name]
    {
        get => Many(name) is [var first, ..] ? first : "";
        set => inputs[name] = [value];
    }

    /// <summary>Everything that is ticked.</summary>
    public IReadOnlyList<string> Many(string name) => inputs.GetValueOrDefault(name) ?? [];

    public void Tick(string name, IEnumerable<string> values) => inputs[name] = [.. values];

    public static Values Of(IFormCollection form)
    {
        var values = new Values();
        foreach (var (name, sent) in form)
            values.Tick(name, sent.OfType<string>().Select(ThaiText.Clean));
        return values;
    }
}
