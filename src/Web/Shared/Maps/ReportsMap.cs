using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Web.Shared.Maps;

/// <summary>A map of reports with the list beside it, for everyone or for officers.</summary>
/// <param name="Data">Where the script asks for what lies in a rectangle, with the page's filter.</param>
/// <param name="List">The same as an ordinary list, with the same filter.</param>
/// <param name="ListWords">Words of the link to <paramref name="List"/>.</param>
/// <param name="Newest">What stands beside the map until the script lists what the map shows, and without it for good.</param>
/// <param name="Start">Where the map begins; null for the authority's first view.</param>
public sealed record ReportsMap(
    string Data, string List, Phrase ListWords, IReadOnlyList<ReportLine> Newest, MapStart? Start = null)
{
    /// <summary>How the map tells the public's statuses apart: shape first, colour second.</summary>
    public static IReadOnlyList<(string Shape, Phrase Name)> Shapes { get; } =
    [
        (MapKind.Waiting.Shape(), PublicStatus.Of(ServiceRequestStatus.Submitted).Name),
        (MapKind.Working.Shape(), PublicStatus.Of(ServiceRequestStatus.InProgress).Name),
        (MapKind.Done.Shape(), PublicStatus.Of(ServiceRequestStatus.Completed).Name),
        (MapKind.Other.Shape(), PublicStatus.EndedOtherwise.Name),
    ];
}

/// <summary>One report in that list.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Reference">As people know it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StatusWords">The same in the reader's words.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Place">Where, in words; may be empty.</param>
public sealed record ReportLine(string Address, string Reference, ServiceRequestStatus Status, string StatusWords, string Fault, string Place);

static class MapShapes
{
    /// <summary>Its shape among the signs of <c>images/marks.svg</c>.</summary>
    public static string Shape(this MapKind kind) => kind.ToString().ToLowerInvariant();
}
