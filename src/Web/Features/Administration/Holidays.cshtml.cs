using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Administration;

/// <summary>The public holidays year by year: one or many are added at once, and removed one by one.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class HolidaysModel(Shapes shapes, CurrentSettings settings, ChangeSetting change, AppDb db, TimeProvider time)
    : SettingPage(shapes, settings, change, db, time)
{
    [BindProperty]
    public string? Text { get; set; }

    public IEnumerable<IGrouping<int, Holiday>> Years => Settings.Get(Topics.Calendar).Holidays
        .OrderBy(holiday => holiday.Date).GroupBy(holiday => holiday.Date.Year).OrderByDescending(year => year.Key);

    public IActionResult OnGet() => Find(Topics.Calendar.Name) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Find(Topics.Calendar.Name)) return NotFound();
        var (holidays, mistakes) = HolidayLines.Read(Text);
        foreach (var mistake in mistakes)
            Wrong(nameof(Text), mistake);
        if (holidays.Count == 0 && mistakes.Count == 0)
            Wrong(nameof(Text), new("กรุณาพิมพ์วันหยุดอย่างน้อยหนึ่งบรรทัด", "Please type at least one line"));
        var days = holidays.Select(holiday => holiday.Date).ToHashSet();
        Put(Present.Where(holiday => !days.Contains(holiday.Date)).Concat(holidays));
        return await SaveAsync(
            Links.Holidays, new($"เพิ่มวันหยุด {holidays.Count} วันแล้ว", $"Holidays added: {holidays.Count}"), cancellationToken) ?? Again();
    }

    public async Task<IActionResult> OnPostRemoveAsync(DateOnly date, CancellationToken cancellationToken)
    {
        if (!Find(Topics.Calendar.Name)) return NotFound();
        Put(Present.Where(holiday => holiday.Date != date));
        return await SaveAsync(
            Links.Holidays, new($"ลบวันหยุด {ThaiDates.LongDate(date)} แล้ว", $"Removed {ThaiDates.LongDate(date, "en")}"), cancellationToken) ?? Again();
    }

    IReadOnlyList<Holiday> Present => Settings.Get(Topics.Calendar).Holidays;

    void Put(IEnumerable<Holiday> holidays) => Document["holidays"] = JsonNode.Parse(
        CurrentSettings.Write(holidays.OrderBy(holiday => holiday.Date).ToList()));
}
