using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Maps;

namespace Songthang.Web.Features.PublicMap;

/// <summary>The public map and the list that does the same job; the filters are those of the public list.</summary>
[AllowAnonymous]
public sealed class IndexModel(PublicServiceRequests requests, Province province, FaultTypes faults) : PageModel
{
    // As many as one reads beside a map; the whole list is a link away.
    const int Size = 25;

    const int TambonZoom = 14, AmphoeZoom = 12;

    public PublicFilter Filter { get; private set; } = new();

    /// <summary>The map, and beside it the newest that pass the filter.</summary>
    public ReportsMap Map { get; private set; } = null!;

    public bool IsFiltered => Filter != new PublicFilter();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = PublicListAddress.Read(Request.Query, province, faults);
        var newest = await requests.PageAsync(Filter, null, Size, cancellationToken);
        Map = new(PublicListAddress.Of(Links.MapReports, Filter), PublicListAddress.Of(Filter), new("ดูเป็นรายการ", "Show as a list"),
            [.. newest.Requests.Select(LineOf)], StartOf(Filter));
    }

    ReportLine LineOf(PublicServiceRequest request)
    {
        var place = request.Place.InWords(province, Say.Language);
        return new(Links.PublicReport(request.Reference), request.Reference, request.Status, Say.T(PublicStatus.Of(request.Status).Name),
            Say.T(faults.NameOf(request.FaultCode)), place.Length > 0 ? place : Say.T("เจ้าหน้าที่กำลังตรวจสอบสถานที่", "Place being checked"));
    }

    MapStart? StartOf(PublicFilter filter)
    {
        if (province.Find(filter.TambonCode) is { } tambon)
            return new(tambon.Centre, TambonZoom);
        return province.Amphoes.FirstOrDefault(amphoe => amphoe.Code == filter.AmphoeCode) is { } found ? new(province.CentreOf(found), AmphoeZoom) : null;
    }
}
