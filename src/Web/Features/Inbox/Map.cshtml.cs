using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Maps;

namespace Songthang.Web.Features.Inbox;

/// <summary>The inbox on a map: what is still to be done and where exactly, with the filters of the list.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class MapModel(InboxQuery inbox, Province province, FaultTypes faults, TimeProvider time) : PageModel
{
    const int Size = 25, TambonZoom = 14;

    public InboxAddress Address { get; private set; } = null!;

    /// <summary>The map, and beside it the first of the list.</summary>
    public ReportsMap Map { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = InboxAddress.Read(Request.Query, province, faults, User.ToActor().OfficerId) with { Place = null, At = 1 };
        // What is open is never so many that another way to it would pay.
        var first = await inbox.ReadAsync(Address.Filter.Open, Address.Order, null, Size, found: 0, time.GetUtcNow().UtcDateTime, cancellationToken);
        var start = province.Find(Address.Filter.Area) is { } tambon ? new MapStart(tambon.Centre, TambonZoom) : null;
        Map = new(Address.MapData, Address.ToString(), new("ดูเป็นรายการ", "Show as a list"), [.. first.Rows.Select(LineOf)], start);
    }

    ReportLine LineOf(InboxRow row)
    {
        var place = new Place(row.TambonCode, row.Road, row.Landmark, "", row.PoleNumber, null, null);
        return new(Links.OfficerRequest(row.Reference), row.Reference, row.Status, Say.T(row.Status.Name()), Say.T(faults.NameOf(row.FaultCode)), place.InWords(province, Say.Language));
    }
}
