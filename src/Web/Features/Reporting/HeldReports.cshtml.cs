using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Reporting;

/// <summary>Reports that look as if a machine had sent them: those that wait, oldest first, and what became of others.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class HeldReportsModel(AppDb db) : PageModel
{
    public const int PageSize = 25;

    /// <summary>Number of the last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Decided { get; set; }

    public IReadOnlyList<HeldReport> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last one.</summary>
    public long? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After ?? 0;
        var rows = await db.HeldReports.AsNoTracking().Where(held => (held.DecidedAt != null) == Decided && held.Id > after)
            .OrderBy(held => held.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Id : null;
    }

    /// <summary>Signs as officers read them.</summary>
    public static IEnumerable<Phrase> SignsOf(string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => code switch
    {
        "trap" => new Phrase("กรอกช่องที่คนมองไม่เห็น", "a field was filled in that nobody sees"),
        "no-time" => new("ไม่ได้เปิดแบบฟอร์มก่อนส่ง", "the form was never opened"),
        "quick" => new("กรอกเร็วเกินกว่าคนทำได้", "filled in faster than anybody can"),
        "everyone" => new("มีผู้ส่งมากผิดปกติในชั่วโมงนั้น", "unusually many reports in that hour"),
        "words" => new("ข้อความเดียวกันซ้ำหลายครั้ง", "the same words many times"),
        "phone" => new("หมายเลขโทรศัพท์เดียวกันหลายครั้ง", "the same telephone number many times"),
        "email" => new("อีเมลเดียวกันหลายครั้ง", "the same email address many times"),
        "sender" => new("ส่งจากเครือข่ายเดียวกันหลายครั้ง", "many from one network address"),
        "links" => new("มีลิงก์เว็บไซต์", "addresses of the web"),
        _ => new(code, code),
    });
}
