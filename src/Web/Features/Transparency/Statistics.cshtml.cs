using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Figures;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Figures;

namespace Songthang.Web.Features.Transparency;

/// <summary>What became of the reports, for everyone.</summary>
[AllowAnonymous]
public sealed class StatisticsModel(FiguresQuery query, Province province, FaultTypes faults, TimeProvider time) : PageModel
{
    public PeriodChoice Choice { get; private set; } = null!;

    /// <summary>Null when the address asks for what cannot be.</summary>
    public PeriodFigures? Figures { get; private set; }

    public FigureLinks Links => new(Choice.Of!);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Choice = PeriodChoice.Read(Request.Query, time.GetUtcNow().UtcDateTime, province, faults);
        if (Choice.Of is { } of)
            Figures = await query.RunAsync(of, cancellationToken);
        else
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public ShownTable Months => new("months", Say.T("รายเดือน", "By month"), Say.T("เดือน", "Month"),
    [
        .. Figures!.Months.Select(line => (line, Month: int.Parse(line.Key, CultureInfo.InvariantCulture)))
            .Select(of => new ShownLine(FigureWords.Month(of.Month), of.line, Links.InMonth(of.Month))),
    ], IsPublic: true);

    public ShownTable Amphoes => new("amphoes", Say.T("ตามอำเภอ", "By amphoe"), Say.T("อำเภอ", "Amphoe"),
        [.. Figures!.Amphoes.Select(line => new ShownLine(AmphoeName(line.Key), line, Links.InAmphoe(line.Key)))], IsPublic: true);

    public ShownTable Faults => new("faults", Say.T("ตามอาการชำรุด", "By fault"), Say.T("อาการ", "Fault"),
        [.. Figures!.Faults.Select(line => new ShownLine(Say.T(faults.NameOf(line.Key)), line, Links.OfFault(line.Key)))], IsPublic: true);

    string AmphoeName(string code) => province.Amphoes.FirstOrDefault(amphoe => amphoe.Code == code)?.Name(Say.Language)
        ?? Say.T("ไม่ทราบอำเภอ", "Amphoe not known");
}
