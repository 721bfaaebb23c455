using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PublicReports;

/// <summary>The public list. All of its state is in the address, so that it can be kept and passed on.</summary>
public sealed class IndexModel(PublicServiceRequests requests, Province province, FaultTypes faults) : PageModel
{
    const int Size = 25;

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "status")]
    public string? Status { get; set; }

    [FromQuery(Name = "amphoe")]
    public string? Amphoe { get; set; }

    [FromQuery(Name = "tambon")]
    public string? Tambon { get; set; }

    [FromQuery(Name = "fault")]
    public string? Fault { get; set; }

    /// <summary>Days of receipt and of completion, as date fields send them.</summary>
    [FromQuery(Name = PublicListAddress.ReceivedFrom)]
    public string? ReceivedFrom { get; set; }

    [FromQuery(Name = PublicListAddress.ReceivedTo)]
    public string? ReceivedTo { get; set; }

    [FromQuery(Name = PublicListAddress.DoneFrom)]
    public string? DoneFrom { get; set; }

    [FromQuery(Name = PublicListAddress.DoneTo)]
    public string? DoneTo { get; set; }

    /// <summary><c>yes</c> or <c>no</c>: whether the work was done within its allowance.</summary>
    [FromQuery(Name = PublicListAddress.Within)]
    public string? Within { get; set; }

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
    public bool IsByDay => Filter.Received != default || Filter.Completed != default || Filter.IsWorkKept is not null;
    public PublicFilter Filter { get; private set; } = new();

    public string? OlderAddress => Shown.Older is { } older ? Address(("after", older.Key), ("from", Number(FirstNumber + Size))) : null;
    public string? NewerAddress => Shown.Newer is { } newer ? Address(("before", newer.Key), ("from", Number(FirstNumber - Size))) : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = Read();
        var start = PageStart.Read(After, isBackwards: false) ?? PageStart.Read(Before, isBackwards: true);
        Shown = await requests.PageAsync(Filter, start, Size, cancellationToken);
        if (Shown.Newer is not null && int.TryParse(From, NumberStyles.None, CultureInfo.InvariantCulture, out var from))
            FirstNumber = Math.Clamp(from, 1, 100_000_000);
    }

    /// <summary>Unknown values narrow nothing; a tambon of another amphoe gives way, as somebody has just chosen the amphoe.</summary>
    PublicFilter Read()
    {
        var tambon = province.Find(Tambon);
        var amphoe = province.Amphoes.FirstOrDefault(known => known.Code == Amphoe);
        if (tambon is not null && amphoe is not null && tambon.Amphoe != amphoe)
            tambon = null;
        var nowhere = tambon is null && Amphoe == PublicFilter.NoAmphoe;
        (Tambon, Amphoe) = (tambon?.Code, nowhere ? Amphoe : (amphoe ?? tambon?.Amphoe)?.Code);
        var fault = faults.Find(Fault);
        return new PublicFilter(PublicStatus.Find(Status), Amphoe ?? "", Tambon ?? "", fault?.Code ?? "", (Text ?? "").Trim(),
            Received: new(TypedDay.Read(ReceivedFrom), TypedDay.Read(ReceivedTo)), Completed: new(TypedDay.Read(DoneFrom), TypedDay.Read(DoneTo)),
            IsWorkKept: Within switch { "yes" => true, "no" => false, _ => null });
    }

    string Address(params (string Name, string Value)[] position) => PublicListAddress.Of(Filter, position);

    static string Number(int number) => Math.Max(1, number).ToString(CultureInfo.InvariantCulture);
}
