using System.Globalization;
using System.Text;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>The whole state of the list is its address; what cannot be read is as if it were not there.</summary>
/// <param name="Filter">What is shown.</param>
/// <param name="Typed">The number as typed.</param>
/// <param name="Sort">The sorted column.</param>
/// <param name="Descending">Latest first.</param>
/// <param name="Place">Where the page begins or ends; null at the beginning.</param>
public sealed record WorkOrderAddress(
    WorkOrderFilter Filter, string Typed = "", WorkOrderSort Sort = WorkOrderSort.Planned, bool Descending = true, WorkOrderPlace? Place = null)
{
    public const int Size = 25;

    public static WorkOrderAddress Read(IQueryCollection query, int thisYear)
    {
        var state = query["state"].ToString();
        var typed = query["number"].ToString().Trim();
        return new(
            new WorkOrderFilter(
                Enum.GetValues<WorkOrderState>().Cast<WorkOrderState?>().FirstOrDefault(known => Word(known!.Value) == state),
                state == "open",
                query["crew"].ToString() is { Length: <= 60 } crew && !crew.Contains('\0', StringComparison.Ordinal) ? crew : "",
                typed.Length > 0 ? WorkOrderNumber.ReadTyped(typed, thisYear) ?? default(WorkOrderNumber) : null,
                PlannedDay.Read(query["from"]),
                PlannedDay.Read(query["to"])),
            typed,
            query["sort"] == Word(WorkOrderSort.Number) ? WorkOrderSort.Number : WorkOrderSort.Planned,
            query["dir"] != "up",
            PlaceOf(query["after"], before: false) ?? PlaceOf(query["before"], before: true));
    }

    /// <summary>Which of the states is shown: <c>open</c>, one of them, or nothing for all.</summary>
    public string StateWord => Filter.OnlyOpen ? "open" : Filter.State is { } state ? Word(state) : "";

    public bool IsNarrow => Filter != new WorkOrderFilter();

    /// <summary>The same list sorted by a column; a second time the other way round.</summary>
    public WorkOrderAddress SortedBy(WorkOrderSort sort) => this with { Sort = sort, Descending = sort != Sort || !Descending, Place = null };

    public override string ToString()
    {
        var query = new StringBuilder();
        foreach (var (name, value) in Parts())
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return Links.WorkOrders + query;
    }

    IEnumerable<(string Name, string Value)> Parts()
    {
        if (StateWord.Length > 0) yield return ("state", StateWord);
        if (Typed.Length > 0) yield return ("number", Typed);
        if (Filter.CrewCode.Length > 0) yield return ("crew", Filter.CrewCode);
        if (Filter.From is { } from) yield return ("from", PlannedDay.Iso(from));
        if (Filter.To is { } to) yield return ("to", PlannedDay.Iso(to));
        if (Sort != WorkOrderSort.Planned) yield return ("sort", Word(Sort));
        if (!Descending) yield return ("dir", "up");
        if (Place is { } place) yield return (place.Before ? "before" : "after", $"{place.Id.ToString(CultureInfo.InvariantCulture)}.{PlannedDay.Iso(place.Planned)}");
    }

    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    static WorkOrderPlace? PlaceOf(string? text, bool before)
    {
        var parts = (text ?? "").Split('.');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && PlannedDay.Read(parts[1]) is { } day
            ? new(before, id, day)
            : null;
    }
}
