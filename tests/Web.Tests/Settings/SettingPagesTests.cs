using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceLevels;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Settings;

public class SettingPagesTests
{
    const string Form = "form.setting-form";

    [Theory]
    [InlineData("fault-types", "name.thai", "ไฟสั่น")]
    [InlineData("crews", "name.thai", "ชุดช่างไฟฟ้า 3")]
    [InlineData("materials", "name.thai", "ขาโคม", "unit.thai", "ขา")]
    [InlineData("causes", "name.thai", "มดเข้าโคม")]
    [InlineData("authorities", "name.thai", "เทศบาลเมืองทดสอบ", "kind", "Municipality", "web", "https://town.example")]
    [InlineData("templates", "title.thai", "เลื่อนนัด", "use", "Message", "text.thai", "ขอเลื่อนการซ่อม {reference}")]
    public async Task A_new_line_gets_a_code_of_its_own_and_is_offered_at_once(string topic, params string[] fields)
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        var saved = await administrator.SubmitAsync(
            await administrator.GetAsync($"/officer/settings/{topic}/line"), Form, fields.Chunk(2).Select(pair => (pair[0], (string?)pair[1])));

        Assert.Equal(HttpStatusCode.Found, saved.Status);
        Assert.Contains(fields[1], (await administrator.FollowAsync(saved)).TextOf(".setting-lines > li:last-child"), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDbAsync(db => db.SettingChanges.CountAsync(change => change.Topic == topic)));
        Assert.Contains(fields[1], (await administrator.GetAsync($"/officer/settings/{topic}/history")).TextOf(".differences"), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDbAsync(db => db.AuditEntries.CountAsync(
            entry => entry.Action == AuditAction.SettingChanged && entry.Subject == topic)));
    }

    [Fact]
    public async Task A_new_fault_type_can_be_reported_and_one_moved_up_is_offered_earlier()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);
        await administrator.SubmitAsync(
            await administrator.GetAsync("/officer/settings/fault-types/line"), Form, [("name.thai", "ไฟสั่น"), ("isDangerous", "true")]);

        await administrator.SubmitAsync(
            await administrator.GetAsync("/officer/settings/fault-types"), "#line-fault_14 form", submitter: "#line-fault_14 [formaction='?handler=Up']");

        Assert.Equal(["fault_14", "other"], app.Current(Topics.FaultTypes).All.TakeLast(2).Select(fault => fault.Code));
        Assert.True((await app.NewVisitor().GetAsync("/report")).Has("#fault-fault_14"));
    }

    [Theory]
    [InlineData("fault-types/line/lamp_out", "name.thai", "", "name_thai", "กรุณาระบุชื่อ")]
    [InlineData("fault-types/line/lamp_out", "name.thai", "ไฟติดกลางวัน", "name_thai", "มีรายการชื่อนี้แล้ว")]
    [InlineData("templates/line/accept", "text.thai", "{reference} {when}", "text_thai", "ไม่รู้จักตัวแทน {when}")]
    [InlineData("templates/line/accept", "text.english", "{reference", "text_english", "ไม่ครบคู่")]
    [InlineData("authorities/line/pea", "web", "http://pea.example", "web", "https://")]
    [InlineData("authorities/line/pea", "email", "nobody", "email", "อีเมลไม่ถูกต้อง")]
    [InlineData("steps/line/DoWork", "minutes.amount", "0", "minutes_amount", "มากกว่า 0")]
    [InlineData("calendar", "closes", "08:00", "closes", "หลังเวลาเปิด")]
    [InlineData("calendar", "weekdays", null, "weekdays", "อย่างน้อยหนึ่ง")]
    [InlineData("retention", "logDays", "30", "logDays", "90 ถึง 3650")]
    [InlineData("agency", "eService", "javascript:alert(1)", "eService", "https://")]
    public async Task A_mistake_is_named_beside_its_field_and_nothing_typed_is_lost(
        string page, string field, string? typed, string id, string mistake)
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        var again = await administrator.SubmitAsync(await administrator.GetAsync($"/officer/settings/{page}"), Form, [(field, typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(mistake, again.TextOf($"#{id}-error"), StringComparison.Ordinal);
        Assert.True(again.Has($".error-summary a[href='#{id}']"));
        Assert.Contains(id, again.Html.QuerySelector($"[aria-describedby~='{id}-error']")!.Id, StringComparison.Ordinal);
        if (typed is { Length: > 0 })
            Assert.Contains(typed, again.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.SettingChanges.CountAsync()));
    }

    [Fact]
    public async Task The_last_fault_type_in_use_cannot_be_switched_off()
    {
        await using var app = await TestApp.StartAsync();
        await app.SetAsync(Topics.FaultTypes, list => new([.. list.All.Select(fault => fault with { InUse = fault.Code == "other" })]));
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        var refused = await administrator.SubmitAsync(
            await administrator.GetAsync("/officer/settings/fault-types"), "#line-other form", submitter: "#line-other [formaction='?handler=Off']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("อย่างน้อยหนึ่งอาการ", refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Single(app.Current(Topics.FaultTypes).Offered());
    }

    [Fact]
    public async Task Two_administrators_are_told_of_each_other_and_both_keep_what_they_typed()
    {
        await using var app = await TestApp.StartAsync();
        var one = await app.SignInAsync(OfficerRole.Administrator);
        var other = await app.SignInAsync(OfficerRole.Administrator, "administrator-2");
        var formOfOther = await other.GetAsync("/officer/settings/crews/line/crew-1");
        await one.SubmitAsync(await one.GetAsync("/officer/settings/crews/line/crew-2"), Form, [("name.thai", "ชุดกลางคืน")]);

        var conflict = await other.SubmitAsync(formOfOther, Form, [("name.thai", "ชุดกลางวัน")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("ชุดกลางคืน", conflict.TextOf(".meanwhile"), StringComparison.Ordinal);
        await other.SubmitAsync(conflict, Form);

        Assert.Equal(["ชุดกลางวัน", "ชุดกลางคืน"], app.Current(Topics.Crews).All.Select(crew => crew.Name.Thai));
        Assert.Equal(2, app.NumberOf(Topics.Crews));
    }

    [Fact]
    public async Task A_form_that_changes_nothing_leaves_no_trace()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        foreach (var page in (string[])["agency", "calendar", "retention", "steps/line/DoWork", "templates/line/accept", "authorities/line/pea"])
            Assert.Equal(HttpStatusCode.Found, (await administrator.SubmitAsync(await administrator.GetAsync($"/officer/settings/{page}"), Form)).Status);

        Assert.Equal(0, await app.WithDbAsync(db => db.SettingChanges.CountAsync()));
    }

    [Fact]
    public async Task Steps_hours_and_agency_hold_at_once()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        await administrator.SubmitAsync(
            await administrator.GetAsync("/officer/settings/steps/line/DoWork"), Form, [("minutes.amount", "๑๐"), ("kind", "WorkingDays")]);
        await administrator.SubmitAsync(await administrator.GetAsync("/officer/settings/calendar"), Form, [("opens", "09:00")]);
        await administrator.SubmitAsync(await administrator.GetAsync("/officer/settings/agency"), Form, [("phone", "035-222-222")]);

        var level = app.Current(Topics.Steps).By(app.Current(Topics.Calendar));
        Assert.Equal(new StepAllowance(TimeSpan.FromDays(10), KindOfTime.WorkingDays), level.AllowanceFor(ManualStep.DoWork));
        var home = (await app.NewVisitor().GetAsync("/")).Words;
        Assert.Contains("จันทร์–ศุกร์ 9.00–16.30 น.", home, StringComparison.Ordinal);
        Assert.Contains("035-222-222", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_amphoe_and_single_tambons_make_the_area_of_an_authority()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        await administrator.SubmitAsync(
            await administrator.GetAsync("/officer/settings/authorities/line/municipality"), Form,
            [("tambonCodes", "1402"), ("tambonCodes", "140101"), ("roads", "ถนนโรจนะ\nทล.32")]);

        var authority = app.Current(Topics.Authorities).Find("municipality")!;
        Assert.Contains("140101", authority.TambonCodes!);
        Assert.All(authority.TambonCodes!.Skip(1), code => Assert.StartsWith("1402", code, StringComparison.Ordinal));
        Assert.Equal(["ถนนโรจนะ", "ทล.32"], authority.Roads!);
    }

    [Fact]
    public async Task A_text_is_previewed_with_a_real_request_in_both_languages_before_it_is_saved()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app);
        var newest = await Given.ARequestAsync(app, it => it.Of("leakage", "ไฟดูด"));
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        var preview = await administrator.SubmitAsync(
            await administrator.GetAsync("/officer/settings/templates/line/accept"), Form,
            [("text.thai", "เรื่อง {reference}: {fault}"), ("text.english", "Request {reference}: {fault}")], submitter: "[formaction*=Preview]");

        Assert.Contains($"เรื่อง {newest.Reference}: สงสัยไฟรั่ว", preview.TextOf(".preview"), StringComparison.Ordinal);
        Assert.Contains($"Request {newest.Reference}: Suspected leakage", preview.TextOf(".preview"), StringComparison.Ordinal);
        Assert.Equal(0, app.NumberOf(Topics.Templates));
    }

    [Theory]
    [InlineData(OfficerRole.Officer)]
    [InlineData(OfficerRole.Director)]
    [InlineData(OfficerRole.Crew)]
    public async Task Only_administrators_come_in(OfficerRole role)
    {
        await using var app = await TestApp.StartAsync();
        var visitor = await app.SignInAsync(role);

        foreach (var page in (string[])["crews", "crews/line", "crews/history", "crews/history/0", "agency/logo", "calendar/holidays"])
            Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync($"/officer/settings/{page}")).Status);
    }

    [Fact]
    public async Task Every_topic_has_a_page_a_history_and_a_line_in_the_index()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);
        var index = await administrator.GetAsync("/officer/settings");

        foreach (var topic in Topics.All)
        {
            Assert.True(index.Has($"a[href='/officer/settings/{topic.Name}']"), topic.Name);
            Assert.Equal(topic.Title.Thai, (await administrator.GetAsync($"/officer/settings/{topic.Name}")).TextOf("h1"));
            Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync($"/officer/settings/{topic.Name}/history")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/officer/settings/nonsense")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/officer/settings/crews/line/nonsense")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/officer/settings/crews/history/7")).Status);
    }
}
