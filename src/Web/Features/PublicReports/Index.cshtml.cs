using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PublicReports;

/// <summary>The public list. All of its state is in the address, so that it can be kept and passed on.</summary>
public sealed class IndexModel(PublicServiceRequests requests, Province province, FaultTypes faults) : PageModel
{
    const int Size = 25;

    /// <summary>Key of the request that the page stands behind.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    /// <summary>Key of the request that the page stands before.</summary>
    [FromQuery(Name = "before")]
    public string? Before { get; set; }

    /// <summary>Number of the first line, for the words under the list only.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    public PublicPage Shown { get; private set; } = null!;
    public int FirstNumber { get; private set; } = 1;
    public int LastNumber => FirstNumber + Shown.Requests.Count - 1;
    public bool IsFiltered => Filter != new PublicFilter();
    public PublicFilter Filter { get; private set; } = new();

    public string? OlderAddress => Shown.Older is { } older ? Address(("after", older.Key), ("from", Number(FirstNumber + Size))) : null;
    public string? NewerAddress => Shown.Newer is { } newer ? Address(("before", newer.Key), ("from", Number(FirstNumber - Size))) : null;

    /// <summary>The same on the map.</summary>
    public string MapAddress => PublicListAddress.Of(Links.Map, Filter);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = PublicListAddress.Read(Request.Query, province, faults);
        var start = PageStart.Read(After, isBackwards: false) ?? PageStart.Read(Before, isBackwards: true);
        Shown = await requests.PageAsync(Filter, start, Size, cancellationToken);
        if (Shown.Newer is not null && int.TryParse(From, NumberStyles.None, CultureInfo.InvariantCulture, out var from))
            FirstNumber = Math.Clamp(from, 1, 100_000_000);
    }

    string Address(params (string Name, string Value)[] position) => PublicListAddress.Of(Filter, position);

    static string Number(int number) => Math.Max(1, number).ToString(CultureInfo.InvariantCulture);
}
