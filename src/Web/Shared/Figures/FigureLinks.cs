using Songthang.Domain.Figures;
using Songthang.Domain.Publication;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Shared.Figures;

/// <summary>Addresses of the lists behind the figures: each has as many rows as its figure says.</summary>
/// <param name="Of">What the figures are of.</param>
public sealed record FigureLinks(FiguresOf Of)
{
    DayRange Days => new(Of.Period.From, Of.Period.To);

    PublicFilter Place => new(AmphoeCode: Of.AmphoeCode, FaultCode: Of.FaultCode);

    public string Received => PublicListAddress.Of(Place with { Received = Days });

    public string Done => OfReceived(PublicStatus.Find("completed")!);

    public string Open => OfReceived(PublicStatus.Open);

    public string EndedOtherwise => OfReceived(PublicStatus.EndedOtherwise);

    public string Completed => PublicListAddress.Of(Place with { Completed = Days });

    public string Kept => PublicListAddress.Of(Place with { Completed = Days, IsWorkKept = true });

    /// <summary>The same for one month of the period.</summary>
    public FigureLinks InMonth(int month)
    {
        var first = new DateOnly(month / 100, month % 100, 1);
        var last = first.AddMonths(1).AddDays(-1);
        var (from, to) = (Of.Period.From, Of.Period.To);
        return new(Of with { Period = Of.Period with { From = first > from ? first : from, To = last < to ? last : to } });
    }

    /// <summary>The same for an amphoe; an empty code for places that are not known.</summary>
    public FigureLinks InAmphoe(string code) => new(Of with { AmphoeCode = code.Length == 0 ? PublicFilter.NoAmphoe : code });

    /// <summary>The same for a fault type.</summary>
    public FigureLinks OfFault(string code) => new(Of with { FaultCode = code });

    string OfReceived(PublicStatus status) => PublicListAddress.Of(Place with { Received = Days, Status = status });
}

/// <summary>A line of a table on the screen.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Line">Its figures.</param>
/// <param name="Links">The lists behind them; null where the public list knows no such filter.</param>
public sealed record ShownLine(string Name, FiguresLine Line, FigureLinks? Links);

/// <summary>A table of figures.</summary>
/// <param name="Id">Of its heading.</param>
/// <param name="Title">Its heading.</param>
/// <param name="First">Heading of its first column.</param>
/// <param name="Lines">From top to bottom.</param>
/// <param name="HasWork">Whether it tells how long the work took.</param>
/// <param name="IsPublic">Whether everyone sees it.</param>
public sealed record ShownTable(string Id, string Title, string First, IReadOnlyList<ShownLine> Lines, bool HasWork = true, bool IsPublic = false);
