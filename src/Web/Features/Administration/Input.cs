using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Administration;

/// <summary>What an input looks like.</summary>
public enum InputKind
{
    Text,
    Area,
    Number,
    Time,
    Tel,
    Email,
    Url,
    Select,
    Flag,
    Checks,
    Tambons,
}

/// <summary>A choice of an input.</summary>
public sealed record Choice(string Value, Phrase Words);

/// <summary>One control of a form.</summary>
/// <param name="Name">Under which it is sent.</param>
/// <param name="Label">Above it.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="Hint">Below the label.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Language">Language of what is typed, when it is not the page's.</param>
public sealed record Input(
    string Name, Phrase Label, InputKind Kind, Phrase? Hint = null, IReadOnlyList<Choice>? Choices = null, string? Language = null)
{
    /// <summary>The document has Thai for everyone; what stands in English only helps those who read it.</summary>
    public string? AutoComplete => Kind is InputKind.Text or InputKind.Tel or InputKind.Email or InputKind.Url ? "off" : null;
}
