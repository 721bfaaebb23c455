using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.ReceiveRegister;

/// <summary>The register of received papers that the program keeps: which request got which number of which year.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class RegisterModel(
    ReceiveRegisterList list, CurrentSettings settings, FaultTypes faults, Province province, AuditLog audit, TimeProvider time) : PageModel
{
    public const int PageSize = 50;

    static readonly string[] Headings = ["เลขรับ", "ปี", "วันที่รับ", "เลขที่เรื่อง", "อาการ", "ตำบล", "อำเภอ", "ผู้พิมพ์", "แก้ไขเป็น"];

    /// <summary>Number of the row behind the page's last one; 0 when there is none.</summary>
    int olderThanPage;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<ReceiveRow> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last one.</summary>
    public int? Next { get; private set; }

    /// <summary>The number that the next paper of the shown year gets.</summary>
    public int NextNumber { get; private set; }

    /// <summary>Numbers that stand in nobody's line because the registry gave them itself: before this row, up to the next older one.</summary>
    public (int From, int To)? GapBelow(int index)
    {
        var older = index + 1 < Rows.Count ? Rows[index + 1].Number : olderThanPage;
        return Rows[index].Number > older + 1 ? (older + 1, Rows[index].Number - 1) : null;
    }

    /// <summary>Whether the program keeps the register at present.</summary>
    public bool IsKept => settings.Get(Topics.Papers).ReceiveNumbers == ReceiveNumbers.Kept;

    public bool IsThisYear => ShownYear == ThaiDates.BuddhistYear(time.GetUtcNow().UtcDateTime);

    public int ShownYear => Year ?? ThaiDates.BuddhistYear(time.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Years = await list.YearsAsync(cancellationToken);
        var rows = await list.PageAsync(ShownYear, Before, PageSize + 1, cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Number : null;
        olderThanPage = rows.Count > PageSize ? rows[PageSize].Number : 0;
        NextNumber = await list.NextAsync(ShownYear, cancellationToken);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        await audit.WriteAsync(AuditAction.ListExported, User.ToActor(), time.GetUtcNow().UtcDateTime, AuditSubject.None, $"receive register {ShownYear}", cancellationToken);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"receive-register-{ShownYear}.csv\"";
        await using var file = new CsvFile(Response.Body);
        await file.WriteAsync(Headings, cancellationToken);
        await foreach (var row in list.AllAsync(ShownYear).WithCancellation(cancellationToken))
        {
            var tambon = province.Find(row.TambonCode);
            await file.WriteAsync(
                [$"{row.Number}", $"{row.Year}", ThaiDates.ShortDateAndTime(row.At), row.Reference, faults.NameOf(row.FaultCode).Thai, tambon?.ThaiName ?? "", tambon?.Amphoe.ThaiName ?? "", row.ByName, row.Corrected],
                cancellationToken);
        }

        return new EmptyResult();
    }
}
