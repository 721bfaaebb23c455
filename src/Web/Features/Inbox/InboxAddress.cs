using System.Globalization;
using System.Text;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Inbox;

/// <summary>
/// The whole state of the list is its address: it can be kept, sent and gone back to. What cannot be read is as if
/// it were not there.
/// </summary>
/// <param name="Filter">What is shown.</param>
/// <param name="Order">In which order.</param>
/// <param name="Size">Rows a page.</param>
/// <param name="Place">Where the page begins or ends; null at the beginning.</param>
/// <param name="At">Number of the first row, for the words under the list only.</param>
public sealed record InboxAddress(InboxFilter Filter, InboxOrder Order, int Size, InboxPlace? Place = null, int At = 1)
{
    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    public static InboxAddress Read(IQueryCollection query, Province province, FaultTypes faults, int? me)
    {
        var filter = new InboxFilter(
            Choice(query["view"], InboxView.All),
            query["q"].ToString().Trim(),
            faults.Find(query["fault"])?.Code ?? "",
            IsArea(query["area"].ToString(), province) ? query["area"].ToString() : "",
            [.. query["status"].Select(StatusWords.FromSlug).OfType<ServiceRequestStatus>().Distinct().Order()],
            TypedDay.Read(query["from"]),
            TypedDay.Read(query["to"]),
            query["reopened"] == "yes",
            Choice(query["whose"], Whose.Team),
            me);
        var sort = Choice(query["sort"], InboxOrder.Default.Sort);
        var order = new InboxOrder(sort, query["dir"].ToString() switch
        {
            "up" => false,
            "down" => true,
            _ => FirstDirection(sort),
        });
        var size = int.TryParse(query["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && Sizes.Contains(asked) ? asked : Sizes[0];
        var place = PlaceOf(query["after"], before: false) ?? PlaceOf(query["before"], before: true);
        var at = place is not null && int.TryParse(query["at"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
        return new(filter, order, size, place, at);
    }

    /// <summary>Times begin with the newest, everything else (what falls due too) at its beginning.</summary>
    public static bool FirstDirection(InboxSort sort) => sort is InboxSort.Received or InboxSort.Reference;

    /// <summary>The same list sorted by a column; a second time the other way round. From its beginning.</summary>
    public InboxAddress SortedBy(InboxSort sort) => this with
    {
        Order = new(sort, Order.Sort == sort ? !Order.Descending : FirstDirection(sort)),
        Place = null,
        At = 1,
    };

    /// <summary>A quick view: without the other filters, so that it shows as many as its number says.</summary>
    public InboxAddress ViewOf(InboxView view) => this with { Filter = new(view, Whose: Filter.Whose, Me: Filter.Me), Place = null, At = 1 };

    /// <summary>A tab: whose work it is, without any other filter.</summary>
    public InboxAddress TabOf(Whose whose) => this with { Filter = new(Whose: whose, Me: Filter.Me), Place = null, At = 1 };

    /// <summary>What a saved filter keeps: everything but where in the list one is.</summary>
    public string Kept => (this with { Place = null, At = 1 }).Query()[1..];

    /// <summary>The same on the map.</summary>
    public string Map => Links.OfficerMap + Query();

    /// <summary>Where the map's script asks for what lies in a rectangle.</summary>
    public string MapData => Links.OfficerMapReports + Query();

    public string Export => Links.Inbox + "/export.csv" + Query();

    /// <summary>The same as an Excel file.</summary>
    public string ExportExcel => Links.Inbox + "/export.xlsx" + Query();

    public override string ToString() => Links.Inbox + Query();

    string Query()
    {
        var query = new StringBuilder();
        foreach (var (name, value) in Parts())
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        // The bare address opens the officer's own default, so the plain list needs a name.
        return query.Length == 0 ? "?whose=team" : query.ToString();
    }

    /// <summary>Only what differs from the plain list.</summary>
    IEnumerable<(string Name, string Value)> Parts()
    {
        if (Filter.Whose != Whose.Team) yield return ("whose", Word(Filter.Whose));
        if (Filter.View != InboxView.All) yield return ("view", Word(Filter.View));
        if (Filter.Words.Length > 0) yield return ("q", Filter.Words);
        if (Filter.FaultCode.Length > 0) yield return ("fault", Filter.FaultCode);
        if (Filter.Area.Length > 0) yield return ("area", Filter.Area);
        foreach (var status in Filter.Statuses ?? []) yield return ("status", status.Slug());
        if (Filter.From is { } from) yield return ("from", Iso(from));
        if (Filter.To is { } to) yield return ("to", Iso(to));
        if (Filter.Reopened) yield return ("reopened", "yes");
        if (Order != InboxOrder.Default)
        {
            yield return ("sort", Word(Order.Sort));
            yield return ("dir", Order.Descending ? "down" : "up");
        }

        if (Size != Sizes[0]) yield return ("size", Size.ToString(CultureInfo.InvariantCulture));
        if (Place is { } place)
        {
            yield return (place.Before ? "before" : "after", string.Create(CultureInfo.InvariantCulture, $"{place.Id}.{place.Value}"));
            yield return ("at", At.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static string Iso(DateOnly? day) => TypedDay.Write(day);

    static T Choice<T>(string? word, T otherwise) where T : struct, Enum =>
        word is { Length: > 0 } && char.IsAsciiLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var found) ? found : otherwise;

    static bool IsArea(string code, Province province) =>
        province.Find(code) is not null || province.TambonsOf(code).Count > 0;

    static InboxPlace? PlaceOf(string? text, bool before)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0 && text!.Length < 60 && !text.Contains('\0', StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(before, id, text[(dot + 1)..])
            : null;
    }
}
