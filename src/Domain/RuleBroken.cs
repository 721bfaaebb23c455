using Songthang.Domain.Thai;

namespace Songthang.Domain;

/// <summary>
/// A rule that holds regardless of the page was broken. One filter turns it into a message on the form or an
/// error of the API; it is never swallowed.
/// </summary>
/// <param name="code">Dotted, stable code for programs, such as <c>request.not-awaiting-information</c>.</param>
/// <param name="message">What went wrong and what to do, in words a citizen understands; holds no personal data.</param>
public sealed class RuleBroken(string code, Phrase message) : Exception($"{code}: {message.English}")
{
    /// <summary>Dotted, stable code for programs.</summary>
    public string Code { get; } = code;

    /// <summary>What went wrong and what to do.</summary>
    public Phrase Sentence { get; } = message;
}
