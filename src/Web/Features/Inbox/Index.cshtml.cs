using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Inbox;

/// <summary>The officers' list as in the manual: everything that came in, newest first, found by any column.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class IndexModel(
    InboxQuery inbox, SavedFilterList saved, Province province, FaultTypes faults, TimeProvider time) : PageModel
{
    public InboxAddress Address { get; private set; } = null!;
    public InboxPage List { get; private set; } = null!;
    public InboxCounts Counts { get; private set; } = null!;
    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;
    public Province Province => province;

    /// <summary>The filters with a name: one's own and those that colleagues share.</summary>
    public IReadOnlyList<SavedFilterLine> Saved { get; private set; } = [];

    /// <summary>All rows are ticked, for those who cannot tick them all by a script.</summary>
    public bool PickAll => Request.Query["pick"] == "all";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.ToActor().OfficerId!.Value;
        Saved = await saved.ReadAsync(me, cancellationToken);
        if (!Request.QueryString.HasValue && Saved.FirstOrDefault(filter => filter is { IsMine: true, IsDefault: true }) is { } first)
            return Redirect(Url.Content("~" + first.Address));
        Address = InboxAddress.Read(Request.Query, province, faults, me);
        Counts = await inbox.CountAsync(Address.Filter, Now, cancellationToken);
        List = await inbox.ReadAsync(Address.Filter, Address.Order, Address.Place, Address.Size, Counts.Found, Now, cancellationToken);
        if (List.IsFirst)
            Address = Address with { Place = null, At = 1 };
        return Page();
    }

    public InboxAddress? Previous => List.Previous is { } place
        ? Address with { Place = place, At = Math.Max(1, Address.At - Address.Size) }
        : null;

    public InboxAddress? Next => List.Next is { } place ? Address with { Place = place, At = Address.At + List.Rows.Count } : null;

    /// <summary>Whose work, with how much of it; one's own only for those who can have any.</summary>
    public IEnumerable<(Whose Whose, Phrase Words, int Count)> Tabs
    {
        get
        {
            if (User.IsOfficer() || Counts.Mine > 0)
                yield return (Whose.Mine, new("ของฉัน", "Mine"), Counts.Mine);
            yield return (Whose.Unassigned, new("ยังไม่มีผู้รับผิดชอบ", "Unassigned"), Counts.Unassigned);
            yield return (Whose.Team, new("ทั้งทีม", "The team"), Counts.Team);
        }
    }

    /// <summary>The quick views with their numbers.</summary>
    public IEnumerable<(InboxView View, Phrase Words, int Count)> Views =>
    [
        (InboxView.All, new("ทั้งหมด", "All"), Counts.All),
        (InboxView.Unread, new("ยังไม่ได้เปิดอ่าน", "Unread"), Counts.Unread),
        (InboxView.Waiting, new("รอรับเรื่อง", "Waiting"), Counts.Waiting),
        (InboxView.Working, new("รับเรื่องแล้ว/กำลังดำเนินการ", "Accepted/in progress"), Counts.Working),
        (InboxView.Asking, new("รอข้อมูล", "Awaiting information"), Counts.Asking),
        (InboxView.Overdue, new("เกินกำหนด", "Overdue"), Counts.Overdue),
    ];

    /// <summary>The manual's columns, and when something falls due.</summary>
    public static IReadOnlyList<(InboxSort Sort, Phrase Words)> Columns { get; } =
    [
        (InboxSort.Reference, new("#", "#")),
        (InboxSort.Received, new("วันที่แจ้งเหตุ", "Reported")),
        (InboxSort.Fault, new("อาการชำรุด/สาเหตุที่พบในเบื้องต้น", "Fault")),
        (InboxSort.Place, new("สถานที่เกิดเหตุ", "Place")),
        (InboxSort.Status, new("สถานะ", "Status")),
        (InboxSort.Due, new("ครบกำหนด", "Due")),
    ];

    /// <summary><c>แสดง 1 ถึง 25 จาก 312 ผลลัพธ์</c>.</summary>
    public Phrase Showing
    {
        get
        {
            var last = Address.At + List.Rows.Count - 1;
            var bound = InboxQuery.BoundOf(Address.Filter);
            return Counts.Found > bound
                ? new($"แสดง {Number(Address.At)} ถึง {Number(last)} จากมากกว่า {Number(bound)} ผลลัพธ์", $"Showing {Number(Address.At)} to {Number(last)} of more than {Number(bound)} results")
                : new($"แสดง {Number(Address.At)} ถึง {Number(last)} จาก {Number(Counts.Found)} ผลลัพธ์", $"Showing {Number(Address.At)} to {Number(last)} of {Number(Counts.Found)} results");
        }
    }

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Bounded(int count) => count > InboxQuery.ViewBound ? $"{InboxQuery.ViewBound}+" : Number(count);

    /// <summary>Whether most of the time is used, but not all.</summary>
    public bool IsNear(InboxRow row) => row.NearAt <= Now && row.DueAt > Now;

    /// <summary>Until when, in words; what is late says so and does not rely on its colour.</summary>
    public (Phrase Words, bool IsLate)? Due(InboxRow row)
    {
        if (row.DueAt is not { } due)
            return null;
        var left = due - Now;
        return left < TimeSpan.Zero
            ? (new($"เกินกำหนด {ThaiDates.Duration(left)}", $"Overdue by {ThaiDates.Duration(left, "en")}"), true)
            : (new($"อีก {ThaiDates.Duration(left)}", $"In {ThaiDates.Duration(left, "en")}"), false);
    }
}
