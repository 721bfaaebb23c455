using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Duty;

/// <summary>Who is on duty when: everybody in the office sees it, directors and administrators change it.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class DutyModel(
    AppDb db, CurrentSettings settings, AddDutyPeriod add, RemoveDutyPeriod remove, TimeProvider time) : PageModel, IShowAgain
{
    /// <summary>How long a period stays in the list after its last day.</summary>
    const int DaysKept = 60;

    [BindProperty, Needed("กรุณาเลือกเจ้าหน้าที่", "Please choose an officer")]
    public int? OfficerId { get; set; }

    [BindProperty, Needed("กรุณาระบุวันแรก", "Please give the first day")]
    public string? From { get; set; }

    [BindProperty, Needed("กรุณาระบุวันสุดท้าย", "Please give the last day")]
    public string? To { get; set; }

    /// <summary>Number of the roster's newest change when the form was shown.</summary>
    [BindProperty]
    public int SeenNumber { get; set; }

    public IReadOnlyList<TeamMember> Colleagues { get; private set; } = [];

    public IReadOnlyList<DutyPeriod> Periods { get; private set; } = [];

    public IReadOnlyList<int> OnDuty { get; private set; } = [];

    Dictionary<int, string> names = [];

    DateTime Now => time.GetUtcNow().UtcDateTime;

    public int Number => settings.NumberOf(Topics.Duty);

    public DateOnly Today => ThaiDates.BangkokDate(Now);

    public string NameOf(int officer) => names.GetValueOrDefault(officer, "–");

    public bool Handles(int officer) => Colleagues.Any(colleague => colleague.Id == officer);

    public static string Day(DateOnly day) => ThaiDates.ShortDate(ThaiDates.FromBangkok(day, TimeOnly.MinValue), Say.Language);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await ShowAgainAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        if (!User.IsSupervisor()) return Forbid();
        var (from, to) = (TypedDay.Read(From), TypedDay.Read(To));
        Demand(nameof(From), From, from);
        Demand(nameof(To), To, to);
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await add.RunAsync(new NewDutyPeriod(new(OfficerId!.Value, from!.Value, to!.Value), SeenNumber), User.ToActor(), Now, cancellationToken);
        return Done("บันทึกเวรแล้ว", "The duty is saved.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (!User.IsSupervisor()) return Forbid();
        if (OfficerId is not { } officer || TypedDay.Read(From) is not { } from || TypedDay.Read(To) is not { } to) return BadRequest();
        await remove.RunAsync(new EndedDutyPeriod(new(officer, from, to), SeenNumber), User.ToActor(), Now, cancellationToken);
        return Done("ลบเวรแล้ว", "The duty is removed.");
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        var roster = settings.Get(Topics.Duty);
        Colleagues = await db.ColleaguesAsync(cancellationToken);
        Periods = [.. roster.Periods.Where(period => period.To >= Today.AddDays(-DaysKept)).OrderBy(period => period.From).ThenBy(period => period.OfficerId)];
        OnDuty = [.. roster.OnDuty(Today).Where(Handles)];
        var wanted = Periods.Select(period => period.OfficerId).Distinct().ToList();
        names = await db.Users.AsNoTracking().Where(account => wanted.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellationToken);
    }

    void Demand(string field, string? typed, DateOnly? day)
    {
        if (!string.IsNullOrWhiteSpace(typed) && day is null)
            ModelState.AddModelError(field, Say.T("วันที่ไม่ถูกต้อง", "This is no day"));
    }

    RedirectResult Done(string thai, string english)
    {
        this.ShowNext(thai, english);
        return Redirect(Url.Content("~" + Links.Duty));
    }
}
