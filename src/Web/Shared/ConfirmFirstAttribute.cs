namespace Songthang.Web.Shared;

/// <summary>
/// A page that opens only to somebody who showed again who it is within the last minutes: what a machine left open, or a stolen session,
/// must not be enough for. <c>[ConfirmFirst]</c> on the page is all; the sign-in counts, and one answer holds for all such pages.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConfirmFirstAttribute : Attribute
{
    /// <summary>How long an answer holds.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    /// <summary>Only these acts of the page, as <c>?handler=</c> names them; unless some are named all, and looking at it too.</summary>
    public string[] Acts { get; init; } = [];

    /// <summary>Only where the address names this topic of the settings; everywhere when it is empty.</summary>
    public string Topic { get; init; } = "";

    /// <summary>It is a file: the browser stays on the page that asks, which then offers the file.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether this request is meant.</summary>
    public bool Means(HttpRequest request) =>
        (Acts.Length == 0 || Acts.Contains(request.Query["handler"].ToString(), StringComparer.OrdinalIgnoreCase))
        && (Topic.Length == 0 || string.Equals(request.RouteValues["topic"] as string, Topic, StringComparison.OrdinalIgnoreCase));
}
