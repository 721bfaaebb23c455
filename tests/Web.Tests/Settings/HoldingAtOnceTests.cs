using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceLevels;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Settings;

public class HoldingAtOnceTests
{
    [Fact]
    public async Task A_fault_type_with_another_name_has_it_at_once_on_the_report_page()
    {
        await using var app = await TestApp.StartAsync();

        await app.SetAsync(Topics.FaultTypes, list => list.With("lamp_out", fault => fault with { Name = new("โคมไฟไม่ติด", "Light does not burn") }));

        Assert.Contains("โคมไฟไม่ติด", (await app.NewVisitor().GetAsync("/report")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_type_that_is_no_longer_offered_cannot_be_reported_but_keeps_its_name_in_history()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Checked());
        var visitor = app.NewVisitor();
        var form = await visitor.GetAsync("/report");

        await app.SetAsync(Topics.FaultTypes, list => list.With("lamp_out", fault => fault with { InUse = false }));

        Assert.DoesNotContain("ไฟดับ 1 ดวง", (await visitor.GetAsync("/report")).Words, StringComparison.Ordinal);
        var refused = await visitor.SubmitAsync(form, "main form", [("Form.Fault", "lamp_out"), ("Form.Name", "ทดสอบ ใจดี")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("กรุณาเลือกอาการที่พบ", refused.Words, StringComparison.Ordinal);
        Assert.Contains("ไฟดับ 1 ดวง", (await visitor.GetAsync($"/reports/{request.Reference}")).Words, StringComparison.Ordinal);
        var officer = await app.SignInAsync(OfficerRole.Officer);
        Assert.Contains("ไฟดับ 1 ดวง", (await officer.GetAsync("/officer")).TextOf(".inbox-fault"), StringComparison.Ordinal);
        Assert.Contains("ไฟดับ 1 ดวง", (await officer.GetAsync($"/officer/requests/{request.Reference}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_nobody_knows_any_more_is_shown_as_it_is()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Checked());
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE service_requests SET fault_code = 'gone' WHERE reference = {request.Reference}", TestContext.Current.CancellationToken));

        var page = await app.NewVisitor().GetAsync($"/reports/{request.Reference}");

        Assert.Equal("gone", page.TextOf("h1"));
        Assert.Equal(HttpStatusCode.OK, (await app.NewVisitor().GetAsync("/reports")).Status);
    }

    [Fact]
    public async Task A_new_holiday_shifts_the_due_time_of_what_is_open_also_in_the_list_that_is_sorted_by_it()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        Assert.Equal(new DateTime(2026, 11, 23, 3, 5, 0, DateTimeKind.Utc), request.DueAt);

        await app.SetAsync(Topics.Calendar, calendar => calendar with
        {
            Holidays = [.. calendar.Holidays, new Holiday(new(2026, 11, 23), new("วันหยุดพิเศษ", "Special holiday"))],
        });
        await app.RenewAsync();

        Assert.Equal(new DateTime(2026, 11, 24, 1, 35, 0, DateTimeKind.Utc), (await Given.ReadAsync(app, request)).DueAt);
    }

    [Fact]
    public async Task More_time_for_the_work_shifts_what_the_requester_is_promised()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        var visitor = app.NewVisitor();
        Assert.Contains("30 พฤศจิกายน 2569", (await visitor.GetAsync($"/r/{request.Secret}/receipt")).Words, StringComparison.Ordinal);

        await app.SetAsync(Topics.Steps, steps => new([.. steps.Steps.Select(step =>
            step.Step == ManualStep.DoWork ? step with { Minutes = 10 * 24 * 60 } : step)]));

        Assert.Contains("3 ธันวาคม 2569", (await visitor.GetAsync($"/r/{request.Secret}/receipt")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_found_by_the_new_name_of_their_fault_type()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Checked());
        await app.SetAsync(Topics.FaultTypes, list => list.With("lamp_out", fault => fault with { Name = new("โคมมืดสนิท", "Pitch dark") }));

        await app.RenewAsync();

        Assert.Contains(request.Reference, (await app.NewVisitor().GetAsync("/reports?q=มืดสนิท")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewing_goes_past_a_request_that_cannot_be_read_and_on_after_a_stop()
    {
        await using var app = await TestApp.StartAsync();
        var renewed = await Given.ARequestAsync(app);
        var broken = await Given.ARequestAsync(app);
        await app.SetAsync(Topics.Steps, steps => new([.. steps.Steps.Select(step => step with { Minutes = 2 * step.Minutes })]));
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE service_requests SET channel = 'nonsense' WHERE reference = {broken.Reference}", TestContext.Current.CancellationToken));

        await app.RenewAsync();
        Assert.Equal(new DateTime(2026, 11, 23, 3, 10, 0, DateTimeKind.Utc), (await Given.ReadAsync(app, renewed)).DueAt);
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE service_requests SET channel = 'Web' WHERE reference = {broken.Reference}", TestContext.Current.CancellationToken));
        await app.RenewAsync();

        Assert.Equal(new DateTime(2026, 11, 23, 3, 10, 0, DateTimeKind.Utc), (await Given.ReadAsync(app, broken)).DueAt);
    }

    [Fact]
    public async Task Renewing_is_nobodys_act_and_spoils_no_form()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        await app.SetAsync(Topics.Steps, steps => new([.. steps.Steps.Select(step => step with { Minutes = 2 * step.Minutes })]));

        await app.RenewAsync();

        var read = await Given.ReadAsync(app, request);
        Assert.Equal((request.Version, request.Timeline.Count, request.UpdatedAt), (read.Version, read.Timeline.Count, read.UpdatedAt));
    }

    [Fact]
    public async Task What_is_set_about_the_agency_stands_on_every_page_over_the_configuration()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:Agency:Phone"] = "035-000-000" });
        Assert.Contains("035-000-000", (await app.NewVisitor().GetAsync("/")).Words, StringComparison.Ordinal);

        await app.SetAsync(Topics.Agency, agency => agency with { Phone = "035-111-111", Name = new("เทศบาลทดสอบ", "Test Municipality") });

        var page = await app.NewVisitor().GetAsync("/privacy");
        Assert.Contains("035-111-111", page.Words, StringComparison.Ordinal);
        Assert.Contains("เทศบาลทดสอบ", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("035-000-000", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_privacy_notice_says_how_long_data_is_kept_now()
    {
        await using var app = await TestApp.StartAsync();

        await app.SetAsync(Topics.Retention, kept => kept with { ContactMonths = 18, LogDays = 180 });

        var words = (await app.NewVisitor().GetAsync("/privacy")).Words;
        Assert.Contains("18 เดือน", words, StringComparison.Ordinal);
        Assert.Contains("180 วัน", words, StringComparison.Ordinal);
    }
}
